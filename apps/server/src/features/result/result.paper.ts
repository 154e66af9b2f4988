import type { Db, DbOrTx, Tx } from '@sheber/db/open'
import { award, exhibition, paper, type PaperSaid } from '@sheber/db/schema'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newCode } from './result.code.ts'
import { sayingOf } from './result.said.ts'

/** What is given on paper: each has a number, counted up within its exhibition and year, and a code by which anybody checks it. */

export interface Wish {
  readonly kind: 'diploma' | 'certificate' | 'thanks'
  readonly standId: string
  /** Of a diploma. */
  readonly awardId: string | null
  /** Null: the team's. */
  readonly personId: string | null
  /** Of an award that is known by one already. */
  readonly code?: string
  /** Null: its stand is in no hall. */
  readonly said: PaperSaid | null
}

export type Given = typeof paper.$inferSelect

interface Of {
  readonly exhibitionId: string
  readonly year: number
  readonly at: Date
  readonly newId: () => string
}

type Key = Pick<Wish, 'kind' | 'standId' | 'awardId' | 'personId'>

const keyOf = ({ kind, standId, awardId, personId }: Key) => [kind, standId, awardId ?? '', personId ?? ''].join(' ')

/** One's own says what the team's said of the same award, however much later it is printed; else what is said now. */
const saidBy = (known: ReadonlyMap<string, Given>, wish: Wish): PaperSaid | null => {
  const said = known.get(keyOf({ ...wish, personId: null }))?.said
  const isIn = [...(said?.team ?? []), ...(said?.adults ?? [])].some(({ id }) => wish.personId === null || id === wish.personId)
  return said && isIn ? said : wish.said
}

/** As it stands on the paper: `17/2026`. */
export const numberOf = ({ nth, year }: Pick<Given, 'nth' | 'year'>): string => `${nth}/${year}`

const givenTo = async (db: DbOrTx, exhibitionId: string, standIds: readonly string[]): Promise<Map<string, Given>> => {
  if (standIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(paper)
    .where(and(eq(paper.exhibitionId, exhibitionId), inArray(paper.standId, [...new Set(standIds)])))
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Rows of one question: a database takes 65,535 values at once. */
const rowsMax = 2_000

/** Gives those that were not given yet, in the order in which they are wished for. */
export const givePapers = async (tx: Tx, { exhibitionId, year, at, newId }: Of, wishes: readonly Wish[]): Promise<void> => {
  // Whoever gives another stands in a line: otherwise two would take one number, or one would be left out.
  await tx.select({ id: exhibition.id }).from(exhibition).where(eq(exhibition.id, exhibitionId)).for('update')
  const known = await givenTo(
    tx,
    exhibitionId,
    wishes.map(({ standId }) => standId),
  )
  const wanting = [...new Map(wishes.map((wish) => [keyOf(wish), wish]))].flatMap(([key, wish]) => (known.has(key) ? [] : [wish]))
  if (wanting.length === 0) return
  const [last] = await tx
    .select({ nth: sql<number>`coalesce(max(${paper.nth}), 0)`.mapWith(Number) })
    .from(paper)
    .where(and(eq(paper.exhibitionId, exhibitionId), eq(paper.year, year)))
  const rows = wanting.map(({ code = newCode(year), ...wish }, n) => ({
    ...{ ...wish, said: saidBy(known, { ...wish, code }) },
    ...{ id: newId(), exhibitionId, year, nth: (last?.nth ?? 0) + n + 1, code, issuedAt: at },
  }))
  for (let from = 0; from < rows.length; from += rowsMax) await tx.insert(paper).values(rows.slice(from, from + rowsMax))
}

/** Numbers for what stands were awarded, in the order of nominations and degrees. */
export const givePapersOfAwards = async (tx: Tx, of: Of): Promise<void> => {
  const rows = await tx
    .select()
    .from(award)
    .where(and(eq(award.exhibitionId, of.exhibitionId), eq(award.state, 'issued')))
    .orderBy(asc(award.nominationId), asc(award.degree), asc(award.id))
  const said = await sayingOf(tx, of.exhibitionId, of.at)
  await givePapers(
    tx,
    of,
    rows.map((one) => ({
      ...{ kind: 'diploma', standId: one.standId, awardId: one.id, personId: null, code: one.number },
      said: said(one.standId, one),
    })),
  )
}

/** Of each wish its paper: given now where it was not given before, and the same whenever it is printed again. */
export const papersFor = async (db: Db, of: Of, wishes: readonly Wish[]): Promise<(wish: Wish) => Given | undefined> => {
  const ids = wishes.map(({ standId }) => standId)
  const known = await givenTo(db, of.exhibitionId, ids)
  if (wishes.every((wish) => known.has(keyOf(wish)))) return (wish) => known.get(keyOf(wish))
  await db.transaction((tx) => givePapers(tx, of, wishes))
  const all = await givenTo(db, of.exhibitionId, ids)
  return (wish) => all.get(keyOf(wish))
}

/** All papers of an award hold no more; their numbers stay theirs. */
export const revokePapers = async (tx: Tx, awardId: string, at: Date): Promise<void> => {
  await tx
    .update(paper)
    .set({ revokedAt: at })
    .where(and(eq(paper.awardId, awardId), isNull(paper.revokedAt)))
}

/** What the law asks: somebody's name goes from all papers. Which papers they were given stays known. Answers on how many it stood. */
export const erasePapers = async (tx: Tx, personId: string): Promise<number> => {
  const { rows } = await tx.execute<{ n: number }>(sql`select paper_erase(${personId}) as n`)
  return rows[0]?.n ?? 0
}
