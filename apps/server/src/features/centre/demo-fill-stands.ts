import type { Entry } from '@sheber/contract/stand'
import type { Tx } from '@sheber/db/open'
import { board, exhibition, file, person, project, stand, standEntry, standShown, team } from '@sheber/db/schema'
import { addRecord, bodyOf, openPortfolio, sayInRecord } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { placesFor } from '@sheber/domain/stand'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { keepVersion } from '../../sync/room-version.ts'
import { portfolioFor } from '../portfolio/portfolio.open.ts'
import { giveDueBadges } from '../result/result.badges.ts'
import { draftOf, type Drafted } from '../stand/stand.draft.ts'
import { exhibitions } from './demo-exhibitions.ts'
import { judgeLast, judgeLive } from './demo-fill-judging.ts'
import { fillVisitors } from './demo-fill-visitors.ts'
import { models } from './demo-models.ts'
import { isAdult, shown, type Hall, type Shown } from './demo-shown.ts'

const dayMs = 86_400_000
const recordId = 'demo-shown'

/** What a team has, as it lies in the database. */
export interface Of {
  readonly one: Shown
  readonly projectId: string
  readonly teamId: string
  readonly boardId: string
}
/** A stand that was just put into its hall. */
export interface Put extends Of {
  readonly standId: string
  readonly nominationId: string | null
}

/**
 * Hands in what is shown, admits it and gives it a place; then its visitors and the juries, and badges of the awards that are out. Makes what is missing,
 * each hall once.
 */
export const fillStands = async (services: Services, people: ReadonlyMap<string, string>, base: string): Promise<void> => {
  const { db } = services
  const rows = await db
    .select({ title: project.title, project, team, boardId: board.id })
    .from(project)
    .innerJoin(team, eq(team.id, project.teamId))
    .innerJoin(board, eq(board.projectId, project.id))
    .where(
      inArray(
        project.title,
        shown.map(({ title }) => title),
      ),
    )
  for (const hall of ['last', 'live'] as const) {
    const [of] = await db.select().from(exhibition).where(eq(exhibition.state, exhibitions[hall].state))
    if (!of || (await db.$count(stand, eq(stand.exhibitionId, of.id))) > 0) continue
    const all = await Promise.all(
      shown
        .filter((one) => one.hall === hall)
        .map(async (one) => {
          const row = rows.find(({ title }) => title === one.title)
          return row && { one, row, ...(await handedIn(services, people, one, row)) }
        }),
    )
    const ready = all.filter((one) => one !== undefined)
    await change(services, people.get('Ботагөз Е.') ?? null, async (tx, tell) => {
      const put = await putUp(tx, services, people, { hall, of, ready })
      if (hall === 'live') await fillVisitors(tx, tell, services, people, of, put)
      await (hall === 'last' ? judgeLast(tx, services, people, of, put, base) : judgeLive(tx, services, people, of, put))
    })
  }
  await giveDueBadges(services)
}

interface Row {
  readonly project: typeof project.$inferSelect
  readonly team: typeof team.$inferSelect
  readonly boardId: string
}

/** A team's record and its picture, on the team's own shelf. */
const writeRecord = async (services: Services, people: ReadonlyMap<string, string>, { stand, entered }: Shown, { team, boardId }: Row) => {
  const { record } = stand
  if (!record) return null
  const { db, hub, newId, clock } = services
  const by = people.get(Object.keys(stand.parts)[1] ?? '') as string
  const at = new Date(clock.now().getTime() - (entered + 2) * dayMs)
  const portfolioId = await portfolioFor(db, newId, { of: 'team', ownerId: team.id, by, at })
  const [picture] = await db
    .select()
    .from(file)
    .where(and(eq(file.boardId, boardId), eq(file.name, 'chart.webp')))
  const fileId = newId()
  if (picture) await db.insert(file).values({ ...picture, id: fileId, boardId: null, portfolioId, personId: by, at })
  const room = portfolioRoom(portfolioId)
  await hub.write(room, { person: by, session: null }, 'template', (doc) => {
    const opened = openPortfolio(doc)
    const day = at.toISOString().slice(0, 10)
    const audience = ['team', 'group', 'centre', 'school', 'guardian', 'public'] as const
    addRecord(
      opened,
      { id: recordId, kind: record.kind, title: record.title, from: day, audience, prompt: 'learned' },
      { by, at: at.getTime() },
    )
    sayInRecord(opened, recordId, 'reflection', record.reflection)
    bodyOf(opened, recordId)?.insert(0, [
      ...record.words.map((words) => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(words)])
        return paragraph
      }),
      ...(picture ? [pictureOf(fileId, stand.alt[1])] : []),
    ])
  })
  return { room, by }
}

const pictureOf = (fileId: string, alt: string) => {
  const made = new Y.XmlElement('picture')
  for (const [name, value] of Object.entries({ fileId, alt, caption: '' })) made.setAttribute(name, value)
  return made
}

