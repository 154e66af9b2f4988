import { createDatabase } from '@sheber/dev-env/database'
import { roomState, roomUpdate } from '@sheber/db/schema'
import type { NewEntry } from '@sheber/sync/types'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { mergeRules } from './merge-rows.ts'
import { makeRoom, postgresStorage, type PostgresStorageOptions } from './postgres-storage.ts'

const database = await createDatabase()
const { db } = database
afterAll(() => database[Symbol.asyncDispose]())
beforeAll(async () => {
  await db.execute(sql`insert into person (id, name) values ('aigerim', 'Aigerim'), ('daulet', 'Daulet')`)
})

const monday = Date.UTC(2026, 0, 12, 10)
const minute = 60_000
const day = 86_400_000
const storageAt = (ms: number, options: PostgresStorageOptions = {}) => postgresStorage(db, { now: () => new Date(ms), ...options })

/** Three letters each: aigerim at once, daulet, aigerim again, and once more after a break. */
const written = async (name: string) => {
  await db.transaction((tx) => makeRoom(tx, name, `lineage of ${name}`))
  const doc = new Y.Doc()
  const entries: NewEntry[] = []
  const write = (person: string, letters: string, at: number, session = 's') => {
    for (const [nth, letter] of [...letters].entries()) {
      doc.once('update', (bytes: Uint8Array) =>
        entries.push({ room: name, bytes, person, session, kind: 'edit', at: at + nth * 1_000, doneAt: null, clients: [] }),
      )
      doc.getText('text').insert(doc.getText('text').length, letter)
    }
  }
  write('aigerim', 'abc', monday)
  write('daulet', 'def', monday + minute)
  write('aigerim', 'ghi', monday + 2 * minute)
  write('aigerim', 'jkl', monday + 20 * minute, 'another')
  await storageAt(monday).append(entries)
  return Y.encodeStateAsUpdate(doc)
}

const rowsOf = (name: string) => db.select().from(roomUpdate).where(eq(roomUpdate.room, name)).orderBy(asc(roomUpdate.position))
const handsOf = async (name: string) => (await rowsOf(name)).map(({ position, personId }) => [position, personId])
const textOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('text').toString()
}

describe('merging rows', () => {
  it('[C3] makes a run of one hand within five minutes one row, and never two hands', async () => {
    const whole = await written('merged')
    await storageAt(monday + 2 * day).compact('merged', 12, whole)
    expect(await handsOf('merged')).toEqual([
      [3, 'aigerim'],
      [6, 'daulet'],
      [9, 'aigerim'],
      [12, 'aigerim'],
    ])
    expect(textOf((await rowsOf('merged')).map(({ bytes }) => bytes))).toBe('abcdefghijkl')
  })

  it('[C3] leaves the last day alone, and goes on where it stopped', async () => {
    const whole = await written('later')
    await storageAt(monday + minute).compact('later', 6, whole)
    expect(await handsOf('later')).toHaveLength(12)
    await storageAt(monday + day + 5 * minute).compact('later', 9, whole)
    expect(await handsOf('later')).toHaveLength(6)
    await storageAt(monday + 3 * day).compact('later', 12, whole)
    expect(await handsOf('later')).toHaveLength(4)
  })

  it('[C3] whoever reads from a position in between reads nothing too little', async () => {
    await written('between')
    const storage = storageAt(monday + 2 * day)
    const seen = (await storage.since('between', 0)).tail.filter(({ position }) => position <= 4).map(({ bytes }) => bytes)
    await storage.compact('between', 3, Y.mergeUpdates(seen.slice(0, 3)))
    await storage.compact('between', 4, Y.mergeUpdates(seen))
    const { tail } = await storage.since('between', 4)
    expect(textOf([...seen, ...tail.map(({ bytes }) => bytes)])).toBe('abcdefghijkl')
  })

  it('[C4] forgets whose it was after the time that was asked for, and keeps the words', async () => {
    const whole = await written('forgotten')
    const merge = { ...mergeRules, forgetAfterMs: 30 * day }
    await storageAt(monday + 29 * day, { merge }).compact('forgotten', 11, whole)
    expect(await handsOf('forgotten')).toHaveLength(5)
    await storageAt(monday + 30 * day + 10 * minute, { merge }).compact('forgotten', 12, whole)
    expect(await handsOf('forgotten')).toEqual([
      [9, null],
      [12, 'aigerim'],
    ])
    expect(textOf((await rowsOf('forgotten')).map(({ bytes }) => bytes))).toBe('abcdefghijkl')
  })

  it('[C3] touches nothing from a row on that has rotted', async () => {
    const whole = await written('rotten')
    await db.execute(sql`update room_update set bytes = 'x' where room = 'rotten' and position = 5`)
    await storageAt(monday + 2 * day).compact('rotten', 12, whole)
    expect((await handsOf('rotten')).map(([position]) => position)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it.each(['stored', 'cleared', 'merged'] as const)('[C5] stopped when it has %s: all is as before', async (point) => {
    const name = `stopped ${point}`
    const whole = await written(name)
    const before = await rowsOf(name)
    const reached = (now: string) => {
      if (now === point) throw new Error(`stopped at ${now}`)
    }
    await expect(storageAt(monday + 2 * day, { reached }).compact(name, 12, whole)).rejects.toThrow(`stopped at ${point}`)
    expect(await rowsOf(name)).toEqual(before)
    expect(await db.$count(roomState, eq(roomState.room, name))).toBe(0)
    await storageAt(monday + 2 * day).compact(name, 12, whole)
    expect(await handsOf(name)).toHaveLength(4)
  })

  it('[C5] two at once: one merges, the other finds it done', async () => {
    const whole = await written('twice')
    const storage = storageAt(monday + 2 * day)
    await Promise.all([storage.compact('twice', 12, whole), storage.compact('twice', 12, whole), storage.compact('twice', 8, whole)])
    expect(await handsOf('twice')).toHaveLength(4)
    expect((await storage.since('twice', 0)).whole?.position).toBe(12)
  })
})
