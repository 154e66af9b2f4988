/** Of bytes: first and last, both included. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * What of a file is asked for by `Range` (RFC 9110, 14.2), one part of it: that is what a film is fetched in. `whole`: nothing that we
 * understand, or several parts, which may be answered with everything. `none`: it begins behind the end.
 */
export const rangeOf = (asked: string | undefined, size: number): Range | 'whole' | 'none' => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked?.trim() ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  // The last so many.
  if (first === '') return Number(last) === 0 || size === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return 'whole'
  if (from >= size) return 'none'
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
