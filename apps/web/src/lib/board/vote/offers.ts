import type { notebook } from '@sheber/contract/notebook'
import type { portfolio } from '@sheber/contract/portfolio'
import type { project } from '@sheber/contract/project'
import type { task, TaskState } from '@sheber/contract/task'
import type { ThingOf } from '@sheber/document/thing'
import { ask } from '#lib/api.ts'

/** What a card may stand for: something of ours that opens elsewhere. */
export interface Offer {
  readonly of: Extract<ThingOf<'card'>['of'], 'project' | 'board' | 'record' | 'page' | 'task'>
  readonly ref: string
  readonly title: string
  /** Whose it is; of a task, how it stands. */
  readonly whose: string
}

/** More portfolios are nobody's own. */
const portfoliosMax = 12

interface Here {
  readonly boardId: string
  readonly projectId: string
}
interface OfferWords {
  readonly nameless: string
  readonly states: Readonly<Record<TaskState, string>>
}

/** `28.11.2026`, as people write a day here. */
const shortDay = (day: string) => day.split('-').reverse().join('.')

/**
 * Tasks of this board's project and pages of its notebook, projects, their boards and records that whoever asks may read; this board
 * itself is none, nor is what is done. Newest pages and projects first.
 */
export const offersFor = async ({ boardId, projectId }: Here, { nameless, states }: OfferWords): Promise<readonly Offer[]> => {
  const [{ tasks }, { pages }, projects, portfolios] = await Promise.all([
    ask<typeof task.list>(fetch, 'GET', '/api/project/:projectId/task', { params: { projectId } }),
    ask<typeof notebook.list>(fetch, 'GET', '/api/project/:projectId/notebook', { params: { projectId }, query: {} }),
    ask<typeof project.list>(fetch, 'GET', '/api/project'),
    ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio'),
  ])
  const ours = projects.find(({ id }) => id === projectId)?.title ?? ''
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
    ...tasks
      .filter(({ state }) => state !== 'done')
      .map(({ id, title, state }): Offer => ({ of: 'task', ref: id, title, whose: states[state] })),
    ...pages.map(({ id, day, title }): Offer => ({
      of: 'page',
      ref: id,
      title: [shortDay(day), title].filter(Boolean).join(' · '),
      whose: ours,
    })),
    ...projects.flatMap(({ id, boardId: board, title, team }): Offer[] => [
      { of: 'project', ref: id, title, whose: team },
      ...(board === boardId ? [] : [{ of: 'board' as const, ref: board, title, whose: team }]),
    ]),
    ...records.flat(),
  ]
}
