import { idPattern } from '@sheber/contract/ids'

/** Names of rooms: the only place that knows their spelling. */
export interface RoomName {
  readonly kind: 'board'
  readonly id: string
}

export const boardRoom = (id: string) => `board:${id}`

/** Null for everything that is not exactly the name of a room: no other case, no spaces, no `..`. */
export const parseRoom = (name: string): RoomName | null => {
  if (!name.startsWith('board:')) return null
  const id = name.slice('board:'.length)
  return idPattern.test(id) ? { kind: 'board', id } : null
}
