import { noteSaved, noteWritten, type LocalStore, type Note } from '../local.ts'

export interface TestStore extends LocalStore {
  full: boolean
  readonly updates: Uint8Array[]
  note: Note | null
}

/** A device in memory: it outlives the page, is shared by the tabs, and can be full. */
export const memoryLocalStore = (): TestStore => {
  const store: TestStore = {
    full: false,
    updates: [],
    note: null,
    load: async () => ({ updates: [...store.updates], note: store.note }),
    append: async (_room, update, mark) => {
      if (store.full) throw new DOMException('no room', 'QuotaExceededError')
      store.updates.push(update)
      store.note = noteWritten(store.note, mark)
    },
    replace: async (_room, whole) => {
      store.updates.splice(0, store.updates.length, whole)
    },
    remember: async (_room, news) => {
      store.note = noteSaved(store.note, news)
    },
    forget: async () => {
      store.updates.splice(0)
      store.note = null
    },
  }
  return store
}
