import { Type, type Static } from 'typebox'
import { route } from './kit.ts'
import { Closed } from './words.ts'

/** A shared document that is open in this process. */
export const Room = Closed({
  name: Type.String(),
  /** Newest row of its log that is in memory. */
  position: Type.Integer(),
  /** The document, as it would be sent to a newcomer; an estimate. */
  bytes: Type.Integer(),
  /** The document itself is in memory; otherwise only its bytes. */
  live: Type.Boolean(),
  /** Given to the log and not durable yet. */
  waitingBytes: Type.Integer(),
  peers: Type.Array(Closed({ id: Type.String(), name: Type.String(), may: Type.Enum(['read', 'write', 'aside'] as const) })),
})
export type Room = Static<typeof Room>

export const room = {
  list: route({ name: 'room.list', method: 'GET', path: '/api/room', reply: Type.Array(Room) }),
  look: route({
    name: 'room.look',
    method: 'GET',
    path: '/api/room/:room',
    params: Closed({ room: Type.String({ maxLength: 64 }) }),
    /** Every root type by its name, as plain values: also what this Sheber does not know. */
    reply: Closed({ name: Type.String(), roots: Type.Unknown() }),
  }),
}
