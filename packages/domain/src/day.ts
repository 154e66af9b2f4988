/**
 * The clock on the wall of the centre, ahead of UTC. Kazakhstan has one time since March 2024, which browsers of old laptops do not
 * know by its name; a centre elsewhere would bring a column of its own.
 */
export const wallAheadMs = 5 * 3_600_000

/** The day on the wall of the centre, as `2026-12-24`: with whatever clock and zone an old laptop has. */
export const wallDay = (now: Date): string => new Date(now.getTime() + wallAheadMs).toISOString().slice(0, 10)

/** A day that the calendar has, so written: 31 February is none. */
export const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day
}
