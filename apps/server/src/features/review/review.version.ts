import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { roomVersion } from '@sheber/db/schema'
import { readPortfolio, type PortfolioRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { and, eq } from 'drizzle-orm'
import type * as Y from 'yjs'
import { openVersion, soundVersion } from '../../sync/room-version.ts'

export interface Frozen {
  readonly doc: Y.Doc
  readonly at: Date
  readonly sha256: string
  /** Who handed it in. */
  readonly by: string
  /** What was handed in, in order. */
  readonly records: readonly PortfolioRecord[]
}

/** Only these; none named: all. */
export const chosen = (records: readonly PortfolioRecord[], ids: readonly string[]): readonly PortfolioRecord[] =>
  ids.length === 0 ? records : records.filter(({ id }) => ids.includes(id))

/** Of the portfolio's log, up to which it was handed in. */
export const positionOf = async (tx: Tx, versionId: string): Promise<number> => {
  const [row] = await tx.select({ position: roomVersion.position }).from(roomVersion).where(eq(roomVersion.id, versionId))
  return (row ?? refuse('not-found')).position
}

/** A portfolio as it was handed in. */
export const frozenOf = async (
  db: DbOrTx,
  { portfolioId, versionId, records }: { portfolioId: string; versionId: string; records: readonly string[] },
): Promise<Frozen> => {
  const { id, bytes, sha256, personId: by, createdAt: at } = roomVersion
  const of = and(eq(roomVersion.id, versionId), eq(roomVersion.room, portfolioRoom(portfolioId)))
  const [found] = await db.select({ id, bytes, sha256, by, at }).from(roomVersion).where(of)
  const row = soundVersion(found ?? refuse('not-found'))
  const doc = openVersion(row.bytes)
  return { doc, at: row.at, sha256: row.sha256, by: row.by, records: chosen(readPortfolio(doc).records, records) }
}
