import type { notebook } from '@sheber/contract/notebook'
import type { portfolio } from '@sheber/contract/portfolio'
import type { project } from '@sheber/contract/project'
import type { ThingOf } from '@sheber/document/thing'
import { ask } from '#lib/api.ts'

/** What a card may stand for: something of ours that opens elsewhere. */
export interface Offer {
  readonly of: Extract<ThingOf<'card'>['of'], 'project' | 'board' | 'record' | 'page'>
  readonly ref: string
  readonly title: string
  /** Whose it is. */
  readonly whose: string
}

/** More portfolios are nobody's own. */
const portfoliosMax = 12

/** Of so many projects, the newest first, the notebooks are looked into. */
const notebooksMax = 6

/** `28.11.2026`, as people write a day here. */
const shortDay = (day: string) => day.split('-').reverse().join('.')

/** Pages of the notebooks of these projects, newest first. */
const pagesOf = async ({ id: projectId, title: whose }: { readonly id: string; readonly title: string }): Promise<Offer[]> => {
  const found = await ask<typeof notebook.list>(fetch, 'GET', '/api/project/:projectId/notebook', { params: { projectId }, query: {} })
  return found.pages.map(({ id, day, title }) => ({
    of: 'page',
    ref: id,
    title: [shortDay(day), title].filter(Boolean).join(' · '),
    whose,
  }))
}

/** Projects, their boards, pages of their notebooks and records that whoever asks may read; this board itself is none. Newest projects first. */
export const offersFor = async (boardId: string, nameless: string): Promise<readonly Offer[]> => {
  const [projects, portfolios] = await Promise.all([
    ask<typeof project.list>(fetch, 'GET', '/api/project'),
    ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio'),
  ])
  const pages = await Promise.all(projects.slice(0, notebooksMax).map((one) => pagesOf(one)))
  const records = await Promise.all(
    portfolios.slice(0, portfoliosMax).map(async ({ id: portfolioId, owner }): Promise<Offer[]> => {
      const params = { portfolioId }
      const { records } = await ask<typeof portfolio.records>(fetch, 'GET', '/api/portfolio/:portfolioId/record', { params })
      return records.map(({ id, title }) => ({
        of: 'record',
        ref: `${portfolioId}/${id}`,
        title: title.trim() || nameless,
        whose: owner.name,
      }))
    }),
  )
  return [
    ...projects.flatMap(({ id, boardId: board, title, team }): Offer[] => [
      { of: 'project', ref: id, title, whose: team },
      ...(board === boardId ? [] : [{ of: 'board' as const, ref: board, title, whose: team }]),
    ]),
    ...pages.flat(),
    ...records.flat(),
  ]
}
