import type { Criterion } from '@sheber/contract/rubric'

/** Kazakh, Russian, English. */
export type Three = readonly [kk: string, ru: string, en: string]

export const said = ([kk, ru, en]: Three) => ({ kk, ru, en })

/** Levels from the lowest up, one point apart. */
export const criterion = (id: string, weight: number, title: Three, levels: readonly Three[], from = 0): Criterion => ({
  id,
  title: said(title),
  weight,
  levels: levels.map((text, at) => ({ points: from + at, text: said(text) })),
})
