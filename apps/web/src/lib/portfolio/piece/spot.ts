/** Where a thing lies on the picture of a piece, of the picture's width and height. */
export interface Lying {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

const holds = ({ x, y, w, h }: Lying, spot: Spot) => spot.x >= x && spot.x <= x + w && spot.y >= y && spot.y <= y + h

/** What somebody points at: the smallest there, so that a sheet is met before the frame that it lies on; of two alike the upper one. */
export const thingAt = (lying: readonly Lying[], spot: Spot): string | null =>
  lying.filter((one) => holds(one, spot)).reduce<Lying | null>((best, one) => (best && best.w * best.h < one.w * one.h ? best : one), null)
    ?.id ?? null

const share = (from: number, size: number, at: number) => (size > 0 ? Math.min(1, Math.max(0, (at - from) / size)) : 0.5)

/** The same place of the thing on another picture; null: the thing is not there. */
export const spotOn = (thingId: string | null, spot: Spot, then: readonly Lying[], now: readonly Lying[]): Spot | null => {
  const [was, is] = [then, now].map((all) => all.find(({ id }) => id === thingId))
  if (!was || !is) return null
  const within = (value: number) => Math.min(1, Math.max(0, value))
  return { x: within(is.x + is.w * share(was.x, was.w, spot.x)), y: within(is.y + is.h * share(was.y, was.h, spot.y)) }
}
