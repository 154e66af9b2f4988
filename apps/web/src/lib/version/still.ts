import { applyUpdate, Doc } from 'yjs'
import type { Room } from '#lib/room.svelte.ts'

/** As the contract carries bytes. */
export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

const nothing = () => Promise.reject(new Error('there is nothing to carry'))

/** A room to look at: nobody else is in it, nothing leaves it and nothing comes. */
export const stillRoom = (updates: readonly Uint8Array[]): Room => {
  const doc = new Doc()
  for (const update of updates) applyUpdate(doc, update)
  return {
    doc,
    awareness: { clientID: doc.clientID, getStates: () => new Map(), setLocalState: () => {}, on: () => {}, off: () => {} },
    save: 'saved',
    waiting: 0,
    since: null,
    problem: null,
    live: false,
    ready: true,
    right: 'read',
    laidAside: false,
    closedFor: null,
    settled: () => Promise.resolve(),
    pack: nothing,
    unpack: nothing,
    forget: nothing,
    close: () => doc.destroy(),
  }
}
