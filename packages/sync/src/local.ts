/** What one tab has written in a room, counted in changes from its beginning, and how much of it is saved. */
export interface Tally {
  readonly made: number
  /** The server has called the first `kept` changes saved. */
  readonly kept: number
  /** When the oldest change that is not saved was made, in milliseconds since 1970; null where all are. */
  readonly since: number | null
}

/** What a browser keeps of a room besides its words. */
export interface Note {
  /** Which copy of the document they belong to. */
  readonly lineage: string | null
  /** Tab → what it wrote, of those tabs only whose changes wait. Each tab counts for itself, so no two overwrite each other. */
  readonly tallies: ReadonlyMap<number, Tally>
}

/** What became known: of the tabs, how much is saved. */
export interface News {
  readonly lineage: string | null
  readonly tallies: ReadonlyMap<number, Tally>
}

export interface Held {
  /** Every update of the room, in any order. */
  readonly updates: readonly Uint8Array[]
  readonly note: Note | null
}

/** Words on this device: written before they are sent, so that a reload without a network loses none. */
export interface LocalStore {
  /** Words and note of one moment. */
  load(room: string): Promise<Held>
  /** Keeps words, and with one's own that they wait: both or neither, durable once resolved; rejects when the device is full. */
  append(room: string, update: Uint8Array, own: { readonly tab: number; readonly tally: Tally } | null): Promise<void>
  /** Puts the whole in place of the updates it was made of, and keeps what another tab has added meanwhile. */
  replace(room: string, whole: Uint8Array): Promise<void>
  /** Takes news into the note; older news change nothing. */
  remember(room: string, news: News): Promise<void>
  /** Nothing of the room stays. */
  forget(room: string): Promise<void>
}

const none: Note = { lineage: null, tallies: new Map() }

/** The note once `tab` has written. */
export const noteWritten = (note: Note | null | undefined, tab: number, tally: Tally): Note => {
  const { lineage, tallies } = note ?? none
  const kept = Math.max(tally.kept, tallies.get(tab)?.kept ?? 0)
  return { lineage, tallies: new Map(tallies).set(tab, { ...tally, kept }) }
}

/** The note once the server has saved. What waits for nothing is not kept. */
export const noteSaved = (note: Note | null | undefined, news: News): Note => {
  const { lineage, tallies } = note ?? none
  const left = new Map<number, Tally>()
  for (const [tab, { made, kept, since }] of tallies) {
    const told = news.tallies.get(tab)
    const now = Math.max(kept, told?.kept ?? 0)
    if (now < made) left.set(tab, { made, kept: now, since: told?.since ?? since })
  }
  return { lineage: news.lineage ?? lineage, tallies: left }
}
