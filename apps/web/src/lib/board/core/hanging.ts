import { hasEnds, type End, type Thing } from '@sheber/document/thing'

const endsOf = (thing: Thing): (End | null)[] => (hasEnds(thing) ? [thing.a, thing.b] : [])

export const hangs = (thing: Thing) => endsOf(thing).length > 0

/** What hangs on a thing: connectors follow whatever they hold. */
export class Hanging {
  readonly #on = new Map<string, Set<string>>()

  put(was: Thing | null, thing: Thing) {
    if (was) this.remove(was)
    for (const end of endsOf(thing)) {
      if (!end) continue
      const hanging = this.#on.get(end.id)
      if (hanging) hanging.add(thing.id)
      else this.#on.set(end.id, new Set([thing.id]))
    }
  }

  remove(thing: Thing) {
    for (const end of endsOf(thing)) if (end) this.#on.get(end.id)?.delete(thing.id)
  }

  on(id: string): Iterable<string> {
    return this.#on.get(id) ?? []
  }
}
