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
  const kB = Math.max(1, Math.round(bytes / 1000))
  const [amount, unit] = kB < 1000 ? [kB, 'kilobyte'] : [kB / 1000, 'megabyte']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount)
}
