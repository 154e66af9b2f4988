import { acceptance, competency, evidence, organisation, person } from '@sheber/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { shipOne } from '../framework/shipped.ts'
import { readMaking } from './demo-making.ts'
import { organisations } from './demo-people.ts'
import { schoolGoals, schoolGoalsId, taken } from './demo-school.ts'

const dayMs = 86_400_000

/** Goals of one school, linked with the centre's framework, and what it has accepted of its pupils for them. Makes what is missing, once. */
export const fillSchool = async ({ db, clock, newId }: Services, people: ReadonlyMap<string, string>): Promise<void> => {
  const name = organisations.school101.name
  const [school] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.name, name))
  const by = people.get('Марат А.')
  if (!school || by === undefined || (await db.$count(acceptance, eq(acceptance.organisationId, school.id))) > 0) return
  const { competencyOf } = await readMaking(db)
  const draft = schoolGoals(competencyOf)
  // A day back, so that nothing comes out of the future.
  const at = new Date(clock.now().getTime() - dayMs)
  await db.transaction(async (tx) => {
    await shipOne(tx, { id: schoolGoalsId, draft, organisationId: school.id, personId: by, at })
    for (const { who, code, goal, topic } of taken) {
      const [shown] = await tx
        .select({ id: evidence.id })
        .from(evidence)
        .innerJoin(person, and(eq(person.id, evidence.personId), eq(person.name, who)))
        .innerJoin(competency, and(eq(competency.id, evidence.competencyId), eq(competency.id, competencyOf(code))))
        .where(and(eq(evidence.state, 'confirmed'), isNull(evidence.supersededAt)))
        .limit(1)
      const goalId = draft.competencies.find((one) => one.code === goal)?.id ?? null
      const row = { organisationId: school.id, topic, goalId, acceptedBy: by, createdAt: at }
      if (shown) await tx.insert(acceptance).values({ id: newId(), evidenceId: shown.id, ...row })
    }
  })
}
