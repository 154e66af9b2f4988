import type { LocalStore, Note } from '../local.ts'

export interface TestStore extends LocalStore {
  full: boolean
  readonly updates: Uint8Array[]
}

/** A device in memory: it outlives the page, and can be full. */
export const memoryLocalStore = (): TestStore => {
  let note: Note | null = null
  const store: TestStore = {
    full: false,
    updates: [],
    load: async () => [...store.updates],
    append: async (_room, update, now) => {
      if (store.full) throw new Error('QuotaExceededError')
      store.updates.push(update)
      note = now
    },
    replace: async (_room, whole) => {
      store.updates.splice(0, store.updates.length, whole)
    },
    recall: async () => note,
    remember: async (_room, remembered) => {
      note = remembered
    },
  }
  return store
}
