import type { Said } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { rounds } from '@sheber/contract/judge'
import { award, exhibitionOrganiser, judge, judgeStand, organisation, person, project, stand, standShown, team } from '@sheber/db/schema'
import { refuse } from '@sheber/contract/refusal'
import { namesFor } from '@sheber/domain/publication'
import { namesSchool } from '@sheber/domain/seen'
import { authorsIn } from '@sheber/domain/stand'
import { and, asc, eq, gt, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { finalNow } from '../final/final.thing.ts'
import { soulsOf } from '../publication/publication.souls.ts'
import { asAdmitted } from '../stand/stand.admitted.ts'

/** From rows to the plain values that are printed. */

export const exhibitionPrinted = async (db: DbOrTx, id: string) => {
  const { plan, state, year } = (await exhibitionNow(db, id)) ?? refuse('not-found')
  const [first] = await db
    .select({ name: organisation.name })
    .from(exhibitionOrganiser)
    .innerJoin(organisation, eq(organisation.id, exhibitionOrganiser.organisationId))
    .where(eq(exhibitionOrganiser.exhibitionId, id))
    .orderBy(asc(exhibitionOrganiser.createdAt), asc(organisation.id))
    .limit(1)
  const name = first?.name ?? ''
  const organiser: Said = { kk: name, ru: name, en: name }
  const { title, place, nominations, hall, windows, signers = [] } = plan
  return {
    ...{ id, plan, state, year, title, place, nominations, hall, organiser, signers },
    days: { from: dayThere(windows.hallFrom), to: dayThere(windows.resultsAt) },
    day: dayThere(windows.resultsAt),
  }
}

export type ExhibitionPrinted = Awaited<ReturnType<typeof exhibitionPrinted>>

export interface PrintedStand {
  readonly id: string
  readonly teamId: string
  readonly number: number | null
  readonly title: string
  readonly about: string
  readonly nominationId: string | null
  readonly x: number | null
  readonly y: number | null
  readonly members: readonly { readonly id: string; readonly adult: boolean }[]
  /** Of its authors, those who may be named: a poster is photographed, and its code leads to the page that the world sees. */
  readonly names: readonly string[]
  /** None where a child may not be named with it. */
  readonly organisations: readonly string[]
}

export const standsPrinted = async (db: DbOrTx, exhibitionId: string, now: Date): Promise<PrintedStand[]> => {
  const rows = await db
    .select({
      id: stand.id,
      teamId: team.id,
      number: stand.number,
      entry: stand.entry,
      shown: standShown.shown,
      x: stand.x,
      y: stand.y,
      members: stand.members,
      organisation: organisation.name,
    })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(organisation, eq(organisation.id, team.organisationId))
    .leftJoin(standShown, eq(standShown.standId, stand.id))
    .where(and(eq(stand.exhibitionId, exhibitionId), eq(stand.state, 'admitted')))
    .orderBy(sql`${stand.number} asc nulls last`, asc(stand.id))
  const authorsOf = (members: PrintedStand['members']) => [...authorsIn(members)].flatMap(([id, isAuthor]) => (isAuthor ? [id] : []))
  const souls = await soulsOf(db, [...new Set(rows.flatMap(({ members }) => authorsOf(members)))])
  const day = now.toISOString().slice(0, 10)
  return rows.map(({ entry, shown, organisation: of, ...one }) => {
    const authors = authorsOf(one.members)
    return {
      ...one,
      ...asAdmitted({ entry, shown }),
      names: namesFor(authors, souls, day),
      organisations: namesSchool(authors, souls, day) ? [of] : [],
    }
  })
}

export const namesOf = async (db: DbOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What stands were given and hold still. */
export const issuedOf = (db: DbOrTx, exhibitionId: string, standIds: readonly string[]) =>
  db
    .select()
    .from(award)
    .where(and(eq(award.exhibitionId, exhibitionId), inArray(award.standId, [...standIds]), eq(award.state, 'issued')))
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
    .select({ name: person.name, personId: judge.personId, endedAt: judge.endedAt })
    .from(judge)
    .innerJoin(person, eq(person.id, judge.personId))
    .where(and(eq(judge.id, judgeId), eq(judge.exhibitionId, exhibitionId)))
  const exhibition = await exhibitionNow(db, exhibitionId)
  if (!of || !exhibition) return null
  const { stage } = await finalNow(db, exhibition)
  const rows = await db
    .select({ number: stand.number, entry: stand.entry, shown: standShown.shown })
    .from(judgeStand)
    .innerJoin(stand, eq(stand.id, judgeStand.standId))
    .leftJoin(standShown, eq(standShown.standId, stand.id))
    .where(
      and(
        eq(judgeStand.judgeId, judgeId),
        eq(stand.state, 'admitted'),
        notInArray(judgeStand.state, ['conflict', 'skipped']),
        // What is judged by then is walked to no more.
        stage === 'final' ? eq(judgeStand.round, rounds.final) : ne(judgeStand.round, rounds.final),
      ),
    )
    .orderBy(asc(judgeStand.round), asc(judgeStand.place))
  const { name: named, personId, endedAt } = of
  return {
    judge: named,
    personId,
    ended: endedAt !== null,
    stands: rows.map(({ number, ...row }) => ({ number, ...asAdmitted(row) })),
  }
}
