import type { Language } from '@sheber/contract/words'
import type { Said } from '@sheber/contract/framework'
import type { Poster } from './demo-posters.ts'

export interface DemoJudge {
  readonly name: string
  /** How far below the others: a tenth is a strict judge. */
  readonly strict: number
  /** Of their stands, what is scored. */
  readonly done: number
  readonly shadow?: boolean
  readonly calibrates?: boolean
  /** Declared by themselves. */
  readonly conflict?: { readonly word: Poster; readonly reason: string }
}

/** Six judges each year. This year two are done, two are on their way, one has not come in yet; one learns and does not count. */
export const juries: Readonly<Record<'last' | 'live', readonly DemoJudge[]>> = {
  last: [
    { name: 'Сергей Д.', strict: 0.11, done: 1 },
    { name: 'Айнұр Ш.', strict: 0.02, done: 1 },
    { name: 'Зарина Ф.', strict: -0.05, done: 1, conflict: { word: 'radio', reason: 'Один из авторов — мой племянник.' } },
    { name: 'Владимир Л.', strict: 0.05, done: 1 },
    { name: 'Гүлмира Ә.', strict: -0.09, done: 1 },
    { name: 'Тимофей Н.', strict: -0.01, done: 1 },
  ],
  live: [
    { name: 'Сергей Д.', strict: 0.11, done: 1, calibrates: true },
    { name: 'Айнұр Ш.', strict: 0.02, done: 1, calibrates: true, conflict: { word: 'plotter', reason: 'Авторлардың бірі — жиенім.' } },
    { name: 'Зарина Ф.', strict: -0.05, done: 0.5, calibrates: true },
    { name: 'Гүлмира Ә.', strict: -0.09, done: 0.9, calibrates: true },
    { name: 'Владимир Л.', strict: 0.05, done: 0 },
    { name: 'Тимофей Н.', strict: -0.01, done: 0.3, shadow: true },
  ],
}

/** Where nothing was written for this very stand. */
export const sayings: Readonly<Record<Language, readonly string[]>> = {
  kk: [
    'Қалай жұмыс істейтінін әрқайсысы көрсетті. Келесіде сынақ кестесін плакатқа іліңіздер.',
    'Таңдаған шешімдерін түсіндіре алды. Басқа жолын да салыстырса, мықтырақ болар еді.',
    'Ұқыпты жасалған. Нені жақсартқылары келетіні анық.',
    'Сұрақтарға өз сөздерімен жауап берді.',
  ],
  ru: [
    'Каждый показал, как это работает. В следующий раз повесьте таблицу проб на плакат.',
    'Решения объяснили. Было бы сильнее сравнить с другим способом.',
    'Сделано аккуратно. Видно, что хотите улучшить дальше.',
    'На вопросы отвечали своими словами.',
  ],
  en: [
    'Everybody could show how it works. Next time hang the table of trials beside it.',
    'You could explain your choices. Comparing with another way would make it stronger.',
    'Built with care, and you know what to improve.',
  ],
}

/** The one award that people gave, and not the rule. */
export const byHand: { readonly word: Poster; readonly title: Said; readonly reason: string } = {
  word: 'farm',
  title: {
    kk: 'Ең шынайы сынақ күнделігі үшін',
    ru: 'За самый честный журнал испытаний',
    en: 'For the most honest log of trials',
  },
  reason: 'Күнделікте сәтсіз апта да толық жазылған, себебі табылған.',
}
