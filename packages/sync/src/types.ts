/** The engine's face. It knows bytes and Yjs and nothing of Sheber: people and rights arrive as opaque values. */

/** Whose hand wrote an update: opaque to the engine, kept in the log. */
export interface Author {
  readonly person: string | null
  readonly session: string | null
}

export type UpdateKind = 'edit' | 'import' | 'template' | 'restore' | 'migration'

export interface Entry {
  /** 1, 2, 3 … within one room; what `since` has shown never grows a hole or a late comer (S1). */
  readonly position: number
  /** Yjs update, v1. */
  readonly bytes: Uint8Array
}

export interface NewEntry extends Author {
  readonly room: string
  readonly bytes: Uint8Array
  readonly kind: UpdateKind
  /** Milliseconds since 1970. */
  readonly at: number
  /** When the work was done, where that was long before: offline. Null: now. */
  readonly doneAt: number | null
  /** Client ids that this person speaks for from now on. */
  readonly clients: readonly number[]
}

/** What reached a frozen room: kept for its author alone. */
export interface Aside extends Author {
  readonly room: string
  readonly bytes: Uint8Array
  readonly at: number
  readonly doneAt: number | null
}

export interface Stored {
  /** The newest whole state with its position (0 and null where there is none) … */
  readonly whole: Entry | null
  /** … and everything after it, oldest first. */
  readonly tail: readonly Entry[]
  /** Client id → the person who speaks for it, as far as the log came to know it after `position`. */
  readonly owners: ReadonlyMap<number, string>
}

export interface Storage {
  /** Everything after `position`, oldest first; from 0 it begins with the whole, if there is one. */
  since(room: string, position: number): Promise<Stored>
  /** One commit for all entries, of many rooms; resolved only when durable. Positions in the order given. */
  append(entries: readonly NewEntry[]): Promise<readonly number[]>
  /** Durable once resolved. The same words of the same person are kept once; rejects with FullAside. */
  keepAside(aside: Aside): Promise<void>
  /** Stores `whole` as everything up to `upTo`, in one transaction. The log itself may stay for history. */
  compact(room: string, upTo: number, whole: Uint8Array): Promise<void>
}

/**
 * Where words stay between being shown to others and being in the log, if this process is killed in between. It must not
 * throw and must not wait: a journal that cannot be written loses what was merely seen, never what was called saved.
 */
export interface Journal {
  /** Called before anybody is shown them; once for all that a turn brought. */
  note(entries: readonly NewEntry[]): void
  /** They are in the log, or never will be: the same objects as were noted. */
  forget(entries: readonly NewEntry[]): void
}

export interface Ears {
  /** "There is more in the log of this room, up to `position`." */
  rang(position: number): void
  /** Cursors and the like: may be lost. */
  whispered(frame: Uint8Array): void
  /** From now on everything is heard; before now, it may not have been (B4). */
  missed(): void
}

/** A bell between processes. Rings and whispers may be lost, doubled or late; nothing that is acknowledged waits for one. */
export interface Bus {
  ring(room: string, position: number): void
  whisper(room: string, frame: Uint8Array): void
  listen(room: string, ears: Ears): () => void
  close(): Promise<void>
}

/** Aside: the room is frozen. What this peer brings is kept for it alone, and reaches nobody. */
export type Right = 'read' | 'write' | 'aside'

/** One connection as the engine sees it. */
export interface Peer extends Author {
  readonly id: string
  may: Right
  /** How long ago, in ms, the oldest change was made that this browser could not send. */
  readonly oldestMs?: number
  /** What everybody else is shown as this peer's `user` in awareness; the client's own claim is overwritten. */
  readonly shown: Readonly<Record<string, string>>
  /** A ready frame; the implementation must not copy per peer what it can share. */
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
}

/** A storage throws it for a room that it does not know: rooms are made by whoever makes their boards. */
export class UnknownRoom extends Error {
  override readonly name = 'UnknownRoom'
}

/** A storage throws it for a room that takes no rows any more: it was frozen since somebody asked. */
export class FrozenRoom extends Error {
  override readonly name = 'FrozenRoom'
}

/** A storage throws it when a person has as much aside in one room as a document may be large. */
export class FullAside extends Error {
  override readonly name = 'FullAside'
}

/** A storage throws it when a stored row is not what was written. Only that room is affected. */
export class RottenRow extends Error {
  override readonly name = 'RottenRow'
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}
