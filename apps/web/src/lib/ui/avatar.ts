/** How a person is drawn where there is no photograph: two letters, one of eight tones, one of five patterns. */
export interface Drawn {
  readonly initials: string
  readonly tone: number
  readonly pattern: number
}

export const tones = 8
export const patterns = 5

// FNV-1a: the same id is the same picture on every screen, for ever.
const spread = (id: string): number => {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

export const drawPerson = (id: string, name: string): Drawn => {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const letters = (words.length > 1 ? [words[0], words.at(-1)] : [words[0]]).map((word) => [...(word ?? '')][0] ?? '')
  const hash = spread(id)
  return { initials: letters.join('').toLocaleUpperCase(), tone: hash % tones, pattern: Math.floor(hash / tones) % patterns }
}
