import * as Y from 'yjs'
import type { LocalStore, Note } from './local.ts'

const updates = 'updates'
const notes = 'notes'
const byRoom = 'room'

interface Row {
  readonly room: string
  readonly bytes: Uint8Array
}

export interface DeviceStore extends LocalStore {
  close(): Promise<void>
  /** "Leave this computer": nothing of this person stays. */
  wipe(): Promise<void>
}

/** One database per person: two children at one laptop never mix. */
export const indexedDbStore = (personId: string, factory: IDBFactory = indexedDB): DeviceStore => {
  const name = `sheber-${personId}`
  let opened: Promise<IDBDatabase> | null = null
  // After a failure the next call tries again: the disk may have been tidied up.
  const db = () =>
    (opened ??= open(factory, name).catch((why: unknown) => {
      opened = null
      throw why
    }))

  const run = async <T>(mode: IDBTransactionMode, work: (stores: Stores) => IDBRequest<T> | undefined): Promise<T | undefined> => {
    const database = await db()
    return new Promise((done, failed) => {
      const transaction = database.transaction([updates, notes], mode)
      const result = work({ updates: transaction.objectStore(updates), notes: transaction.objectStore(notes) })
      transaction.oncomplete = () => done(result?.result)
      transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
    })
  }

  return {
    load: async (room) => {
      const rows = await run<Row[]>('readonly', (stores) => stores.updates.index(byRoom).getAll(room))
      return (rows ?? []).map(({ bytes }) => bytes)
    },
    append: async (room, bytes, note) => {
      await run('readwrite', (stores) => {
        stores.updates.add({ room, bytes } satisfies Row)
        return stores.notes.put(note, room)
      })
    },
    replace: async (room, whole) => {
      await run('readwrite', (stores) => {
        const rows: Uint8Array[] = [whole]
        const walk = stores.updates.index(byRoom).openCursor(room)
        walk.onsuccess = () => {
          const cursor = walk.result
          if (cursor) {
            rows.push((cursor.value as Row).bytes)
            cursor.delete()
            cursor.continue()
          } else stores.updates.add({ room, bytes: Y.mergeUpdates(rows) } satisfies Row)
        }
        return undefined
      })
    },
    recall: async (room) => (await run<Note | undefined>('readonly', (stores) => stores.notes.get(room))) ?? null,
    remember: async (room, note) => {
      await run('readwrite', (stores) => stores.notes.put(note, room))
    },
    close: async () => {
      const database = await opened
      opened = null
      database?.close()
    },
    wipe: async () => {
      const database = await opened?.catch(() => null)
      opened = null
      database?.close()
      await promised(factory.deleteDatabase(name))
    },
  }
}

interface Stores {
  readonly updates: IDBObjectStore
  readonly notes: IDBObjectStore
}

const open = async (factory: IDBFactory, name: string): Promise<IDBDatabase> => {
  const request = factory.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(updates, { autoIncrement: true }).createIndex(byRoom, byRoom)
    request.result.createObjectStore(notes)
  }
  const database = await promised(request)
  // Another tab wipes the database: do not stand in its way.
  database.onversionchange = () => database.close()
  return database
}

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('refused'))
  })
