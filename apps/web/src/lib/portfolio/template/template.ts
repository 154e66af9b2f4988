import type { RecordKind } from '@sheber/contract/portfolio'
import type { Language } from '@sheber/contract/words'
import type ru from './words.ru.ts'

/** For whom sections stand ready. */
export const templateNames = ['small', 'middle', 'grown', 'teacher', 'team'] as const
export type TemplateName = (typeof templateNames)[number]

export interface TemplatePart {
  readonly title: string
  /** What a record that is begun in it is. */
  readonly kind: RecordKind
  /** … and what it answers. */
  readonly question: string
}

export type Ready = Readonly<Record<TemplateName, { readonly name: string; readonly parts: readonly TemplatePart[] }>>

export type TemplateWords = typeof ru

export const loadTemplateWords = async (language: Language): Promise<TemplateWords> =>
  (await { kk: () => import('./words.kk.ts'), ru: () => import('./words.ru.ts'), en: () => import('./words.en.ts') }[language]()).default

/** Which of them suit a portfolio: a team's, or a person's, who may teach. */
export const templatesFor = (owner: 'person' | 'team', teaches: boolean): readonly TemplateName[] =>
  owner === 'team' ? ['team'] : teaches ? ['teacher'] : ['small', 'middle', 'grown']

/** What of it is not there yet: nobody gets the same section twice, however often it is asked for. */
export const lacking = (parts: readonly TemplatePart[], sections: readonly { readonly title: string }[]): readonly TemplatePart[] => {
  const there = new Set(sections.map(({ title }) => title.trim().toLocaleLowerCase()))
  return parts.filter(({ title }) => !there.has(title.toLocaleLowerCase()))
}
