/** What people show one another to come together: whose eyes one looks through, what one sees, a call, a sign of the hand. */

export type View = readonly [x: number, y: number, w: number, h: number]

export const reactions = ['thumb', 'heart', 'bulb', 'hand', 'question', 'party'] as const
export type Reaction = (typeof reactions)[number]

/** What is not there is not told: most of the time nothing of this costs a byte. */
export interface Gathered {
  /** The person one follows, by id. */
  readonly follow?: string
  /** The part of the world one sees; told while somebody follows. */
  readonly view?: View
  /** Everybody is asked to come; another number is another call. */
  readonly call?: { readonly view: View; readonly n: number }
  readonly react?: { readonly name: Reaction; readonly n: number }
}

const isView = (value: unknown): value is View =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every((n) => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) < 1e7) &&
  value[2] > 0 &&
  value[3] > 0

const fieldsOf = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {})

/** Anything may arrive. */
export const readGathered = (state: unknown): Gathered => {
  const { follow, view, call, react } = fieldsOf(state)
  const [called, reacted] = [fieldsOf(call), fieldsOf(react)]
  const name = reactions.find((one) => one === reacted['name'])
  return {
    ...(typeof follow === 'string' && { follow: follow.slice(0, 80) }),
    ...(isView(view) && { view }),
    ...(isView(called['view']) && typeof called['n'] === 'number' && { call: { view: called['view'], n: called['n'] } }),
    ...(name && typeof reacted['n'] === 'number' && { react: { name, n: reacted['n'] } }),
  }
}
