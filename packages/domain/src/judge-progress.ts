import { rounds, type Jury } from '@sheber/contract/judge'
import { directions, type Direction } from '@sheber/contract/project'

export interface Progress {
  /** Views that are needed, and how many of them there are: what one stand has too many is no other's. */
  readonly given: number
  readonly needed: number
  /** In the order of all directions; of those that stand in the hall. */
  readonly directions: readonly { readonly direction: Direction; readonly given: number; readonly needed: number }[]
  /** Too few have seen them; who has the fewest comes first. */
  readonly few: readonly { readonly id: string; readonly number: number | null; readonly title: string; readonly views: number }[]
  /** Something is theirs to judge, and they have begun nothing. */
  readonly idle: readonly { readonly id: string; readonly name: string }[]
}

/** Of all these stands together. */
export const seenOf = (stands: readonly { readonly views: number }[], viewsMin: number): Pick<Progress, 'given' | 'needed'> => ({
  given: stands.reduce((sum, { views }) => sum + Math.min(views, viewsMin), 0),
  needed: stands.length * viewsMin,
})

/** How far a jury is, in a few numbers, of what is told of it anyway. */
export const progressOf = ({
  round = rounds.first,
  viewsMin,
  stands,
  judges,
}: {
  readonly round?: number
  readonly viewsMin: number
  readonly stands: readonly Pick<Jury['stands'][number], 'id' | 'number' | 'title' | 'direction' | 'views'>[]
  readonly judges: readonly Pick<Jury['judges'][number], 'id' | 'name' | 'ended' | 'seats'>[]
}): Progress => {
  const seatsOf = ({ seats }: (typeof judges)[number]) => seats.filter((one) => one.round === round)
  return {
    ...seenOf(stands, viewsMin),
    directions: directions.flatMap((direction) => {
      const own = stands.filter((one) => one.direction === direction)
      return own.length === 0 ? [] : [{ direction, ...seenOf(own, viewsMin) }]
    }),
    few: stands
      .filter(({ views }) => views < viewsMin)
      .toSorted((a, b) => a.views - b.views)
      .map(({ id, number, title, views }) => ({ id, number, title, views })),
    idle: judges
      .filter((one) => !one.ended && seatsOf(one).some(({ state }) => state === 'offered'))
      .filter((one) => !seatsOf(one).some(({ state, begun }) => begun || state === 'done'))
      .map(({ id, name }) => ({ id, name })),
  }
}
