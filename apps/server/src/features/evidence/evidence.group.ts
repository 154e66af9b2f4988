import { evidence } from '@sheber/contract/evidence'
import type { Asked } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { file, portfolio } from '@sheber/db/schema'
import { wordsOfBody } from '@sheber/document/body'
import { addPiece, addRecord, openPortfolio, readOneRecord, removeRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { admitClaim, claimsFor, undoable } from '@sheber/domain/evidence'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { portfolioFor } from '../portfolio/portfolio.open.ts'
import { linkIn } from './evidence.link.ts'
import { groupPeople } from './evidence.people.ts'
import { allOfRecord, claimableOf, lockPortfolio, takeBack } from './evidence.store.ts'

type AskedGroup = Asked<typeof evidence.linkGroup>['body']

/** The portfolio of each, opened where nobody has done it yet. In one order, so that two teachers at once do not wait for each other. */
const portfoliosOf = async (
  services: Services,
  by: string,
  people: readonly string[],
): Promise<[personId: string, portfolioId: string][]> => {
  const { db, clock, newId } = services
  const found: [string, string][] = []
  for (const personId of people)
    found.push([personId, await portfolioFor(db, newId, { of: 'person', ownerId: personId, by, at: clock.now() })])
  return found.toSorted(([, a], [, b]) => (a < b ? -1 : 1))
}

const admitPeople = async (db: DbOrTx, groupId: string, people: readonly string[]): Promise<void> => {
  const inside = new Set(((await groupPeople(db, groupId)) ?? refuse('not-found')).people.map(({ personId }) => personId))
  if (people.some((id) => !inside.has(id))) return refuse('person-outside')
}

/** From the teacher's own shelf. */
const sharedFile = async (db: DbOrTx, by: string, fileId: string) => {
  const [row] = await db
    .select({ file })
    .from(file)
    .innerJoin(portfolio, eq(portfolio.id, file.portfolioId))
    .where(and(eq(file.id, fileId), eq(portfolio.personId, by), isNull(file.removedAt)))
  return row?.file ?? refuse('not-found')
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
/** The same for the same record, so that what is asked twice lies there once. */
const copyOf = (fileId: string, portfolioId: string, recordId: string): string =>
  Array.from(
    createHash('sha256').update(`${fileId} ${portfolioId} ${recordId}`).digest().subarray(0, 20),
    (byte) => letters[byte & 31],
  ).join('')
const sharedPiece = 'shared'

/**
 * A lesson's record in the portfolio of each, by the teacher's hand, and what it shows. First all is decided, then the records are
 * written, then the claims: whoever asks again after a break finds the same record under the same name.
 */
export const linkGroup = async (
  services: Services,
  { groupId, by, asked }: { groupId: string; by: string; asked: AskedGroup },
): Promise<{ people: number; evidence: number }> => {
  const { db, hub, clock } = services
  const { recordId, title, kind, from, people, claims, own = [], fileId, why } = asked
  await admitPeople(db, groupId, [...people, ...own.map(({ personId }) => personId)])
  const known = await claimableOf(db, [...claims, ...own])
  for (const claim of [...claims, ...own]) admitClaim(known, claim)
  const shared = fileId === undefined ? null : await sharedFile(db, by, fileId)

  const portfolios = await portfoliosOf(services, by, people)
  const at = clock.now()
  for (const [, portfolioId] of portfolios) {
    const id = shared && copyOf(shared.id, portfolioId, recordId)
    // Its bytes lie there once, however many shelves name them.
    if (shared && id)
      await db
        .insert(file)
        .values({ ...shared, id, portfolioId, personId: by, at })
        .onConflictDoNothing()
    await hub.write(portfolioRoom(portfolioId), { person: by, session: null }, 'edit', (doc) => {
      const opened = openPortfolio(doc)
      // For those of the group: its author is one of them, and would not see it otherwise.
      addRecord(opened, { id: recordId, kind, title: title.trim(), from, audience: ['group'] }, { by, at: at.getTime() })
      if (shared && id) addPiece(opened, recordId, { id: sharedPiece, kind: 'file', fileId: id, caption: shared.name })
    })
  }
  const made = await change(services, by, async (tx, tell) => {
    let count = 0
    for (const [personId, portfolioId] of portfolios)
      count += await linkIn(tx, tell, services, {
        portfolioId,
        by,
        asked: { recordId, people: [personId], claims: claimsFor(personId, claims, own), why },
        records: [recordId],
        people: [personId],
      })
    return count
  })
  return { people: portfolios.length, evidence: made }
}

/**
 * A teacher's mistake taken back. A claim that went on living (handed in, judged, changed) stays, and so does a record with one, or in
 * which somebody has written: it is theirs by then. What goes lies among the removed records, from where it may be brought back.
 */
export const unlinkGroup = async (
  services: Services,
  { groupId, by, asked }: { groupId: string; by: string; asked: Asked<typeof evidence.unlinkGroup>['body'] },
): Promise<{ people: number }> => {
  const { db, hub, clock } = services
  const { recordId, people } = asked
  await admitPeople(db, groupId, people)
  const rows = await db
    .select({ id: portfolio.id, personId: portfolio.personId })
    .from(portfolio)
    .where(inArray(portfolio.personId, people))
  const at = clock.now()
  let count = 0
  for (const { id: portfolioId, personId } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const record = await hub.read(portfolioRoom(portfolioId), (doc) => readOneRecord(openPortfolio(doc), recordId))
    if (!record || record.deleted || record.trace.by !== by) continue
    const stays = await change(services, by, async (tx, tell) => {
      await lockPortfolio(tx, portfolioId)
      const all = await allOfRecord(tx, portfolioId, recordId)
      const gone = undoable(all, by)
      for (const one of gone) await takeBack(tx, one.id, at)
      if (gone.length > 0) await tell(evidence.changed, { portfolioId, personId: personId ?? by })
      return all.filter(({ supersededAt }) => supersededAt === null).length - gone.length
    })
    if (stays > 0) continue
    const isGone = await hub.write(portfolioRoom(portfolioId), { person: by, session: null }, 'edit', (doc) => {
      const opened = openPortfolio(doc)
      const now = readOneRecord(opened, recordId)
      const isUntouched = now && !now.reflection.trim() && !wordsOfBody(now.body).trim() && now.pieces.every(({ id }) => id === sharedPiece)
      if (!isUntouched) return false
      removeRecord(opened, recordId, { by, at: at.getTime() })
      return true
    })
    if (isGone) count += 1
  }
  return { people: count }
}
