/** In ms. A clock that was set back a day must not make the engine wait for a day: a jump either way is long ago. */
export const elapsed = (from: number, now: number): number => Math.abs(now - from)
