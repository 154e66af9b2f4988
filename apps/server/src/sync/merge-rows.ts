import { crc32 } from 'node:zlib'
import type { Tx } from '@sheber/db/open'
import { roomState, roomUpdate } from '@sheber/db/schema'
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import * as Y from 'yjs'

export interface MergeRules {
  /** Rows younger than this are left alone: who looks at what has just happened sees every step. In ms. */
  readonly afterMs: number
  /** Rows of one hand that are no further apart become one. In ms. */
  readonly spanMs: number
  /** Rows older than this become one, and nobody's: how long it is kept who did what. Null: for ever. In ms. */
  readonly forgetAfterMs: number | null
}

const hourMs = 3_600_000
export const mergeRules: MergeRules = { afterMs: 24 * hourMs, spanMs: 300_000, forgetAfterMs: null }

type Row = Omit<typeof roomUpdate.$inferSelect, 'room'>
const rowsMax = 20_000
/** Mostly all is young, and two rows tell: the last that was merged, and the one after it. */
const glanceRows = 2
const pageRows = 1_000

interface Asked {
  /** Rows up to here were merged before; the last of them may go on. */
  readonly from: number
  readonly to: number
  readonly now: Date
  readonly rules: MergeRules
  readonly reached: (point: 'cleared' | 'merged') => void
}

/**
 * Makes the log shorter without losing whose hand it was: a run of one person within five minutes becomes one row, at
 * the position of its last, so that whoever reads from a position in between reads nothing too little.
 *
 *   before   1 aigerim 10:01   2 aigerim 10:02   3 daulet 10:02   4 daulet 10:09
 *   after                      2 aigerim 10:02   3 daulet 10:02   4 daulet 10:09
 */
export const mergeRows = async (tx: Tx, name: string, { from, to, now, rules, reached }: Asked): Promise<void> => {
  const before = (ms: number) => new Date(now.getTime() - ms)
  const old = await oldRows(tx, name, { from: rules.forgetAfterMs === null ? from : 0, to, before: before(rules.afterMs) })
  // A row that rotted is left where it is found, and so is everything after it.
  const sound = old.slice(
    0,
    countWhile(old, ({ bytes, checksum }) => crc32(bytes) === checksum),
  )
  const forgotten = rules.forgetAfterMs === null ? 0 : countWhile(sound, ({ at }) => at < before(rules.forgetAfterMs ?? 0))
  const runs = [sound.slice(0, forgotten), ...runsOf(sound.slice(forgotten), rules.spanMs)]
  const merged = runs.flatMap((run, nth) => (run.length > 1 ? [{ gone: run, row: oneOf(run, nth === 0) }] : []))
  const last = sound.at(-1)
  if (last) await tx.update(roomState).set({ mergedTo: last.position }).where(eq(roomState.room, name))
  if (merged.length === 0) return
  const gone = merged.flatMap((run) => run.gone.map(({ position }) => position))
  await tx.delete(roomUpdate).where(and(eq(roomUpdate.room, name), inArray(roomUpdate.position, gone)))
  reached('cleared')
  await tx.insert(roomUpdate).values(merged.map(({ row }) => ({ ...row, room: name })))
  reached('merged')
}

/**
 * All rows before the first that is young. Page by page: a class makes a hundred thousand rows in a lesson, is stored every
 * few seconds, and has nothing to merge until tomorrow.
 */
const oldRows = async (tx: Tx, name: string, asked: { from: number; to: number; before: Date }): Promise<Row[]> => {
  const old: Row[] = []
  for (let next = asked.from, limit = glanceRows; old.length < rowsMax; limit = Math.min(pageRows, rowsMax - old.length)) {
    const page = await tx
      .select()
      .from(roomUpdate)
      .where(and(eq(roomUpdate.room, name), gte(roomUpdate.position, next), lte(roomUpdate.position, asked.to)))
      .orderBy(asc(roomUpdate.position))
      .limit(limit)
    const count = countWhile(page, ({ at }) => at < asked.before)
    old.push(...page.slice(0, count))
    if (count < limit) break
    next = (page[count - 1]?.position ?? asked.to) + 1
  }
  return old
}

const countWhile = <T>(all: readonly T[], holds: (one: T) => boolean): number => {
  const end = all.findIndex((one) => !holds(one))
  return end === -1 ? all.length : end
}

const sameHand = (a: Row, b: Row) => a.personId === b.personId && a.kind === b.kind && a.doneAt?.getTime() === b.doneAt?.getTime()

const runsOf = (rows: readonly Row[], spanMs: number): Row[][] => {
  const runs: Row[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const [first] = run ?? []
    if (run && first && sameHand(first, row) && row.at.getTime() - first.at.getTime() <= spanMs) run.push(row)
    else runs.push([row])
  }
  return runs
}

const oneOf = (run: readonly Row[], isForgotten: boolean): Row => {
  const last = run.at(-1) as Row
  const bytes = Y.mergeUpdates(run.map((row) => row.bytes))
  const session = run.every(({ sessionId }) => sessionId === last.sessionId) ? last.sessionId : null
  return {
    ...last,
    bytes,
    checksum: crc32(bytes),
    sessionId: session,
    ...(isForgotten && { personId: null, sessionId: null, doneAt: null }),
  }
}
