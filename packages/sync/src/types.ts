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
}

export interface Stored {
  /** The newest whole state with its position (0 and null where there is none) … */
  readonly whole: Entry | null
  /** … and everything after it, oldest first. */
  readonly tail: readonly Entry[]
}

export interface Storage {
  /** Everything after `position`, oldest first; from 0 it begins with the whole, if there is one. */
  since(room: string, position: number): Promise<Stored>
  /** One commit for all entries, of many rooms; resolved only when durable. Positions in the order given. */
  append(entries: readonly NewEntry[]): Promise<readonly number[]>
  /** Stores `whole` as everything up to `upTo`, in one transaction. The log itself may stay for history. */
  compact(room: string, upTo: number, whole: Uint8Array): Promise<void>
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

export type Right = 'read' | 'write'

/** One connection as the engine sees it. */
export interface Peer extends Author {
  readonly id: string
  may: Right
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

/** A storage throws it when a stored row is not what was written. Only that room is affected. */
export class RottenRow extends Error {
  override readonly name = 'RottenRow'
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}
