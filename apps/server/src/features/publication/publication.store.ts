import type { PublicFields } from '@sheber/contract/publication'
import type { Db, DbOrTx, Tx } from '@sheber/db/open'
import {
  badge,
  badgeClass,
  competency,
  consent,
  evidence,
  file,
  framework,
  frameworkLevel,
  organisation,
  person,
  portfolio,
  publication,
  publicationRecord,
  roomClient,
  teamMember,
  verdict,
} from '@sheber/db/schema'
import { levelShown } from '@sheber/domain/evidence'
import type { PublicCompetency, PublicRecord, Soul } from '@sheber/domain/publication'
import { and, asc, eq, inArray, isNull, sql, type Param, type Placeholder, type SQL } from 'drizzle-orm'
import { isAdult } from '../person/person.adult.ts'

export type Row = NonNullable<Awaited<ReturnType<typeof publicationOf>>>
export type RecordRow = Awaited<ReturnType<typeof recordsOut>>[number]

const whole = {
  id: publication.id,
  portfolioId: publication.portfolioId,
  fields: publication.fields,
  cover: publication.cover,
  coverTells: publication.coverTells,
  badges: publication.badges,
  publishedAt: publication.publishedAt,
  by: person.name,
  withdrawnAt: publication.withdrawnAt,
  /** Another one with every change of the row, and of its records, which change with it. */
  version: sql<string>`${publication}.xmin::text`,
}

const publications = (db: DbOrTx, which: SQL) =>
  db
    .select({ ...whole, ownerId: portfolio.personId, teamId: portfolio.teamId })
    .from(publication)
    .innerJoin(portfolio, eq(portfolio.id, publication.portfolioId))
    .innerJoin(person, eq(person.id, publication.publishedBy))
    .where(which)

export const publicationOf = async (db: DbOrTx, { portfolioId }: { portfolioId: string }) => {
  const [row] = await publications(db, eq(publication.portfolioId, portfolioId))
  return row ?? null
}

export const recordsOut = async (db: DbOrTx, publicationId: string) => {
  const rows = await db
    .select()
    .from(publicationRecord)
    .where(eq(publicationRecord.publicationId, publicationId))
    .orderBy(asc(publicationRecord.place))
  return rows.map(({ shown, ...row }) => ({ ...row, shown: shown as PublicRecord }))
}

export interface Given {
  readonly id: string
  readonly portfolioId: string
  readonly fields: PublicFields
  readonly cover: { title: string; about: string } | null
  readonly coverTells: string[]
  readonly badges: string[]
  readonly by: string
  readonly at: Date
  readonly records: readonly Omit<typeof publicationRecord.$inferInsert, 'publicationId' | 'place'>[]
}

/** Two who publish at one moment do it one after the other: the page is whole either way. */
export const putPublication = async (tx: Tx, { id, portfolioId, by, at, records, ...given }: Given): Promise<void> => {
  const now = { ...given, publishedBy: by, publishedAt: at, withdrawnAt: null, withdrawnBy: null }
  const [row] = await tx
    .insert(publication)
    .values({ id, portfolioId, ...now })
    .onConflictDoUpdate({ target: publication.portfolioId, set: now })
    .returning({ id: publication.id })
  const publicationId = (row as { id: string }).id
  await tx.delete(publicationRecord).where(eq(publicationRecord.publicationId, publicationId))
  await tx.insert(publicationRecord).values(records.map((one, place) => ({ ...one, place, publicationId })))
}

/** False: it is not there for anybody already. */
export const withdrawPublication = async (tx: Tx, portfolioId: string, by: string, at: Date): Promise<boolean> => {
  const gone = await tx
    .update(publication)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(publication.portfolioId, portfolioId), isNull(publication.withdrawnAt)))
    .returning({ id: publication.id })
  return gone.length > 0
}

/** People with all that their guardians ever agreed to, by their ids. */
export const soulsOf = async (db: DbOrTx, ids: readonly string[]): Promise<Map<string, Soul>> => {
  if (ids.length === 0) return new Map()
  return soulsFrom(await souls(db, sql.param([...ids])))
}

const souls = (db: DbOrTx, ids: Param | Placeholder) =>
  db
    .select({ id: person.id, name: person.name, adult: isAdult, consent })
    .from(person)
    .leftJoin(consent, eq(consent.personId, person.id))
    .where(sql`${person.id} = any(${ids}::text[])`)

