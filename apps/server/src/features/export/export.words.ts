import type { Prompt } from '@sheber/contract/portfolio'
import type { Language } from '@sheber/contract/words'
import type { KeptAccepted } from './export.kept.ts'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'

export type ExportWords = typeof ru

export const exportWords: Readonly<Record<Language, ExportWords>> = { kk, ru, en }

/** The question that a reflection answers, as its readers say it. */
export const promptOf = (w: ExportWords, prompt: string): string =>
  Object.hasOwn(w.prompts, prompt) ? w.prompts[prompt as Prompt] : prompt || w.reflection

/** `2026-11-23` as its readers write it, whatever calendar the machine knows. */
export const dayOf = (at: string): string => at.slice(0, 10).split('-').reverse().join('.')

/** For what a school has taken it: its topic, and its own goal where it named one. */
export const topicOf = ({ topic, goal }: Pick<KeptAccepted, 'topic' | 'goal'>): string => [topic, goal].filter(Boolean).join(' · ')

/** One day, or from one to another. */
export const periodOf = ({ from, to }: { from: string; to: string }): string =>
  from && to && from !== to ? `${dayOf(from)} – ${dayOf(to)}` : from || to ? dayOf(from || to) : ''

/** What saving it costs, as its reader writes it: 4,9 МБ, or 19 КБ of what is small. */
export const sizeOf = (bytes: number, language: Language): string => {
  const w = exportWords[language]
  const isSmall = bytes < 100_000
  const n = new Intl.NumberFormat(language, { maximumFractionDigits: isSmall ? 0 : 1 })
  return isSmall ? `${n.format(Math.max(1, bytes / 1_000))}\u00a0${w.kilobytes}` : `${n.format(bytes / 1_000_000)}\u00a0${w.megabytes}`
}
