import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** What one wrote offline and what reached a frozen board, or a signed page, too late: kept for its author alone. */
export const Aside = Closed({
  /** How often something was laid aside; 0: nothing. */
  times: Type.Integer(),
  /** When it was done, where that is known, else when it came; null: nothing. */
  at: Type.Union([Moment, Type.Null()]),
  /** All of it, a Yjs update to be put on the board or the page as it is, in base64; null: nothing. */
  update: Type.Union([Type.String(), Type.Null()]),
  /** How often something was laid down by its author, which may be offered once more. */
  down: Type.Integer(),
})
export type Aside = Static<typeof Aside>

/** Its author has taken it elsewhere, lays it down, or wants what was laid down to be offered again. */
const Settled = Closed({ to: Type.Enum(['taken', 'dropped', 'offered'] as const) })

const pageId = Closed({ pageId: Id })
const boardId = Closed({ boardId: Id })

export const aside = {
  look: route({ name: 'aside.look', method: 'GET', path: '/api/board/:boardId/aside', params: boardId, reply: Aside }),
  /** Into the board, as its author's own work. */
  take: route({
    name: 'aside.take',
    method: 'POST',
    path: '/api/board/:boardId/aside',
    params: boardId,
    reply: Nothing,
    refusals: ['frozen'],
  }),
  settle: route({
    name: 'aside.settle',
    method: 'PATCH',
    path: '/api/board/:boardId/aside',
    params: boardId,
    body: Settled,
    reply: Aside,
  }),
  lookAtPage: route({ name: 'aside.lookAtPage', method: 'GET', path: '/api/notebook/:pageId/aside', params: pageId, reply: Aside }),
  /** Into the page, once nobody's signature holds on it, as its author's own work. */
  takeToPage: route({
    name: 'aside.takeToPage',
    method: 'POST',
    path: '/api/notebook/:pageId/aside',
    params: pageId,
    reply: Nothing,
    refusals: ['page-signed'],
  }),
  settleOfPage: route({
    name: 'aside.settleOfPage',
    method: 'PATCH',
    path: '/api/notebook/:pageId/aside',
    params: pageId,
    body: Settled,
    reply: Aside,
  }),
}
