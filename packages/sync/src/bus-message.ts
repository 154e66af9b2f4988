import * as encoding from 'lib0/encoding'
import { ProtocolError, Reader } from './reader.ts'

/** What one process tells the others about one room, of one event-loop turn. */
export interface BusMessage {
  /** A bus may bring one's own message back. */
  readonly from: string
  /** The highest that was rung; null: no ring. */
  readonly position: number | null
  readonly whispers: readonly Uint8Array[]
}

export const encodeBusMessage = ({ from, position, whispers }: BusMessage): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, from)
  // 0 is left for "no ring".
  encoding.writeVarUint(encoder, position === null ? 0 : position + 1)
  encoding.writeVarUint(encoder, whispers.length)
  for (const whisper of whispers) encoding.writeVarUint8Array(encoder, whisper)
  return encoding.toUint8Array(encoder)
}

/** Null for what cannot be read: a bus may be shared with strangers, and what it carries may be lost. */
export const readBusMessage = (bytes: Uint8Array): BusMessage | null => {
  const reader = new Reader(bytes)
  try {
    const from = reader.text()
    const rung = reader.uint()
    const whispers = Array.from({ length: reader.count(1) }, () => reader.bytes())
    reader.end()
    return { from, position: rung === 0 ? null : rung - 1, whispers }
  } catch (why) {
    if (why instanceof ProtocolError) return null
    throw why
  }
}
