import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import type { ResultStand } from '@sheber/contract/result'
import { inLanguage } from '@sheber/domain/framework'
import type { Words } from '../words/words.ts'

const numerals = ['', 'I', 'II', 'III'] as const

/** What an award is called. */
export const awardTitle = (
  w: Words['result'],
  { degree, title }: { readonly degree: number | null; readonly title: Said | null },
  language: Language,
): string => (title && inLanguage(title, language)) || w.degree(numerals[degree ?? 0] ?? '')

/** One decimal, as the language writes it; a dash where there is none. */
export const points = (value: number | null, language: Language): string =>
  value === null ? '–' : language === 'en' ? value.toFixed(1) : value.toFixed(1).replace('.', ',')

/** The best first; whom nobody has scored last. */
export const byPlace = (stands: readonly ResultStand[]): ResultStand[] =>
  stands.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.number ?? Infinity) - (b.number ?? Infinity))

/** Of a field of stands, from the lowest end of a bar to the highest, with some air; so that bars use all the room. */
export const spanOf = (stands: readonly ResultStand[]): { from: number; to: number } => {
  const ends = stands.flatMap(({ low, high, corrected, raw }) => [low, high, corrected, raw].filter((one) => one !== null))
  if (ends.length === 0) return { from: 0, to: 100 }
  return { from: Math.floor(Math.min(...ends) / 10) * 10, to: Math.ceil((Math.max(...ends) + 0.1) / 10) * 10 }
}