const soulsFrom = (rows: Awaited<ReturnType<typeof souls>>): Map<string, Soul> =>
  new Map(
    [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, all]) => {
      const [one] = all
      if (!one) return []
      const consents = all.flatMap(({ consent: given }) =>
        given ? { scope: given.scope, from: given.fromDay, until: given.untilDay, withdrawn: given.withdrawnAt !== null } : [],
      )
      return [[id, { id, name: one.name, adult: one.adult, consents }] as const]
    }),
  )

export const membersOf = async (db: DbOrTx, teams: readonly string[]): Promise<string[]> => {
  if (teams.length === 0) return []
  const rows = await db
    .selectDistinct({ id: teamMember.personId })
    .from(teamMember)
    .where(inArray(teamMember.teamId, [...teams]))
  return rows.map(({ id }) => id)
}

/** Whose hand each client of a room is. */
export const handsIn = async (db: DbOrTx, room: string): Promise<Map<number, string>> => {
  const rows = await db.select().from(roomClient).where(eq(roomClient.room, room))
  return new Map(rows.map(({ client, personId }) => [client, personId]))
}

/** What reviewers have confirmed of each record of a portfolio, on the level that its framework's rule shows. */
export const confirmedIn = async (db: DbOrTx, portfolioId: string): Promise<Map<string, PublicCompetency[]>> => {
  const said = await db
    .select({
      recordId: evidence.recordId,
      id: competency.id,
      code: competency.code,
      title: competency.title,
      frameworkId: framework.id,
      rollup: framework.rollup,
      attribution: framework.attribution,
      verdict: verdict.verdict,
      levelId: verdict.levelId,
      at: verdict.createdAt,
    })
    .from(evidence)
    .innerJoin(verdict, eq(verdict.evidenceId, evidence.id))
    .innerJoin(competency, eq(competency.id, evidence.competencyId))
    .innerJoin(framework, eq(framework.id, competency.frameworkId))
    .where(and(eq(evidence.portfolioId, portfolioId), eq(evidence.state, 'confirmed'), isNull(evidence.supersededAt)))
    .orderBy(asc(competency.code), asc(competency.id), asc(verdict.createdAt))
  if (said.length === 0) return new Map()
  const levels = await db
    .select()
    .from(frameworkLevel)
    .where(inArray(frameworkLevel.frameworkId, [...new Set(said.map(({ frameworkId }) => frameworkId))]))
    .orderBy(asc(frameworkLevel.place))
  const found = new Map<string, PublicCompetency[]>()
  for (const of of Map.groupBy(said, ({ recordId, id }) => `${recordId} ${id}`).values()) {
    const [first] = of
    if (!first) continue
    const own = levels.filter(({ frameworkId }) => frameworkId === first.frameworkId)
    const ids = own.map(({ id }) => id)
    const verdicts = of.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }))
    const height = ids.indexOf(levelShown(verdicts, ids, first.rollup) ?? '')
    const level = own[height]
    if (!level) continue
    const { code, title, attribution } = first
    const one: PublicCompetency = { code, title, height: height + 1, level: level.title, attribution }
    found.set(first.recordId, [...(found.get(first.recordId) ?? []), one])
  }
  return found
}

/** Given to a person and not revoked; of those named, where some are. */
export const badgesOf = async (db: DbOrTx, personId: string, ids?: readonly string[]) => {
  if (ids?.length === 0) return []
  return db
    .select({ id: badge.id, draft: badgeClass.draft, issuer: organisation.name, at: badge.issuedAt })
    .from(badge)
    .innerJoin(badgeClass, eq(badgeClass.id, badge.classId))
    .innerJoin(organisation, eq(organisation.id, badgeClass.organisationId))
    .where(and(eq(badge.personId, personId), isNull(badge.revokedAt), ids && inArray(badge.id, [...ids])))
    .orderBy(asc(badge.issuedAt), asc(badge.id))
}

/** Pictures on a portfolio's shelf, of those named. */
export const picturesOf = async (db: DbOrTx, portfolioId: string, ids: readonly string[]) => {
  if (ids.length === 0) return []
  return db
    .select({ id: file.id, type: file.type, width: file.width, height: file.height, sha256: file.sha256 })
    .from(file)
    .where(and(eq(file.portfolioId, portfolioId), isNull(file.removedAt), inArray(file.id, [...ids])))
}

/** What is asked at every look of the world, written and planned once. */
export const openLooks = (db: Db) => {
  const page = publications(db, eq(publication.id, sql.placeholder('address'))).prepare('public page')
  const around = souls(db, sql.placeholder('ids')).prepare('public souls')
  return {
    publicationAt: async (address: string) => (await page.execute({ address }))[0] ?? null,
    soulsOf: async (ids: readonly string[]) => soulsFrom(ids.length === 0 ? [] : await around.execute({ ids: [...ids] })),
  }
}
