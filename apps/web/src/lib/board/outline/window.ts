/** Rows of one height, of which only those in sight are in the page: five thousand open as fast as twenty. */
export const rowPx = 56
const overscan = 6

export interface Seen {
  readonly from: number
  /** Not included. */
  readonly to: number
}

export const seenRows = (scrollPx: number, heightPx: number, count: number): Seen => ({
  from: Math.min(count, Math.max(0, Math.floor(scrollPx / rowPx) - overscan)),
  to: Math.min(count, Math.ceil((scrollPx + heightPx) / rowPx) + overscan),
})

/** Where to scroll so that a row is wholly in sight; the same place if it is. */
export const scrolledTo = (at: number, scrollPx: number, heightPx: number): number => {
  if (at * rowPx < scrollPx) return at * rowPx
  return Math.max(scrollPx, (at + 1) * rowPx - heightPx)
}
