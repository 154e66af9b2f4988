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

/** Whose words they are: of which copy of the document, and which tab's own; null: somebody else's. */
export interface Mark {
  readonly lineage: string | null
  readonly own: { readonly tab: number; readonly tally: Tally } | null
}

/** What became known: of the tabs, how much is saved. */
export interface News {
  readonly lineage: string | null
  readonly tallies: ReadonlyMap<number, Tally>
}

export interface Held {
  /** Every update of the room, in any order. */
  readonly updates: readonly Uint8Array[]
  /** What the store calls each of them. */
  readonly keys: readonly number[]
  readonly note: Note | null
}

/** Words on this device: written before they are sent, so that a reload without a network loses none. */
export interface LocalStore {
  /** Words and note of one moment. */
  load(room: string): Promise<Held>
  /**
   * Keeps words, and with them whose they are and that own ones wait: all or nothing, durable once resolved with their key;
   * rejects when the device is full.
   */
  append(room: string, update: Uint8Array, mark: Mark): Promise<number>
  /** Puts the whole in place of the updates it was made of, and tells its key; what another tab has added stays. */
  replace(room: string, whole: Uint8Array, keys: readonly number[]): Promise<number>
  /** Takes news into the note; older news change nothing. */
  remember(room: string, news: News): Promise<void>
  /** Nothing of the room stays. */
  forget(room: string): Promise<void>
}

const none: Note = { lineage: null, tallies: new Map() }

/** The note once words were written. */
export const noteWritten = (note: Note | null | undefined, { lineage, own }: Mark): Note => {
  const { lineage: before, tallies } = note ?? none
  const now = new Map(tallies)
  if (own) now.set(own.tab, { ...own.tally, kept: Math.max(own.tally.kept, tallies.get(own.tab)?.kept ?? 0) })
  return { lineage: lineage ?? before, tallies: now }
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
