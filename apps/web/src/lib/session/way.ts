/** A path on this site and nothing else: what `?to=` may send a person to. Null for whatever could lead away. */
export const sitePath = (to: string | null): string | null => {
  // Browsers read `\` as `/` and drop control signs, so `/\t/elsewhere` would be another host.
  if (!to?.startsWith('/') || /[\\\p{C}]/u.test(to)) return null
  const url = new URL(to, 'http://here.invalid')
  return url.origin === 'http://here.invalid' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : null
}
