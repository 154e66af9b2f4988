import type { Language } from '@sheber/contract/words'
import { inLanguage } from '@sheber/domain/framework'
import { strictness } from '@sheber/domain/result'
import type { Said } from '@sheber/contract/framework'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export const resultWords: Readonly<Record<Language, typeof ru>> = { kk, ru, en }

const numerals = ['', 'I', 'II', 'III'] as const

/** What an award is called: its degree, or the name that it has. */
export const titleOf = ({ degree, title }: { readonly degree: number | null; readonly title: Said }, language: Language): string => {
  const w = resultWords[language]
  const numeral = numerals[degree ?? 0] ?? ''
  return inLanguage(title, language) || (numeral ? w.degree(numeral) : w.diploma)
}

/** One sentence of how strict the judges were whom a stand met, and what was made of it. */
export const sentenceOf = ({ severity, views }: { readonly severity: number; readonly views: number }, language: Language): string => {
  const w = resultWords[language]
  if (views === 0) return w.unscored
  const points = Math.abs(severity).toFixed(1)
  const said = strictness(severity)
  return said === 'even' ? w.even : w[said](language === 'en' ? points : points.replace('.', ','))
}
