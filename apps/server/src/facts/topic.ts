import { idPattern } from '@sheber/contract/ids'
import type { Topic } from '@sheber/contract/kit'
import type { DbOrTx } from '@sheber/db/open'
import type { Thing } from '@sheber/domain/permission'
import { thingOfExhibition } from '../features/exhibition/exhibition.thing.ts'
import { thingOfWard } from '../features/guardian/guardian.thing.ts'
import { thingOfOrganisation } from '../features/organisation/organisation.thing.ts'
import { thingOfPortfolio } from '../features/portfolio/portfolio.thing.ts'
import { thingOfProject } from '../features/project/project.thing.ts'
import { submissionsOf } from '../features/review/review.thing.ts'
import { thingOfTeam } from '../features/team/team.thing.ts'

type Load = (db: DbOrTx, id: string) => Promise<Thing | null>

const mapOfPerson: Load = async (db, id) => {
  const of = await thingOfWard(db, id)
  return of && { kind: 'map', of }
}

const recordsOf: Load = async (db, id) => {
  const of = await thingOfPortfolio(db, id)
  return of && { kind: 'records', of, submissions: await submissionsOf(db, of) }
}

const kinds = new Map<string, Load>([
  // Only one's own topic is heard: nothing has to be loaded for that.
  ['person', async (_db, id) => ({ kind: 'person', id, memberships: [] })],
  ['map', mapOfPerson],
  ['team', thingOfTeam],
  ['project', thingOfProject],
  ['organisation', thingOfOrganisation],
  ['portfolio', thingOfPortfolio],
  ['record', recordsOf],
  ['exhibition', thingOfExhibition],
])

export const isTopic = (asked: unknown): asked is Topic => {
  if (typeof asked !== 'string' || asked.length > 40) return false
  const at = asked.indexOf(':')
  return kinds.has(asked.slice(0, at)) && idPattern.test(asked.slice(at + 1))
}

/** What the permission table is asked about when somebody wants to hear a topic; null where there is none. */
export const thingOfTopic = async (db: DbOrTx, topic: Topic): Promise<Thing | null> => {
  const [kind = '', id = ''] = topic.split(':')
  return (await kinds.get(kind)?.(db, id)) ?? null
}
