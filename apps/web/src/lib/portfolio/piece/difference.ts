import type { Thing } from '@sheber/document/thing'
import { allWordsOf } from '@sheber/document/wordsof'

/** What of a thing is another: what it says, where it lies, or how it looks. */
export type Aspect = 'words' | 'place' | 'look'

export interface Difference {
  readonly added: readonly Thing[]
  /** As they are today. */
  readonly changed: readonly { readonly thing: Thing; readonly in: readonly Aspect[] }[]
  /** As they were. */
  readonly removed: readonly Thing[]
}

/** Fields that say where a thing lies: of a box, and of a line. */
const places: ReadonlySet<string> = new Set(['g', 'turn', 'a', 'b', 'p', 'bend', 'offset'])
/** Where it lies in the pile, what it is grouped and locked with, who made it and when is not seen. */
const unseen: ReadonlySet<string> = new Set(['z', 'by', 'at', 'deleted', 'group', 'lock'])
/** Its words are compared as one reads them. */
const said: ReadonlySet<string> = new Set(['text', 'name', 'rows', 'columns', 'cells', 'answers', 'value', 'about'])

const partOf = (thing: Thing, holds: (field: string) => boolean): string =>
  JSON.stringify(Object.entries(thing).filter(([field]) => holds(field) && !unseen.has(field)))

const aspects = (then: Thing, now: Thing): Aspect[] => {
  const differs = (of: (thing: Thing) => string) => of(then) !== of(now)
  const look = (thing: Thing) => partOf(thing, (field) => !places.has(field) && !said.has(field))
  return [
    ...(differs((thing) => allWordsOf(thing) + partOf(thing, (field) => said.has(field))) ? (['words'] as const) : []),
    ...(differs((thing) => partOf(thing, (field) => places.has(field))) ? (['place'] as const) : []),
    ...(differs(look) ? (['look'] as const) : []),
  ]
}

/** Between a board as it was and as it is: which things, in the order in which they lie. */
export const differenceOf = (then: readonly Thing[], now: readonly Thing[]): Difference => {
  const [before, after] = [then, now].map((all) => new Map(all.map((thing) => [thing.id, thing]))) as [
    Map<string, Thing>,
    Map<string, Thing>,
  ]
  return {
    added: now.filter(({ id }) => !before.has(id)),
    changed: now.flatMap((thing) => {
      const was = before.get(thing.id)
      const found = was ? aspects(was, thing) : []
      return found.length > 0 ? [{ thing, in: found }] : []
    }),
    removed: then.filter(({ id }) => !after.has(id)),
  }
}
