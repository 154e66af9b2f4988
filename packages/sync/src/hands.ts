import type { Deed } from './attribution.ts'
import { inspectUpdate, type Span } from './inspect.ts'
import { limits } from './limits.ts'

/** Somebody's hand at a moment; null where it is not kept whose. */
export interface Touch {
  readonly person: string | null
  /** Milliseconds since 1970, to the minute. */
  readonly at: number
}

type Piece = Span & Touch

/** Steps of one hand that follow each other so closely are one piece: a lesson of typing is a few hundred of them. */
const pieceMs = 60_000

const goesOn = (last: Piece | undefined, { client, from, person, at }: Piece): last is Piece =>
  last !== undefined && last.client === client && last.to === from && last.person === person && Math.abs(at - last.at) < pieceMs

const put = (pieces: Piece[], piece: Piece) => {
  const last = pieces.at(-1)
  if (goesOn(last, piece)) pieces[pieces.length - 1] = { ...last, to: piece.to }
  else pieces.push(piece)
}

/** The first whose end lies beyond this clock; pieces lie in order and apart. */
const firstBeyond = (pieces: readonly Piece[], clock: number): number => {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.to ?? 0) > clock) high = middle
    else low = middle + 1
  }
  return low
}

const meets = (a: Span, b: Span) => a.from < b.to && b.from < a.to

/**
 * Whose hand wrote each clock of a document and took it away, and when: read from the log once and carried on from there.
 * Told like `attribute`: what was inserted is his whose client id it is, what was deleted is his whose row it is.
 */
export class Hands {
  readonly #owners = new Map<number, string>()
  readonly #inserted = new Map<number, Piece[]>()
  readonly #deleted = new Map<number, Piece[]>()

  learn(owners: Iterable<readonly [client: number, person: string]>): void {
    for (const [client, person] of owners) this.#owners.set(client, person)
  }

  /** Rows in the order of the log. One that was merged from rows heard before brings nothing new. */
  hear({ person, bytes, at }: Deed): void {
    const { inserts, deletes } = inspectUpdate(bytes, limits)
    for (const { client, from, to } of inserts) {
      const pieces = this.#of(this.#inserted, client)
      const begin = Math.max(from, pieces.at(-1)?.to ?? 0)
      if (begin < to) put(pieces, { client, from: begin, to, person: this.#owners.get(client) ?? person, at })
    }
    for (const span of deletes) {
      const pieces = this.#of(this.#deleted, span.client)
      if (!pieces.some(({ from, to }) => from <= span.from && span.to <= to)) put(pieces, { ...span, person, at })
    }
  }

  #of(all: Map<number, Piece[]>, client: number): Piece[] {
    const pieces = all.get(client) ?? []
    all.set(client, pieces)
    return pieces
  }

  /** Everybody who wrote or took away something of it, the earliest first. */
  touching(spans: readonly Span[]): Touch[] {
    const touches: Touch[] = []
    for (const span of spans) {
      const inserted = this.#inserted.get(span.client) ?? []
      for (let i = firstBeyond(inserted, span.from); i < inserted.length; i += 1) {
        const piece = inserted[i]
        if (!piece || piece.from >= span.to) break
        touches.push(piece)
      }
      for (const piece of this.#deleted.get(span.client) ?? []) if (meets(piece, span)) touches.push(piece)
    }
    return touches.map(({ person, at }) => ({ person, at })).sort((a, b) => a.at - b.at)
  }
}
