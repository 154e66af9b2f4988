import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDb, type OpenDb } from '@sheber/db/open'
import { fillCast } from '@sheber/dev-env/cast'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { createSheber, type Sheber } from '@sheber/dev-env/sheber'
import { boardRoom } from '@sheber/document/room'
import * as Y from 'yjs'
import { makeSession } from '../../features/session/session.store.ts'
import { postgresStorage } from '../../sync/postgres-storage.ts'
import { Writer } from './writer.ts'

/** A real Sheber process with the embedded PostgreSQL, the cast of the tests in it, and writers at its door. */
export interface House extends AsyncDisposable {
  readonly sheber: Sheber
  readonly writers: readonly Writer[]
  /** Resolves at the n-th receipt from now. */
  receipts(count: number): Promise<void>
  /** Everything that was called saved until now. */
  acknowledged(): string[]
  /** Of the room, as a newcomer is told it. */
  newcomer(): Promise<string[]>
  /** Of the room, as the log alone has it. */
  logged(): Promise<string[]>
  /** The status of the answer. */
  ask(path: string, body?: object): Promise<number>
  readonly board: string
}

const room = boardRoom(idOf('bridge board'))
// Two tabs each.
const hands: readonly PersonName[] = ['aigerim', 'daulet', 'madina', 'aigerim', 'daulet', 'madina']

export const openHouse = async (dataDir?: string): Promise<House> => {
  const sheber = await createSheber({ database: 'own', ...(dataDir !== undefined && { dataDir }) })
  const cookies = new Map<PersonName, string>()
  const waiting = new Set<{ left: number; done: () => void }>()
  const heard = () => {
    for (const one of waiting)
      if (--one.left <= 0) {
        waiting.delete(one)
        one.done()
      }
  }
  const withDb = async <T>(work: (db: OpenDb['db']) => Promise<T>): Promise<T> => {
    const url = `postgresql:///sheber?user=sheber&host=${encodeURIComponent(join(sheber.dataDir ?? '', 'run'))}`
    const opened = openDb(url, 1)
    return work(opened.db).finally(() => opened.close())
  }
  const writer = (name: PersonName, as: string) =>
    new Writer({
      name: as,
      url: `${sheber.url.replace('http', 'ws')}/sync/${room}`,
      cookie: `sheber=${cookies.get(name)}`,
      origin: sheber.url,
      heard,
    })

  await sheber.start()
  await withDb(async (db) => {
    await fillCast(db, new Date())
    for (const name of [...new Set(hands), 'botagoz'] as const)
      cookies.set(name, await makeSession(db, idOf(name), { device: 'test', openedAt: new Date() }))
  })
  const writers = hands.map((name, at) => writer(name, `${name} ${at}`))

  return {
    sheber,
    writers,
    receipts: (count) => new Promise((done) => waiting.add({ left: count, done })),
    acknowledged: () => writers.flatMap((one) => one.acknowledged),
    newcomer: async () => {
      const reader = writer('botagoz', 'reader')
      reader.connect()
      await reader.synced.promise
      await reader.cut()
      return reader.text
    },
    logged: () =>
      withDb(async (db) => {
        const { whole, tail } = await postgresStorage(db).since(room, 0)
        const doc = new Y.Doc()
        for (const { bytes } of whole ? [whole, ...tail] : tail) Y.applyUpdate(doc, bytes)
        return doc.getArray<string>('el').toArray()
      }),
    board: idOf('bridge board'),
    ask: async (path, body) => {
      const answer = await fetch(`${sheber.url}${path}`, {
        headers: { cookie: `sheber=${cookies.get('madina')}`, origin: sheber.url, ...(body && { 'content-type': 'application/json' }) },
        signal: AbortSignal.timeout(20_000),
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
      await answer.arrayBuffer()
      return answer.status
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(writers.map((one) => one.cut()))
      await sheber[Symbol.asyncDispose]()
    },
  }
}

/** Acknowledged and not there, and there more often than once. */
export const compare = (acknowledged: readonly string[], found: readonly string[]) => {
  const there = new Set(found)
  return { lost: acknowledged.filter((mark) => !there.has(mark)), doubled: found.length - there.size }
}

/** All of them write on until stopped. */
export const writing = (writers: readonly Writer[], everyMs = 8, ballast = 0): (() => void) => {
  const timer = setInterval(() => writers.forEach((one) => one.write(ballast)), everyMs)
  return () => clearInterval(timer)
}

/** The processes of a PostgreSQL: the postmaster first, then its children. */
export const familyOf = (postmaster: number): number[] => {
  const children = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? []
      return Number(parent) === postmaster ? [Number(name)] : []
    } catch {
      // Ended meanwhile.
      return []
    }
  })
  return [postmaster, ...children]
}
