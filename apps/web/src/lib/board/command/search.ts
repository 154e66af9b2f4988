import type { Thing } from '@sheber/document/thing'
import type { Item } from '../core/kind.ts'
import { readingOrder } from '../core/scene.ts'

/** Without regard to case, accents of the Latin alphabet, and ё. Kazakh letters stay themselves: ә is no а. */
export const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').normalize('NFC').trim()

/** How well a name answers what was asked: 0 not at all, 3 from its beginning. */
export const rank = (name: string, asked: string): number => {
  const words = plain(name)
  if (!asked) return 1
  if (words.startsWith(asked)) return 3
  if (words.split(/[\s:,—-]+/).some((word) => word.startsWith(asked))) return 2
  const parts = asked.split(/\s+/)
  return parts.every((part) => words.includes(part)) ? 1 : 0
}

/** Things whose words hold what was asked, as one reads the board; `wordsOf` says what is read in each. */
export const thingsWith = (items: readonly Item[], asked: string, wordsOf: (thing: Thing) => string): Item[] => {
  const wanted = plain(asked)
  return wanted ? readingOrder(items.filter(({ thing }) => plain(wordsOf(thing)).includes(wanted))) : []
}

/** A line of its words around the place where they answer. */
export const excerpt = (text: string, asked: string, most = 64): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  const at = plain(line).indexOf(plain(asked))
  const from = Math.max(0, at - 16)
  const cut = line.slice(from, from + most)
  return `${from > 0 ? '…' : ''}${cut}${from + most < line.length ? '…' : ''}`
}
