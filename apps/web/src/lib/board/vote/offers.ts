import type { portfolio } from '@sheber/contract/portfolio'
import type { project } from '@sheber/contract/project'
import type { ThingOf } from '@sheber/document/thing'
import { ask } from '#lib/api.ts'

/** What a card may stand for: something of ours that opens elsewhere. */
export interface Offer {
  readonly of: Extract<ThingOf<'card'>['of'], 'project' | 'board' | 'record'>
  readonly ref: string
  readonly title: string
  /** Whose it is. */
  readonly whose: string
}

/** More portfolios are nobody's own. */
const portfoliosMax = 12

/** Projects, their boards and records that whoever asks may read; this board itself is none. Newest projects first. */
export const offersFor = async (boardId: string, nameless: string): Promise<readonly Offer[]> => {
  const [projects, portfolios] = await Promise.all([
    ask<typeof project.list>(fetch, 'GET', '/api/project'),
    ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio'),
  ])
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
    ...records.flat(),
  ]
}
