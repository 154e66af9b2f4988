import { idPattern } from '@sheber/contract/plain'

export const roomKinds = ['board', 'portfolio', 'notebook'] as const
export type RoomKind = (typeof roomKinds)[number]

/** Names of rooms: the only place that knows their spelling. */
export interface RoomName {
  readonly kind: RoomKind
  readonly id: string
}

export const boardRoom = (id: string) => `board:${id}`
export const portfolioRoom = (id: string) => `portfolio:${id}`
/** Of one page: each is a document of its own. */
export const notebookRoom = (pageId: string) => `notebook:${pageId}`

/** Null for everything that is not exactly the name of a room: no other case, no spaces, no `..`. */
export const parseRoom = (name: string): RoomName | null => {
  const [kind, id, ...rest] = name.split(':')
  const known = roomKinds.find((one) => one === kind)
  return known && id !== undefined && rest.length === 0 && idPattern.test(id) ? { kind: known, id } : null
}
