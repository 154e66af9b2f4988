import type { Thing } from '@sheber/document/thing'

export interface Difference {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What somebody sees of a thing; where it lies in the pile, who made it and when are not part of it. */
const seen = ({ z: _, by: __, at: ___, deleted: ____, ...shown }: Thing): string => JSON.stringify(shown)

/** Between a board as it was and as it is. */
export const differenceOf = (then: readonly Thing[], now: readonly Thing[]): Difference => {
  const [before, after] = [then, now].map((all) => new Map(all.map((thing) => [thing.id, seen(thing)]))) as [
    Map<string, string>,
    Map<string, string>,
  ]
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).length,
    changed: [...after].filter(([id, looks]) => before.has(id) && before.get(id) !== looks).length,
    removed: [...before.keys()].filter((id) => !after.has(id)).length,
  }
}
