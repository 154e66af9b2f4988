import { noteSaved, noteWritten, type LocalStore, type Note } from '../local.ts'

export interface TestStore extends LocalStore {
  full: boolean
  readonly updates: readonly Uint8Array[]
  note: Note | null
}

/** A device in memory: it outlives the page, is shared by the tabs, and can be full. */
export const memoryLocalStore = (): TestStore => {
  const rows = new Map<number, Uint8Array>()
  let last = 0
  const add = (update: Uint8Array) => {
    rows.set((last += 1), update)
    return last
  }
  const store: TestStore = {
    full: false,
    get updates() {
      return [...rows.values()]
    },
    note: null,
    load: async () => ({ updates: [...rows.values()], keys: [...rows.keys()], note: store.note }),
    append: async (_room, update, mark) => {
      if (store.full) throw new DOMException('no room', 'QuotaExceededError')
      store.note = noteWritten(store.note, mark)
      return add(update)
    },
    replace: async (_room, whole, keys) => {
      for (const key of keys) rows.delete(key)
      return add(whole)
    },
    remember: async (_room, news) => {
      store.note = noteSaved(store.note, news)
    },
    forget: async () => {
      rows.clear()
      store.note = null
    },
  }
  return store
}
