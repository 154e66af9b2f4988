import type { Competency, Draft, Framework, FrameworkLine, framework as promise } from '@sheber/contract/framework'
import { inLanguage } from '@sheber/domain/framework'
import { languages } from '@sheber/contract/plain'
import type { Language } from '@sheber/contract/words'
import { ask } from '#lib/api.ts'

type Fetch = typeof globalThis.fetch

/** Those that may be claimed of, the last changed first. */
export const publishedFrameworks = async (fetch: Fetch): Promise<FrameworkLine[]> =>
  (await ask<typeof promise.list>(fetch, 'GET', '/api/framework')).filter(({ state }) => state === 'published')

export const lookAtFramework = (fetch: Fetch, frameworkId: string): Promise<Framework> =>
  ask<typeof promise.look>(fetch, 'GET', '/api/framework/:frameworkId', { params: { frameworkId } })

/** Only what can be claimed, each with the area it stands in. */
export const claimable = ({ competencies }: Pick<Draft, 'competencies'>): { area: Competency | null; inside: Competency[] }[] => {
  const areas = new Set(competencies.map(({ parentId }) => parentId))
  const byId = new Map(competencies.map((one) => [one.id, one]))
  const leaves = competencies.filter(({ id, retired }) => !retired && !areas.has(id))
  return [...Map.groupBy(leaves, ({ parentId }) => parentId)].map(([parentId, inside]) => ({
    area: (parentId !== null && byId.get(parentId)) || null,
    inside,
  }))
}

/** By a word of its title in any language, or by its code. */
export const isSought = ({ code, title }: Pick<Competency, 'code' | 'title'>, sought: string): boolean => {
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const text = [code, ...languages.map((language) => title[language])].join(' ').toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}

export const named = ({ code, title }: Pick<Competency, 'code' | 'title'>, language: Language): string =>
  [code, inLanguage(title, language)].filter(Boolean).join(' ')

/** As everybody counts them, from one. */
export const numberOf = ({ levels }: Pick<Draft, 'levels'>, levelId: string | null): number =>
  levels.findIndex(({ id }) => id === levelId) + 1
