import { visitor } from '@sheber/contract/visitor'
import type { Tx } from '@sheber/db/open'
import { membership, person, teamMember } from '@sheber/db/schema'
import { and, eq, inArray } from 'drizzle-orm'
import { change, type Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { withoutLine } from '../inbox/inbox.unseen.ts'
import { organisersOf } from '../stand/stand.hear.ts'

interface Of {
  readonly standId: string
  readonly teamId: string
  readonly exhibitionId: string
}

const membersOf = async (tx: Tx, teamId: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: person.id })
    .from(teamMember)
    .innerJoin(person, eq(person.id, teamMember.personId))
    .where(and(eq(teamMember.teamId, teamId), eq(person.active, true)))
    .orderBy(person.id)
  return rows.map(({ id }) => id)
}

/** Its teachers; of a team without one, who runs the exhibition: somebody has to read it. */
const readersOf = async (tx: Tx, { teamId, exhibitionId }: Of): Promise<string[]> => {
  const members = await membersOf(tx, teamId)
  const rows = await tx
    .selectDistinct({ id: membership.personId })
    .from(membership)
    .where(and(inArray(membership.personId, members), inArray(membership.role, ['teacher', 'administrator'])))
  const teachers = rows.map(({ id }) => id)
  return teachers.length > 0 ? teachers : organisersOf(tx, exhibitionId)
}

/** Something waits: to whoever may let it through. */
export const tellReaders = async (tx: Tx, tell: Tell, of: Of): Promise<void> => {
  const { standId } = of
  for (const personId of await withoutLine(tx, 'visitor.queued', { standId }, await readersOf(tx, of)))
    await tell(visitor.queued, { standId, personId })
}

/** It was let through: to the team, but for whose hand it was. */
export const tellTeam = async (tx: Tx, tell: Tell, { standId, teamId }: Of, by: string): Promise<void> => {
  const others = (await membersOf(tx, teamId)).filter((id) => id !== by)
  for (const personId of await withoutLine(tx, 'visitor.passed', { standId }, others)) await tell(visitor.passed, { standId, personId })
}

/** One network brought more new devices than are counted: to whoever runs the exhibition. */
export const tellCrowd = (services: Services, exhibitionId: string): Promise<void> =>
  change(services, null, async (tx, tell) => {
    await tell(visitor.crowded, { exhibitionId })
    for (const personId of await withoutLine(tx, 'visitor.warned', { exhibitionId }, await organisersOf(tx, exhibitionId)))
      await tell(visitor.warned, { exhibitionId, personId })
  })
