import type { DbOrTx } from '@sheber/db/open'
import { roomVersion } from '@sheber/db/schema'
import { readPortfolio } from '@sheber/document/portfolio'
import { inArray } from 'drizzle-orm'
import { openVersion } from '../../sync/room-version.ts'
import { chosen } from './review.version.ts'

/** So many of one submission: a line of a queue has room for no more. */
const titlesMax = 3
/** What was handed in is opened for its titles at most so many times a look; the rest follows with the next. */
const opensMax = 50
const keptMax = 5_000

export interface HandedIn {
  readonly versionId: string
  /** None: the whole portfolio. */
  readonly records: readonly string[]
}
export type ReadTitles = (handed: readonly HandedIn[]) => Promise<(of: HandedIn) => string[]>

/**
 * Titles of what was handed in. A version never changes and is of one submission, so each is opened once in the life of a process:
 * a queue costs one more question to the database where something new lies in it, and none else.
 */
export const titleReader = (db: DbOrTx): ReadTitles => {
  const kept = new Map<string, readonly string[]>()

  const open = ({ records }: HandedIn, bytes: Uint8Array): string[] => {
    const doc = openVersion(bytes)
    try {
      return chosen(readPortfolio(doc).records, records)
        .map(({ title }) => title.trim())
        .filter(Boolean)
        .slice(0, titlesMax)
    } finally {
      doc.destroy()
    }
  }

  return async (handed) => {
    const news = new Map(handed.filter(({ versionId }) => !kept.has(versionId)).map((one) => [one.versionId, one]))
    const ids = [...news.keys()].slice(0, opensMax)
    const rows =
      ids.length === 0
        ? []
        : await db.select({ id: roomVersion.id, bytes: roomVersion.bytes }).from(roomVersion).where(inArray(roomVersion.id, ids))
    for (const { id, bytes } of rows) {
      const of = news.get(id)
      // What cannot be read has no titles here; whoever opens it is told what became of it.
      try {
        if (of) kept.set(id, open(of, bytes))
      } catch {
        kept.set(id, [])
      }
      // Rooms on the same thread get their turn between two of them.
      await new Promise((turn) => setImmediate(turn))
    }
    for (const id of kept.keys()) {
      if (kept.size <= keptMax) break
      kept.delete(id)
    }
    return ({ versionId }) => [...(kept.get(versionId) ?? [])]
  }
}
