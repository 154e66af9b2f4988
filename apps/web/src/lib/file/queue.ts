import type { Taken } from './take.ts'

/** One of the two. */
export type Place = { readonly boardId: string } | { readonly portfolioId: string }

/** A file on this device that the server does not have yet. */
export interface Parcel extends Taken {
  /** The id that the file keeps; the thing on the board names it already. */
  readonly id: string
  /** On whose shelf it is to lie. */
  readonly place: Place
  /** In milliseconds since 1970. */
  readonly at: number
}

type Unplaced = Omit<Parcel, 'place'> & { readonly boardId: string }

/** What waits on this device: one database per person, as their words have one. */
export interface Queue {
  add(parcel: Parcel): Promise<void>
  /** Oldest first. */
  all(): Promise<readonly Parcel[]>
  drop(id: string): Promise<void>
  /** "Leave this computer": nothing of this person stays. */
  wipe(): Promise<void>
}

const store = 'files'

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('refused'))
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
  })

export const deviceQueue = (personId: string, factory: IDBFactory = indexedDB): Queue => {
  const name = `sheber-files-${personId}`
  let opened: Promise<IDBDatabase> | null = null
  const open = async (): Promise<IDBDatabase> => {
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' })
    const database = await promised(request)
    // Another tab wipes it: do not stand in its way.
    database.onversionchange = () => {
      database.close()
      opened = null
    }
    return database
  }
  // After a failure the next call tries again: the disk may have been tidied up.
  const db = () =>
    (opened ??= open().catch((why: unknown) => {
      opened = null
      throw why
    }))
  /** To look is not to leave something behind. Firefox of some years ago cannot say. */
  const isThere = async (): Promise<boolean> =>
    opened !== null || !('databases' in factory) || (await factory.databases()).some((one) => one.name === name)
  const write = async (work: (files: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await db()).transaction(store, 'readwrite')
    work(transaction.objectStore(store))
    await finished(transaction)
  }

  return {
    add: (parcel) => write((files) => files.put(parcel)),
    all: async () => {
      if (!(await isThere())) return []
      const found = await promised((await db()).transaction(store).objectStore(store).getAll() as IDBRequest<(Parcel | Unplaced)[]>)
      // What has waited since before portfolios had files names a board alone.
      const placed = found.map((one): Parcel => ('place' in one ? one : { ...one, place: { boardId: one.boardId } }))
      return placed.sort((a, b) => a.at - b.at)
    },
    drop: (id) => write((files) => files.delete(id)),
    wipe: async () => {
      if (!(await isThere())) return
      await write((files) => files.clear())
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
