/** What a browser keeps of a room besides its words. */
export interface Note {
  /** Changes that the server had not called saved. */
  readonly waiting: number
  /** Which copy of the document they belong to. */
  readonly lineage: string | null
}

/** Words on this device: written before they are sent, so that a reload without a network loses none. */
export interface LocalStore {
  /** Every update of the room, in any order. */
  load(room: string): Promise<readonly Uint8Array[]>
  /** Both or neither, durable once resolved; rejects when the device is full. */
  append(room: string, update: Uint8Array, note: Note): Promise<void>
  /** Puts the whole in place of the updates it was made of, and keeps what another tab has added meanwhile. */
  replace(room: string, whole: Uint8Array): Promise<void>
  recall(room: string): Promise<Note | null>
  remember(room: string, note: Note): Promise<void>
}
