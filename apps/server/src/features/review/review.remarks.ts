import type { Anchor, AskedPlace, OpenRemark, Remark, TextPlace } from '@sheber/contract/review'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { person, remark, submission } from '@sheber/db/schema'
import { anchorAt, placeOf, type Anchored } from '@sheber/document/anchor'
import { openPortfolio, readOneRecord } from '@sheber/document/portfolio'
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type * as Y from 'yjs'

export const quoteMax = 500
const text64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Words as a row keeps them. Refuses with `place-gone` where there are none. */
export const anchorKept = (found: Anchored | null) => {
  const { from, to, quote } = found ?? refuse('place-gone')
  return { from: text64(from), to: text64(to), quote: quote.slice(0, quoteMax) }
}
/** … and back, as the document knows them. */
export const anchorHeld = ({ from, to }: { from: string; to: string }) => ({
  from: Buffer.from(from, 'base64'),
  to: Buffer.from(to, 'base64'),
})

/** Somewhere on a piece: `review.piece` knows where. */
export type OnPiece = Extract<AskedPlace, { kind: 'piece' | 'page' }> | (Extract<AskedPlace, { kind: 'picture' }> & { pieceId: string })
export const isOnPiece = (at: AskedPlace): at is OnPiece =>
  at.kind === 'piece' || at.kind === 'page' || (at.kind === 'picture' && at.pieceId !== undefined)

type OnRecord = Exclude<AskedPlace, OnPiece>

/** What somebody points at in a record of a version, in the terms of the document, so that it is found in the living one too. */
export const anchorFrom = (doc: Y.Doc, recordId: string, at: OnRecord): Anchor => {
  if (at.kind === 'picture') {
    const shown = readOneRecord(openPortfolio(doc), recordId)
    if (!shown || !JSON.stringify([shown.body, shown.pieces]).includes(JSON.stringify(at.fileId))) return refuse('place-gone')
    return { kind: 'picture', fileId: at.fileId, x: at.x, y: at.y, quote: '' }
  }
  return { kind: 'text', ...anchorKept(anchorAt(doc, recordId, at.place)) }
}

const placeIn = (doc: Y.Doc, recordId: string, anchor: Anchor): TextPlace | null =>
  anchor.kind === 'text' ? placeOf(doc, recordId, anchorHeld(anchor)) : null

/** Where a remark stands, as the work was handed in and today; `held`: its picture stands on its page of a notebook today. */
export interface Standing {
  readonly then?: TextPlace | null | undefined
  readonly now?: TextPlace | null | undefined
  readonly held?: boolean
}

const pointOf = (anchor: Anchor, held: boolean): NonNullable<Remark['anchor']>['point'] => {
  if (anchor.kind === 'text' || anchor.kind === 'page') return null
  const { kind, x, y, pieceId = null } = anchor
  return {
    fileId: kind === 'picture' ? anchor.fileId : null,
    pieceId,
    thingId: kind === 'piece' ? anchor.thingId : null,
    x,
    y,
    lost: kind === 'picture' && pieceId !== null && !held,
  }
}

export type StoredRemark = Awaited<ReturnType<typeof remarksOf>>[number]

/** The oldest first. */
export const remarksOf = (db: DbOrTx, submissionId: string) => {
  const settler = alias(person, 'settler')
  return db
    .select({ of: remark, by: { personId: person.id, name: person.name }, settledBy: settler.name })
    .from(remark)
    .innerJoin(person, eq(person.id, remark.personId))
    .leftJoin(settler, eq(settler.id, remark.resolvedBy))
    .where(eq(remark.submissionId, submissionId))
    .orderBy(asc(remark.createdAt), asc(remark.id))
}

/** More nobody mends at once. */
const openMax = 200

/** The oldest first. */
export const openRemarksOf = async (db: DbOrTx, portfolioId: string): Promise<Omit<OpenRemark, 'lost'>[]> => {
  const rows = await db
    .select({
      of: remark,
      by: { personId: person.id, name: person.name },
      said: sql<number>`(select count(*)::int from ${remark} a where a.thread_id = ${remark.id})`,
    })
    .from(remark)
    .innerJoin(submission, eq(submission.id, remark.submissionId))
    .innerJoin(person, eq(person.id, remark.personId))
    .where(
      and(
        eq(submission.portfolioId, portfolioId),
        ne(submission.state, 'withdrawn'),
        eq(remark.id, remark.threadId),
        isNull(remark.resolvedAt),
      ),
    )
    .orderBy(asc(remark.createdAt), asc(remark.id))
    .limit(openMax)
  return rows.map(({ of: { id, submissionId, recordId, anchor, text, createdAt }, by, said }) => ({
    ...{ threadId: id, submissionId, recordId, anchor, text, by },
    at: createdAt.toISOString(),
    answers: said - 1,
  }))
}

type Places = ReadonlyMap<string, TextPlace | null>

/** Where each that is on a record's own words stands in a state of the document. */
export const placesIn = (doc: Y.Doc, remarks: readonly StoredRemark[]): Places =>
  new Map(remarks.map(({ of }) => [of.id, of.anchor && placeIn(doc, of.recordId, of.anchor)]))

export const shownRemark = ({ of, by, settledBy }: StoredRemark, { then = null, now = null, held = false }: Standing): Remark => ({
  id: of.id,
  threadId: of.threadId,
  recordId: of.recordId,
  anchor: of.anchor && {
    kind: of.anchor.kind,
    quote: of.anchor.quote,
    then,
    now,
    point: pointOf(of.anchor, held),
  },
  text: of.text,
  by,
  at: of.createdAt.toISOString(),
  settled: of.resolvedAt && { by: settledBy ?? '', at: of.resolvedAt.toISOString() },
})

/** False: there is one with this name. */
export const insertRemark = async (tx: Tx, row: typeof remark.$inferInsert): Promise<boolean> =>
  (await tx.insert(remark).values(row).onConflictDoNothing().returning({ id: remark.id })).length > 0

/** The first remark of a thread of this submission. */
export const threadOf = async (tx: Tx, submissionId: string, threadId: string) => {
  const [row] = await tx
    .select({ recordId: remark.recordId, resolvedAt: remark.resolvedAt })
    .from(remark)
    .where(and(eq(remark.id, threadId), eq(remark.threadId, threadId), eq(remark.submissionId, submissionId)))
  return row ?? null
}

export const settleThread = (tx: Tx, threadId: string, settled: { at: Date; by: string } | null) =>
  tx
    .update(remark)
    .set({ resolvedAt: settled?.at ?? null, resolvedBy: settled?.by ?? null })
    .where(eq(remark.id, threadId))

/** Everybody who has spoken in it. */
export const speakersIn = async (tx: Tx, threadId: string): Promise<string[]> =>
  (await tx.selectDistinct({ id: remark.personId }).from(remark).where(eq(remark.threadId, threadId))).map(({ id }) => id)
