import type { BadgeClass, ClassDraft, ClassState, GivenBadge, Need, RevokeWhy } from '@sheber/contract/badge'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { badge, badgeClass, membership, organisation, person, project, team, teamMember } from '@sheber/db/schema'
import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'

const classes = (db: DbOrTx) =>
  db
    .select({
      id: badgeClass.id,
      organisation: { id: organisation.id, name: organisation.name, language: organisation.language },
      state: badgeClass.state,
      edition: badgeClass.edition,
      draft: badgeClass.draft,
      issued: count(badge.id),
      awarded: sql<boolean>`${badgeClass.awardId} is not null`,
    })
    .from(badgeClass)
    .innerJoin(organisation, eq(organisation.id, badgeClass.organisationId))
    .leftJoin(badge, and(eq(badge.classId, badgeClass.id), isNull(badge.revokedAt)))
    .groupBy(badgeClass.id, organisation.id)
    .orderBy(asc(badgeClass.createdAt), asc(badgeClass.id))
    .$dynamic()

export const classesOf = (db: DbOrTx, organisationId: string): Promise<BadgeClass[]> =>
  classes(db).where(eq(badgeClass.organisationId, organisationId))

/** Given out at present by organisations that somebody belongs to, or whose teams they are in. */
export const openClassesNear = (db: DbOrTx, personId: string): Promise<BadgeClass[]> =>
  classes(db).where(
    and(
      eq(badgeClass.state, 'open'),
      or(
        inArray(
          badgeClass.organisationId,
          db.select({ id: membership.organisationId }).from(membership).where(eq(membership.personId, personId)),
        ),
        inArray(
          badgeClass.organisationId,
          db
            .select({ id: team.organisationId })
            .from(teamMember)
            .innerJoin(team, eq(team.id, teamMember.teamId))
            .where(eq(teamMember.personId, personId)),
        ),
      ),
    ),
  )

export const oneClass = async (db: DbOrTx, id: string): Promise<BadgeClass | null> =>
  (await classes(db).where(eq(badgeClass.id, id)))[0] ?? null

/** Whoever changes or gives it stands in a line. */
export const lockClass = async (tx: Tx, id: string): Promise<BadgeClass | null> => {
  await tx.select({ id: badgeClass.id }).from(badgeClass).where(eq(badgeClass.id, id)).for('update')
  return oneClass(tx, id)
}

export const insertClass = async (tx: Tx, row: typeof badgeClass.$inferInsert): Promise<void> => {
  await tx.insert(badgeClass).values(row).onConflictDoNothing()
}

export const updateClass = async (tx: Tx, id: string, to: { draft?: ClassDraft; state?: ClassState; at: Date }): Promise<void> => {
  const { at, ...rest } = to
  await tx
    .update(badgeClass)
    .set({ ...rest, changedAt: at, ...(to.draft && { edition: sql`${badgeClass.edition} + 1` }) })
    .where(eq(badgeClass.id, id))
}

/** Whether each is a competency of a framework in use, with a level of the same. */
export const areKnown = async (db: DbOrTx, needs: readonly Need[]): Promise<boolean> => {
  const { rows } = await db.execute(sql`
    select 1 from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as need ("competencyId" uuid, "levelId" uuid)
    where not exists (
      select 1 from competency c
      join framework f on f.id = c.framework_id and f.state <> 'draft'
      join framework_level l on l.framework_id = f.id
      where c.id = need."competencyId" and l.id = need."levelId")
    limit 1`)
  return rows.length === 0
}

const given = (db: DbOrTx) =>
  db
    .select({
      id: badge.id,
      classId: badge.classId,
      draft: badgeClass.draft,
      organisationId: organisation.id,
      organisation: organisation.name,
      personId: person.id,
      name: person.name,
      projectId: badge.projectId,
      project: project.title,
      at: badge.issuedAt,
      until: badge.validUntil,
      revokedAt: badge.revokedAt,
      revokedWhy: badge.revokedWhy,
      credential: badge.credential,
    })
    .from(badge)
    .innerJoin(badgeClass, eq(badgeClass.id, badge.classId))
    .innerJoin(organisation, eq(organisation.id, badgeClass.organisationId))
    .innerJoin(person, eq(person.id, badge.personId))
    .leftJoin(project, eq(project.id, badge.projectId))
    .orderBy(desc(badge.issuedAt), asc(badge.id))
    .$dynamic()

export type StoredBadge = Awaited<ReturnType<typeof given>>[number]

export const shownBadge = (row: StoredBadge): GivenBadge => ({
  id: row.id,
  classId: row.classId,
  title: row.draft.title,
  emblem: row.draft.emblem,
  organisation: row.organisation,
  holder: { personId: row.personId, name: row.name },
  project: row.project ?? '',
  at: row.at.toISOString(),
  until: row.until?.toISOString() ?? null,
  revoked: revokedOf(row),
})

export const revokedOf = ({ revokedAt, revokedWhy }: Pick<StoredBadge, 'revokedAt' | 'revokedWhy'>) =>
  revokedAt && { at: revokedAt.toISOString(), why: revokedWhy ?? 'mistake' }

export const badgesOfClass = (db: DbOrTx, classId: string) => given(db).where(eq(badge.classId, classId))
export const badgesOfPerson = (db: DbOrTx, personId: string) => given(db).where(eq(badge.personId, personId))
export const oneBadge = async (db: DbOrTx, id: string): Promise<StoredBadge | null> => (await given(db).where(eq(badge.id, id)))[0] ?? null

/** The one that somebody has of a class, for this project or for none, not revoked; null: none. */
export const badgeInHand = async (
  db: DbOrTx,
  { classId, personId, projectId }: { classId: string; personId: string; projectId: string | null },
): Promise<string | null> => {
  const [row] = await db
    .select({ id: badge.id })
    .from(badge)
    .where(
      and(
        eq(badge.classId, classId),
        eq(badge.personId, personId),
        sql`${badge.projectId} is not distinct from ${projectId}`,
        isNull(badge.revokedAt),
      ),
    )
  return row?.id ?? null
}

export const insertBadge = async (tx: Tx, row: typeof badge.$inferInsert): Promise<void> => {
  await tx.insert(badge).values(row)
}

/** False: it was revoked before, and the first reason stays. */
export const revokeBadge = async (tx: Tx, id: string, by: { personId: string; at: Date; why: RevokeWhy }): Promise<boolean> => {
  const changed = await tx
    .update(badge)
    .set({ revokedAt: by.at, revokedBy: by.personId, revokedWhy: by.why })
    .where(and(eq(badge.id, id), isNull(badge.revokedAt)))
    .returning({ id: badge.id })
  return changed.length > 0
}

/** What an organisation has taken back, as the badges name themselves. */
export const revokedOfOrganisation = (db: DbOrTx, organisationId: string) =>
  db
    .select({ credential: badge.credential, why: badge.revokedWhy })
    .from(badge)
    .innerJoin(badgeClass, eq(badgeClass.id, badge.classId))
    .where(and(eq(badgeClass.organisationId, organisationId), sql`${badge.revokedAt} is not null`))
    .orderBy(asc(badge.revokedAt))
