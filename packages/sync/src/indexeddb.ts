import * as Y from 'yjs'
import { noteSaved, noteWritten, type LocalStore, type Note } from './local.ts'

const updates = 'updates'
const notes = 'notes'
const byRoom = 'room'

interface Row {
  readonly room: string
  readonly bytes: Uint8Array
}

export interface DeviceStore extends LocalStore {
  /** Changes of all rooms that are nowhere but on this device. */
  waiting(): Promise<number>
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

  /** One transaction: all of `work` or nothing. */
  const run = async (mode: IDBTransactionMode, work: (stores: Stores) => void): Promise<void> => {
    const database = await db()
    return new Promise((done, failed) => {
      const transaction = database.transaction([updates, notes], mode)
      transaction.oncomplete = () => done()
      transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
      try {
        work({ updates: transaction.objectStore(updates), notes: transaction.objectStore(notes) })
      } catch (why) {
        transaction.abort()
        failed(why)
      }
    })
  }

  /** The browser is asked not to tidy this away; where nobody listens, nothing is lost. */
  let persisting = false
  const persist = () => {
    if (persisting) return
    persisting = true
    void navigator.storage?.persist?.().catch(() => {})
  }

  return {
    load: async (room) => {
      const held: { updates: Uint8Array[]; note: Note | null } = { updates: [], note: null }
      await run('readonly', (stores) => {
        const rows: IDBRequest<Row[]> = stores.updates.index(byRoom).getAll(room)
        rows.onsuccess = () => (held.updates = rows.result.map(({ bytes }) => bytes))
        const note: IDBRequest<Note | undefined> = stores.notes.get(room)
        note.onsuccess = () => (held.note = note.result ?? null)
      })
      return held
    },
    append: async (room, bytes, own) => {
      await run('readwrite', (stores) => {
        stores.updates.add({ room, bytes } satisfies Row)
        if (own) rewrite(stores, room, (note) => noteWritten(note, own.tab, own.tally))
      })
      if (own) persist()
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
      })
    },
    remember: async (room, news) => {
      await run('readwrite', (stores) => rewrite(stores, room, (note) => noteSaved(note, news)))
    },
    waiting: async () => {
      let waiting = 0
      await run('readonly', (stores) => {
        const notes: IDBRequest<Note[]> = stores.notes.getAll()
        notes.onsuccess = () => {
          for (const { tallies } of notes.result) for (const { made, kept } of tallies.values()) waiting += made - kept
        }
      })
      return waiting
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

const rewrite = ({ notes }: Stores, room: string, write: (note: Note | undefined) => Note): void => {
  const read: IDBRequest<Note | undefined> = notes.get(room)
  read.onsuccess = () => notes.put(write(read.result), room)
}

const open = async (factory: IDBFactory, name: string): Promise<IDBDatabase> => {
  const request = factory.open(name, 2)
  request.onupgradeneeded = ({ oldVersion }) => {
    // In version 1 a note was one number that two tabs wrote over each other. The words stay.
    if (oldVersion === 1) request.result.deleteObjectStore(notes)
    else request.result.createObjectStore(updates, { autoIncrement: true }).createIndex(byRoom, byRoom)
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
