import type { DbOrTx } from '@sheber/db/open'
import { exhibitionOrganiser, project, stand, team } from '@sheber/db/schema'
import { conflictsOf, type ConflictReason, type JudgeTies, type StandTies } from '@sheber/domain/assignment'
import { and, eq, inArray, sql } from 'drizzle-orm'

/**
 * What is known here of who is what to whom. Organisations that run the exhibition are left out: at a centre at which everybody learns
 * nobody of the centre could judge otherwise. The role of a judge is no tie: it is given by the invitation itself.
 */
export interface Ties {
  reasons(personId: string, standId: string): readonly ConflictReason[]
  judge(personId: string): JudgeTies
  stand(standId: string): StandTies
}

const textArray = (ids: readonly string[]) => sql`array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`

/** Of these people as judges, and of all stands that were handed in; or of some. */
export const tiesOf = async (
  db: DbOrTx,
  {
    exhibitionId,
    personIds,
    standIds,
  }: { readonly exhibitionId: string; readonly personIds: readonly string[]; readonly standIds?: readonly string[] },
): Promise<Ties> => {
  const organisers = await db
    .select({ id: exhibitionOrganiser.organisationId })
    .from(exhibitionOrganiser)
    .where(eq(exhibitionOrganiser.exhibitionId, exhibitionId))
  const runs = new Set(organisers.map(({ id }) => id))

  const judges = new Map<string, JudgeTies>()
  if (personIds.length > 0) {
    const { rows } = await db.execute<{ id: string; organisations: string[]; wards: string[]; learners: string[] }>(sql`
      select p.id,
        array(select m.organisation_id from membership m where m.person_id = p.id and m.role not in ('judge', 'guardian')) as organisations,
        array(select g.child_id from guardianship g where g.guardian_id = p.id and g.ended_at is null) as wards,
        array(
          select distinct other.person_id from team_member own join team_member other on other.team_id = own.team_id
          where own.person_id = p.id and other.person_id <> p.id
        ) as learners
      from person p where p.id = any(${textArray(personIds)})`)
    for (const { id, organisations, wards, learners } of rows)
      judges.set(id, {
        id,
        organisationIds: organisations.filter((one) => !runs.has(one)),
        wardIds: wards,
        learnerIds: learners,
      })
  }

  const rows = await db
    .select({
      id: stand.id,
      teamOrganisationId: team.organisationId,
      // As it was handed in, and as it is now: whoever joined later is of the team too.
      personIds: sql<string[]>`array(
        select member->>'id' from jsonb_array_elements(${stand.members}) member
        union select tm.person_id from team_member tm where tm.team_id = ${team.id})`,
      organisationIds: sql<string[]>`array(
        select distinct m.organisation_id from membership m where m.role = 'learner' and m.person_id in (
          select member->>'id' from jsonb_array_elements(${stand.members}) member
          union select tm.person_id from team_member tm where tm.team_id = ${team.id}))`,
    })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(and(eq(stand.exhibitionId, exhibitionId), ...(standIds === undefined ? [] : [inArray(stand.id, [...standIds])])))
  const stands = new Map(
    rows.map((row): [string, StandTies] => [
      row.id,
      {
        personIds: row.personIds,
        organisationIds: [row.teamOrganisationId, ...row.organisationIds].filter((one) => !runs.has(one)),
      },
    ]),
  )

  const nobody = (id: string): JudgeTies => ({ id, organisationIds: [] })
  const nothing: StandTies = { personIds: [], organisationIds: [] }
  const judgeTies = (id: string) => judges.get(id) ?? nobody(id)
  const standTies = (id: string) => stands.get(id) ?? nothing
  return { judge: judgeTies, stand: standTies, reasons: (person, one) => conflictsOf(judgeTies(person), standTies(one)) }
}
