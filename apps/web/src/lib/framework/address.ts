/** As it can be kept: in letters that every program reads, `https` where nobody said which; null: it is no address. */
export const addressOf = (written: string): string | null => {
  const words = written.trim()
  if (/^urn:[!-~]+$/i.test(words)) return words.length <= 1_000 ? words.replace(/^urn/i, 'urn') : null
  try {
    const { href, protocol, hostname } = new URL(/^[a-z][a-z\d+.-]*:/i.test(words) ? words : `https://${words}`)
    const known = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
    return known && href.length <= 1_000 ? href : null
  } catch {
    return null
  }
}
