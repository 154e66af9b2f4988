import { languages } from '@sheber/contract/plain'
import type { Language } from '@sheber/contract/words'

/** A big screen in the hall walks from stand to stand: which comes next, in which language, and what may not stay on it. */

export const screenSeconds = [10, 20, 40] as const
export type ScreenSeconds = (typeof screenSeconds)[number]

export const secondsOf = (said: unknown): ScreenSeconds => screenSeconds.find((one) => String(one) === said) ?? 20

/** Where the walk is. The place stays known when the stand that stood there is taken away. */
export interface Spot {
  readonly id: string
  readonly place: number
  /** How often it has come round. */
  readonly round: number
}

/** At this stand, or at the first where there is no such stand. Null: there is none at all. */
export const spotAt = (ids: readonly string[], id: unknown, round = 0): Spot | null => {
  const place = Math.max(0, ids.indexOf(String(id)))
  const found = ids[place]
  return found === undefined ? null : { id: found, place, round }
}

/**
 * The next stand, or the one before, that can be shown. What followed a stand that was taken away has moved up to its place.
 * Null: nothing can be shown.
 */
export const stepped = (
  ids: readonly string[],
  { id, place, round }: Spot,
  by: 1 | -1,
  canShow: (spot: Spot) => boolean = () => true,
): Spot | null => {
  const at = ids.indexOf(id)
  const from = at >= 0 ? at + by : by > 0 ? place : place - 1
  for (let n = 0; n < ids.length; n++) {
    const way = from + n * by
    const [turns, next] = [Math.floor(way / ids.length), ((way % ids.length) + ids.length) % ids.length]
    const spot = { id: ids[next] ?? '', place: next, round: Math.max(0, round + turns) }
    if (canShow(spot)) return spot
  }
  return null
}

/** One stand after the other speaks another language; in the next round each speaks the next. */
export const spokenAt = ({ place, round }: Pick<Spot, 'place' | 'round'>): Language => languages[(place + round) % languages.length] ?? 'kk'

/** A stand of the hall by what is shown of it: whenever anything of that changes, the mark does. */
export interface Marked {
  readonly id: string
  readonly mark: string
}

/** Of what was kept, whatever is no longer as the hall has it: a consent was taken back, a name, a picture. */
export const stale = (kept: readonly Marked[], deck: readonly Marked[]): Marked[] => {
  const marks = new Map(deck.map(({ id, mark }) => [id, mark]))
  return kept.filter(({ id, mark }) => marks.get(id) !== mark)
}
