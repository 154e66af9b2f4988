import type { evidence, NamedRecord } from '@sheber/contract/evidence'
import type { Portfolio, portfolio } from '@sheber/contract/portfolio'
import type { project } from '@sheber/contract/project'
import { ask } from '#lib/api.ts'

/** A portfolio that somebody may write in; it need not be opened yet. */
export interface Place {
  readonly of: 'person' | 'team'
  readonly id: string
  readonly name: string
  readonly mine: boolean
}

/** One's own first, then that of the team whose board it is, then whatever else one writes in. @throws {Refused} */
export const placesFor = async (me: { readonly id: string; readonly name: string }, projectId: string): Promise<Place[]> => {
  const [lines, of] = await Promise.all([
    ask<typeof portfolio.list>(fetch, 'GET', '/api/portfolio'),
    ask<typeof project.look>(fetch, 'GET', '/api/project/:projectId', { params: { projectId } }),
  ])
  const own: Place = { of: 'person', id: me.id, name: me.name, mine: true }
  const isOfTeam = of.members.some(({ personId }) => personId === me.id)
  const team: Place[] = isOfTeam ? [{ of: 'team', id: of.teamId, name: of.team, mine: false }] : []
  const others = lines.map(({ owner }): Place => ({ of: owner.kind, id: owner.id, name: owner.name, mine: false }))
  const all = [own, ...team, ...others]
  return [...new Map(all.toReversed().map((one) => [`${one.of} ${one.id}`, one])).values()].toReversed()
}

export interface Opened {
  readonly portfolio: Portfolio
  readonly records: readonly NamedRecord[]
}

/** The portfolio there, opened where it was not yet, and what one may add to. @throws {Refused} */
export const openPlace = async ({ of, id }: Place): Promise<Opened> => {
  const opened = await ask<typeof portfolio.open>(fetch, 'POST', '/api/portfolio', { body: { of, id } })
  const { records } = await ask<typeof evidence.list>(fetch, 'GET', '/api/portfolio/:portfolioId/evidence', {
    params: { portfolioId: opened.id },
  })
  return { portfolio: opened, records: records.filter(({ deleted }) => !deleted) }
}
