import type { Said } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { award, exhibitionOrganiser, judge, judgeStand, organisation, person, project, stand, team } from '@sheber/db/schema'
import { refuse } from '@sheber/contract/refusal'
import { and, asc, eq, gt, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'

/** From rows to the plain values that are printed. */

export const exhibitionPrinted = async (db: DbOrTx, id: string) => {
  const { plan, year } = (await exhibitionNow(db, id)) ?? refuse('not-found')
  const [first] = await db
    .select({ name: organisation.name })
    .from(exhibitionOrganiser)
    .innerJoin(organisation, eq(organisation.id, exhibitionOrganiser.organisationId))
    .where(eq(exhibitionOrganiser.exhibitionId, id))
    .orderBy(asc(exhibitionOrganiser.createdAt), asc(organisation.id))
    .limit(1)
  const name = first?.name ?? ''
  const organiser: Said = { kk: name, ru: name, en: name }
  const { title, place, nominations, hall, windows } = plan
  return {
    ...{ id, year, title, place, nominations, hall, organiser },
    days: { from: dayThere(windows.hallFrom), to: dayThere(windows.resultsAt) },
    day: dayThere(windows.resultsAt),
  }
}

export interface PrintedStand {
  readonly id: string
  readonly number: number | null
  readonly title: string
  readonly about: string
  readonly nominationId: string | null
  readonly x: number | null
  readonly y: number | null
  readonly members: readonly { readonly id: string; readonly adult: boolean }[]
  /** Of its learners: on paper in the hall where they stand themselves. */
  readonly names: readonly string[]
  readonly organisations: readonly string[]
}

export const standsPrinted = async (db: DbOrTx, exhibitionId: string): Promise<PrintedStand[]> => {
  const rows = await db
    .select({
      id: stand.id,
      number: stand.number,
      entry: stand.entry,
      x: stand.x,
      y: stand.y,
      members: stand.members,
      organisation: organisation.name,
    })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(organisation, eq(organisation.id, team.organisationId))
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.id))
  const people = await namesOf(
    db,
    rows.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  return rows.map(({ entry, organisation: of, ...one }) => ({
    ...one,
    ...{ title: entry.title, about: entry.about, nominationId: entry.nominationId },
    names: one.members.flatMap(({ id, adult }) => (adult ? [] : [people.get(id) ?? ''])).filter(Boolean),
    organisations: [of],
  }))
}

const namesOf = async (db: DbOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const peopleOf = async (db: DbOrTx, members: PrintedStand['members']) => {
  const names = await namesOf(
    db,
    members.map(({ id }) => id),
  )
  return members.map(({ id, adult }) => ({ id, adult, name: names.get(id) ?? '' }))
}

/** What a stand was given and holds still. */
export const issuedOf = (db: DbOrTx, exhibitionId: string, standId: string) =>
  db
    .select()
    .from(award)
    .where(and(eq(award.exhibitionId, exhibitionId), eq(award.standId, standId), eq(award.state, 'issued')))
    .orderBy(asc(award.degree), asc(award.id))

/** Who is asked by a link that opens still: what it opens to is known by its hash alone. */
export const linksPrinted = async (db: DbOrTx, exhibitionId: string, ids: readonly string[], now: Date) => {
  if (ids.length === 0) return []
  return db
    .select({ id: judge.id, name: person.name, language: person.language, link: judge.link, until: judge.linkUntil })
    .from(judge)
    .innerJoin(person, eq(person.id, judge.personId))
    .where(and(eq(judge.exhibitionId, exhibitionId), inArray(judge.id, [...ids]), isNull(judge.endedAt), gt(judge.linkUntil, now)))
}

/** A judge's stands in the order in which they are walked; null: nobody of this exhibition. */
export const seatsPrinted = async (db: DbOrTx, exhibitionId: string, judgeId: string) => {
  const [of] = await db
    .select({ name: person.name })
    .from(judge)
    .innerJoin(person, eq(person.id, judge.personId))
    .where(and(eq(judge.id, judgeId), eq(judge.exhibitionId, exhibitionId)))
  if (!of) return null
  const rows = await db
    .select({ number: stand.number, entry: stand.entry })
    .from(judgeStand)
    .innerJoin(stand, eq(stand.id, judgeStand.standId))
    .where(and(eq(judgeStand.judgeId, judgeId), eq(stand.state, 'admitted'), notInArray(judgeStand.state, ['conflict', 'skipped'])))
    .orderBy(asc(judgeStand.round), asc(judgeStand.place))
  return { judge: of.name, stands: rows.map(({ number, entry }) => ({ number, title: entry.title, nominationId: entry.nominationId })) }
}
