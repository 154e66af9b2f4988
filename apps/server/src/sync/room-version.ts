import type { DbOrTx } from '@sheber/db/open'
import { roomVersion } from '@sheber/db/schema'
import { RottenRow } from '@sheber/sync/types'
import * as Y from 'yjs'
import { sha256 } from './postgres-storage.ts'

type Row = typeof roomVersion.$inferInsert

/** Keeps a room as it is at a position, under its SHA-256: for versions that people name, and for what they hand in. */
export const keepVersion = async (db: DbOrTx, row: Omit<Row, 'sha256'>): Promise<void> => {
  await db.insert(roomVersion).values({ ...row, sha256: sha256(row.bytes) })
}

/** @throws {RottenRow} What is no longer what was kept is shown to nobody. */
export const soundVersion = <R extends Pick<Row, 'id' | 'bytes' | 'sha256'>>(row: R): R => {
  if (sha256(row.bytes) !== row.sha256) throw new RottenRow(`version ${row.id}`)
  return row
}

/** What was kept, as a document. */
export const openVersion = (bytes: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  return doc
}
