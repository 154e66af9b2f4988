import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export const diplomaKinds = ['diploma', 'certificate', 'thanks'] as const
export type DiplomaKind = (typeof diplomaKinds)[number]

/** What a paper is called, in up to three lines: each language puts the degree where it belongs. */
export interface Heading {
  readonly over: string
  readonly big: string
  readonly under: string
}

export type PrintWords = typeof ru

export const printWords: Readonly<Record<Language, PrintWords>> = { kk, ru, en }

/** In the language of the paper, or in one that somebody wrote. */
export const saidIn = (said: Said | string, language: Language): string =>
  typeof said === 'string' ? said : said[language] || said.kk || said.ru || said.en

/** Without repeating what two languages say alike. */
export const saidInAll = (said: Said | string, languages: readonly Language[]): string[] => [
  ...new Set(languages.map((language) => saidIn(said, language)).filter(Boolean)),
]

/** The language of a paper on which several stand. */
export const firstOf = (languages: readonly Language[]): Language => languages[0] ?? 'kk'

const partsOf = (day: string): [year: number, month: number, day: number] | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  return found && [Number(found[1]), Number(found[2]), Number(found[3])]
}

/** `2026-05-12` as one writes it on paper. What is no day stays as it is. */
export const dayIn = (language: Language, at: string): string => {
  const parts = partsOf(at)
  const month = parts && printWords[language].months[parts[1] - 1]
  return parts && month ? printWords[language].day(parts[2], month, parts[0]) : at
}

export interface Days {
  readonly from: string
  readonly to: string
}

export const daysIn = (language: Language, { from, to }: Days): string => {
  const w = printWords[language]
  const [first, last] = [partsOf(from), partsOf(to)]
  const [month, toMonth] = [first && w.months[first[1] - 1], last && w.months[last[1] - 1]]
  if (!first || !last || !month || !toMonth || from.slice(0, 10) === to.slice(0, 10)) return dayIn(language, from || to)
  if (first[0] !== last[0]) return `${dayIn(language, from)} – ${dayIn(language, to)}`
  return first[1] === last[1] ? w.days.month(first[2], last[2], month, first[0]) : w.days.year(first[2], month, last[2], toMonth, first[0])
}
