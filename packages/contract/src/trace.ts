import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { Closed, Moment } from './words.ts'

const Person = Closed({ id: Id, name: Type.String() })

/** Null: it is not kept any more whose hand it was. */
export const Touched = Closed({ by: Type.Union([Person, Type.Null()]), at: Moment })
export type Touched = Static<typeof Touched>

/** Whose hands a thing has been in, by the log of its board and by nothing that a browser says. */
export const Trace = Closed({
  thingId: Type.String(),
  made: Type.Union([Touched, Type.Null()]),
  /** Last, by whomever; as it was made where nobody has changed it. */
  changed: Type.Union([Touched, Type.Null()]),
  /** Null: it lies on the board. */
  removed: Type.Union([Touched, Type.Null()]),
  /** Who has written in it what the one who removed it had not seen. */
  unseen: Type.Array(Touched),
})
export type Trace = Static<typeof Trace>

export const tracesMax = 50
/** As a browser names things; imported ones may be named otherwise. */
const thing = '[A-Za-z0-9_-]{1,64}'

export const trace = {
  look: route({
    name: 'trace.look',
    method: 'GET',
    path: '/api/board/:boardId/trace',
    params: Closed({ boardId: Id }),
    /** Ids of things, joined by commas. What is not there is left out of the answer. */
    query: Closed({ things: Type.String({ maxLength: tracesMax * 65, pattern: `^${thing}(,${thing})*$` }) }),
    reply: Type.Array(Trace),
  }),
}
