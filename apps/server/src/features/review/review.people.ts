import type { DbOrTx } from '@sheber/db/open'
import { evidence, guardianship, membership, organisation, person, submission, submissionReviewer, teamMember } from '@sheber/db/schema'
import type { OfPortfolio } from '@sheber/domain/permission'
import { mayReview } from '@sheber/domain/review'
import { and, desc, eq, exists, inArray, isNull, ne, not, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

/** Everybody whose words they are: the owner or the owning team, and whom they let in. */
export const authorsOf = async (db: DbOrTx, of: OfPortfolio): Promise<string[]> => {
  const team = of.teamId ? await db.select({ id: teamMember.personId }).from(teamMember).where(eq(teamMember.teamId, of.teamId)) : []
  return [...(of.ownerId ? [of.ownerId] : []), ...team.map(({ id }) => id), ...of.letIn]
}

/** Who may be asked to read it: the adults of the owner's teams, who know the work and stand first, and those who teach where its owner learns. */
export const reviewersFor = async (db: DbOrTx, of: OfPortfolio) => {
  const authors = await authorsOf(db, of)
  const mates = db
    .select({ id: teamMember.personId })
    .from(teamMember)
    .where(inArray(teamMember.teamId, [...of.teams]))
  const rows = await db
    .select({ personId: person.id, name: person.name, organisation: organisation.name, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(
      and(
        eq(person.active, true),
        or(
          and(inArray(membership.organisationId, [...of.organisations]), inArray(membership.role, ['teacher', 'mentor'])),
          and(inArray(membership.personId, mates), ne(membership.role, 'learner')),
        ),
      ),
    )
    .orderBy(desc(inArray(membership.personId, mates)), person.name, person.id, organisation.name)
  const fit = rows.filter(({ personId }) => mayReview(personId, authors, of.relatives))
  // One of two places has a name here once.
  return [...new Map(fit.map((one) => [one.personId, one])).values()]
}

/** The queues in which it may wait: of the owner's organisations, the centre's first. */
export const queuesFor = (db: DbOrTx, of: OfPortfolio) =>
  db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...of.organisations]))
    .orderBy(desc(eq(organisation.kind, 'centre')), organisation.name)

/** Whose open pages show a submission: its authors, its readers, and while nobody has it whoever might take it. */
export const concernedBy = async (db: DbOrTx, submissionId: string, of: OfPortfolio): Promise<string[]> => {
  const { reviewerId, organisationId } = submission
  const [row] = await db.select({ reviewerId, organisationId }).from(submission).where(eq(submission.id, submissionId))
  if (!row) return []
  const invited = await db
    .select({ id: submissionReviewer.personId })
    .from(submissionReviewer)
    .where(eq(submissionReviewer.submissionId, submissionId))
  const takers =
    row.reviewerId === null
      ? await db
          .select({ id: membership.personId })
          .from(membership)
          .where(and(eq(membership.organisationId, row.organisationId), inArray(membership.role, ['teacher', 'mentor', 'administrator'])))
      : [{ id: row.reviewerId }]
  const readers = [...invited, ...takers].map(({ id }) => id).filter((id) => !of.relatives.includes(id))
  return [...new Set([...(await authorsOf(db, of)), ...readers])]
}

/** The schools in which those learn whose evidence it is: they may accept what was confirmed. */
export const schoolsOf = async (db: DbOrTx, evidenceIds: readonly string[]): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: organisation.id })
    .from(evidence)
    .innerJoin(membership, eq(membership.personId, evidence.personId))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(inArray(evidence.id, [...evidenceIds]), eq(membership.role, 'learner'), eq(organisation.kind, 'school')))
  return rows.map(({ id }) => id)
}

/** Who speaks for those schools and may accept what was confirmed: nobody of them for their own child. */
export const acceptersOf = async (db: DbOrTx, evidenceIds: readonly string[]) => {
  const staff = alias(membership, 'staff')
  const stands = exists(
    db
      .select({ one: sql`1` })
      .from(guardianship)
      .where(and(eq(guardianship.guardianId, staff.personId), eq(guardianship.childId, evidence.personId), isNull(guardianship.endedAt))),
  )
  return db
    .selectDistinct({ organisationId: organisation.id, personId: staff.personId })
    .from(evidence)
    .innerJoin(membership, and(eq(membership.personId, evidence.personId), eq(membership.role, 'learner')))
    .innerJoin(organisation, and(eq(organisation.id, membership.organisationId), eq(organisation.kind, 'school')))
    .innerJoin(staff, and(eq(staff.organisationId, organisation.id), inArray(staff.role, ['teacher', 'administrator'])))
    .where(and(inArray(evidence.id, [...evidenceIds]), not(stands)))
}
