import { noteSaved, noteWritten, type LocalStore, type Note } from './local.ts'

const updates = 'updates'
const notes = 'notes'
const byRoom = 'room'

interface Row {
  readonly room: string
  readonly bytes: Uint8Array
}

export interface Unsent {
  readonly room: string
  readonly lineage: string | null
  readonly changes: number
  /** When the oldest of them was made, in milliseconds since 1970. */
  readonly since: number | null
}

export interface DeviceStore extends LocalStore {
  /** Rooms with changes that are nowhere but on this device. */
  unsent(): Promise<readonly Unsent[]>
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
      const held: { updates: Uint8Array[]; keys: number[]; note: Note | null } = { updates: [], keys: [], note: null }
      await run('readonly', (stores) => {
        const index = stores.updates.index(byRoom)
        const keys = index.getAllKeys(room)
        keys.onsuccess = () => (held.keys = keys.result.map(Number))
        const rows: IDBRequest<Row[]> = index.getAll(room)
        rows.onsuccess = () => (held.updates = rows.result.map(({ bytes }) => bytes))
        const note: IDBRequest<Note | undefined> = stores.notes.get(room)
        note.onsuccess = () => (held.note = note.result ?? null)
      })
      return held
    },
    append: async (room, bytes, mark) => {
      let key = 0
      await run('readwrite', (stores) => {
        const added = stores.updates.add({ room, bytes } satisfies Row)
        added.onsuccess = () => (key = Number(added.result))
        rewrite(stores, room, (note) => noteWritten(note, mark))
      })
      if (mark.own) persist()
      return key
    },
    replace: async (room, whole, keys) => {
      let key = 0
      await run('readwrite', (stores) => {
        for (const old of keys) stores.updates.delete(old)
        const added = stores.updates.add({ room, bytes: whole } satisfies Row)
        added.onsuccess = () => (key = Number(added.result))
      })
      return key
    },
    remember: async (room, news) => {
      await run('readwrite', (stores) => rewrite(stores, room, (note) => noteSaved(note, news)))
    },
    forget: async (room) => {
      await run('readwrite', (stores) => {
        stores.notes.delete(room)
        const walk = stores.updates.index(byRoom).openKeyCursor(room)
        walk.onsuccess = () => {
          const cursor = walk.result
          if (!cursor) return
          stores.updates.delete(cursor.primaryKey)
          cursor.continue()
        }
      })
    },
    unsent: async () => {
      const found: Unsent[] = []
      await run('readonly', (stores) => {
        const walk = stores.notes.openCursor()
        walk.onsuccess = () => {
          const cursor = walk.result
          if (!cursor) return
          const { lineage, tallies } = cursor.value as Note
          const changes = [...tallies.values()].reduce((sum, { made, kept }) => sum + made - kept, 0)
          const times = [...tallies.values()].flatMap(({ since }) => (since === null ? [] : [since]))
          if (changes > 0) found.push({ room: String(cursor.key), lineage, changes, since: times.length > 0 ? Math.min(...times) : null })
          cursor.continue()
        }
      })
      return found
    },
    close: async () => {
      const database = await opened
      opened = null
      database?.close()
    },
    wipe: async () => {
      // First the words: a tab that sleeps can hold up the rest.
      await run('readwrite', (stores) => {
        stores.updates.clear()
        stores.notes.clear()
      })
      const database = await opened
      opened = null
      database?.close()
      await new Promise<void>((done, failed) => {
        const request = factory.deleteDatabase(name)
        request.onsuccess = request.onblocked = () => done()
        request.onerror = () => failed(request.error ?? new Error('refused'))
      })
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
