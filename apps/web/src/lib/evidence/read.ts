import type { Competency, Draft, Framework, FrameworkLine, framework as promise } from '@sheber/contract/framework'
import { inLanguage } from '@sheber/domain/framework'
import { languages } from '@sheber/contract/plain'
import type { Language } from '@sheber/contract/words'
import { ask } from '#lib/api.ts'

type Fetch = typeof globalThis.fetch

export const allFrameworks = (fetch: Fetch): Promise<FrameworkLine[]> => ask<typeof promise.list>(fetch, 'GET', '/api/framework')

/** Those that may be claimed of, the last changed first. */
export const publishedFrameworks = async (fetch: Fetch): Promise<FrameworkLine[]> =>
  (await allFrameworks(fetch)).filter(({ state }) => state === 'published')

/** To be chosen from: where two are called alike, with the version. */
export const choices = (lines: readonly Pick<FrameworkLine, 'id' | 'title' | 'version'>[], language: Language) => {
  const titles = lines.map(({ title }) => inLanguage(title, language))
  const isTwice = (title: string) => titles.filter((one) => one === title).length > 1
  return lines.map(({ id, version }, at) => {
    const title = titles[at] as string
    return { value: id, label: isTwice(title) && version ? `${title} ${version}` : title }
  })
}

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