/** Board and records as they were that day. */
const handedIn = async (services: Services, people: ReadonlyMap<string, string>, one: Shown, row: Row) => {
  const { db, hub, newId, clock } = services
  const createdAt = new Date(clock.now().getTime() - one.entered * dayMs)
  const personId = people.get(Object.keys(one.stand.parts)[0] ?? '') as string
  const keep = async (room: string) => {
    const id = newId()
    await keepVersion(db, { id, room, ...(await hub.snapshot(room)), name: null, personId, createdAt })
    return id
  }
  const record = await writeRecord(services, people, one, row)
  const versionId = await keep(boardRoom(row.boardId))
  return { versionId, recordsVersionId: record && (await keep(record.room)), personId }
}

interface Ready {
  readonly one: Shown
  readonly row: Row
  readonly versionId: string
  readonly recordsVersionId: string | null
  readonly personId: string
}

const putUp = async (
  tx: Tx,
  { newId, clock }: Services,
  people: ReadonlyMap<string, string>,
  { hall, of, ready }: { hall: Hall; of: typeof exhibition.$inferSelect; ready: readonly Ready[] },
): Promise<Put[]> => {
  const now = clock.now().getTime()
  const decidedBy = people.get('Ботагөз Е.') as string
  const words = Object.keys(exhibitions[hall].nominations)
  const nominationOf = (word: string) => of.plan.nominations[words.indexOf(word)]?.id ?? null
  const files = await tx
    .select({ id: file.id, name: file.name, boardId: file.boardId })
    .from(file)
    .where(
      inArray(
        file.boardId,
        ready.map(({ row }) => row.boardId),
      ),
    )
  const fileOf = (boardId: string, name: string) => files.find((one) => one.boardId === boardId && one.name === name)?.id ?? null

  const put = ready.map((each) => ({ ...each, standId: newId(), nominationId: nominationOf(each.one.stand.nomination) }))
  // In the order of the list, whatever their ids are.
  const places = new Map(
    placesFor(
      put.map(({ nominationId }, n) => ({ id: String(n).padStart(2, '0'), nominationId, number: null, place: null })),
      of.plan,
    ).map((one) => [Number(one.id), one]),
  )
  const rows = put.map(({ one, row, standId, nominationId, versionId, recordsVersionId, personId }, n) => {
    const { stand: said, title, members, entered } = one
    const filmId = fileOf(row.boardId, models[said.word]?.film?.name ?? '')
    const entry: Entry = {
      ...{ nominationId, title, about: said.about, adults: said.adults, video: null },
      modelId: fileOf(row.boardId, models[said.word]?.name ?? ''),
      ...(filmId !== null && { clip: { fileId: filmId, stillId: fileOf(row.boardId, 'model.webp') } }),
      posterId: fileOf(row.boardId, 'poster.webp'),
      pictures: [fileOf(row.boardId, 'chart.webp')].filter((id) => id !== null),
      records: recordsVersionId === null ? [] : [recordId],
      parts: Object.entries(said.parts).map(([name, part]) => ({ personId: people.get(name) as string, words: part, confirmed: true })),
    }
    const enteredAt = new Date(now - entered * dayMs)
    const { number = null, place } = places.get(n) ?? {}
    // This morning at the door: the last few are still on their way. Last year all of them came.
    const arrivedAt = hall === 'live' && n % 3 === 2 ? null : new Date(Date.parse(of.plan.windows.hallFrom) + n * 7 * 60_000)
    return {
      ...{ id: standId, exhibitionId: of.id, projectId: row.project.id, entry, state: 'admitted' as const, versionId, recordsVersionId },
      members: members.map((name) => ({ id: people.get(name) as string, adult: isAdult(name) })),
      ...{ enteredAt, enteredBy: personId, decidedBy, decidedAt: new Date(enteredAt.getTime() + dayMs / 2), arrivedAt },
      ...{ number, x: place?.x ?? null, y: place?.y ?? null },
      ...{ createdBy: personId, createdAt: new Date(enteredAt.getTime() - dayMs), changedAt: enteredAt },
    }
  })
  await tx.insert(stand).values(rows)
  const copies: Drafted[] = []
  for (const [n, { row, versionId, recordsVersionId }] of put.entries()) {
    const { entry, members } = rows[n] as (typeof rows)[number]
    copies.push(await draftOf(tx, row, { entry, members, versionId, recordsVersionId }))
  }
  await tx.insert(standEntry).values(
    rows.map(({ id, entry, members, versionId, recordsVersionId, enteredAt, enteredBy }, n) => {
      const { authors, tells } = copies[n] ?? { authors: [], tells: [] }
      return { standId: id, nth: 1, entry, members, versionId, recordsVersionId, late: false, authors, tells, by: enteredBy, at: enteredAt }
    }),
  )
  await tx.insert(standShown).values(
    copies.map(({ shown: copy, authors, tells }, n) => ({
      ...{ standId: rows[n]?.id as string, shown: copy, authors, tells, at: rows[n]?.decidedAt as Date },
      sha256: createHash('sha256').update(JSON.stringify(copy)).digest('hex'),
    })),
  )
  return put.map(({ one, row, standId, nominationId }) => ({
    ...{ one, standId, nominationId, projectId: row.project.id, teamId: row.team.id, boardId: row.boardId },
  }))
}

/** Everybody’s id by name: in the demo centre no two are called the same. */
export const peopleByName = async ({ db }: Pick<Services, 'db'>): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.select({ id: person.id, name: person.name }).from(person).orderBy(asc(person.id))
  return new Map(rows.map(({ id, name }) => [name, id]))
}
