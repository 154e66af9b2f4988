import type { ClassDraft, Need } from '@sheber/contract/badge'
import type { Rollup, Said } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { competency, evidence, framework, frameworkLevel, membership, person, project, team, teamMember, verdict } from '@sheber/db/schema'
import { levelShown, type Judged } from '@sheber/domain/evidence'
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'

/** Where people stand in what a badge asks for. */

/** One competency that is asked for, as its framework has it. */
export interface Asked extends Need {
  readonly frameworkId: string
  readonly code: string
  readonly title: Said
  readonly level: Said
  readonly framework: Said
  readonly rollup: Rollup
  /** Of its framework, from the lowest up. */
  readonly levels: readonly string[]
  /** … in words, at the same places. */
  readonly names: readonly Said[]
}

export const askedOf = async (db: DbOrTx, { needs }: ClassDraft): Promise<Asked[]> => {
  if (needs.length === 0) return []
  const rows = await db
    .select({ id: competency.id, code: competency.code, title: competency.title, of: framework })
    .from(competency)
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(
      inArray(
        competency.id,
        needs.map(({ competencyId }) => competencyId),
      ),
    )
  const known = new Map(rows.map((row) => [row.id, row]))
  const levels = await db
    .select()
    .from(frameworkLevel)
    .where(inArray(frameworkLevel.frameworkId, [...new Set(rows.map(({ of }) => of.id))]))
    .orderBy(asc(frameworkLevel.place))
  return needs.flatMap((need) => {
    const row = known.get(need.competencyId)
    if (!row) return []
    const own = levels.filter(({ frameworkId }) => frameworkId === row.of.id)
    const level = own.find(({ id }) => id === need.levelId)?.title ?? { kk: '', ru: '', en: '' }
    const { code, title, of } = row
    return [
      {
        ...{ ...need, frameworkId: of.id, code, title, level, framework: of.title, rollup: of.rollup },
        ...{ levels: own.map(({ id }) => id), names: own.map((one) => one.title) },
      },
    ]
  })
}

export const heightsOf = (asked: readonly Asked[]): ReadonlyMap<string, number> =>
  new Map(asked.flatMap(({ levels }) => levels.map((id, height) => [id, height] as const)))

export interface Confirmed extends Judged {
  readonly competencyId: string
  readonly evidenceId: string
}

/** Every verdict on evidence that somebody stands by: what its author took back counts no more. */
export const verdictsOn = async (
  db: DbOrTx,
  people: readonly string[],
  needs: readonly Need[],
): Promise<ReadonlyMap<string, readonly Confirmed[]>> => {
  const found = new Map<string, Confirmed[]>()
  if (people.length === 0 || needs.length === 0) return found
  const rows = await db
    .select({
      personId: evidence.personId,
      competencyId: evidence.competencyId,
      evidenceId: evidence.id,
      verdict: verdict.verdict,
      levelId: verdict.levelId,
      at: verdict.createdAt,
    })
    .from(verdict)
    .innerJoin(evidence, eq(evidence.id, verdict.evidenceId))
    .where(
      and(
        inArray(evidence.personId, [...people]),
        inArray(
          evidence.competencyId,
          needs.map(({ competencyId }) => competencyId),
        ),
        sql`(${evidence.supersededAt} is null or ${evidence.supersededBy} is not null)`,
      ),
    )
    .orderBy(asc(verdict.createdAt))
  for (const { personId, at, ...row } of rows) {
    const own = found.get(personId) ?? []
    own.push({ ...row, at: at.toISOString() })
    found.set(personId, own)
  }
  return found
}

/** The level that each competency asked for is shown on. */
export const shownOf = (asked: readonly Asked[], verdicts: readonly Confirmed[] = []): ReadonlyMap<string, string | null> =>
  new Map(
    asked.map(({ competencyId, levels, rollup }) => [
      competencyId,
      levelShown(
        verdicts.filter((one) => one.competencyId === competencyId),
        levels,
        rollup,
      ),
    ]),
  )

/** Whom an organisation may give a badge to: its people, and those of its teams. */
export const peopleNear = (db: DbOrTx, organisationId: string, personId?: string) =>
  db
    .select({ personId: person.id, name: person.name })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        personId === undefined ? undefined : eq(person.id, personId),
        or(
          inArray(person.id, db.select({ id: membership.personId }).from(membership).where(eq(membership.organisationId, organisationId))),
          inArray(
            person.id,
            db
              .select({ id: teamMember.personId })
              .from(teamMember)
              .innerJoin(team, eq(team.id, teamMember.teamId))
              .where(eq(team.organisationId, organisationId)),
          ),
        ),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))

/** Projects of an organisation's teams, and who takes part in each. */
export const projectsNear = (db: DbOrTx, organisationId: string, personId?: string) =>
  db
    .select({ id: project.id, title: project.title, personId: teamMember.personId })
    .from(project)
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(teamMember, eq(teamMember.teamId, team.id))
    .where(and(eq(team.organisationId, organisationId), personId === undefined ? undefined : eq(teamMember.personId, personId)))
    .orderBy(asc(project.title), asc(project.id))
