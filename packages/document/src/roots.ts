import type * as Y from 'yjs'
import { boardRoots } from './board.ts'
import { notebookRoots } from './notebook.ts'
import { portfolioRoots } from './portfolio.ts'
import { parseRoom, type RoomKind } from './room.ts'

const roots: Readonly<Record<RoomKind, ReadonlySet<string>>> = {
  board: boardRoots,
  portfolio: portfolioRoots,
  notebook: notebookRoots,
}

/** Names of the root types that a room's document may have; none for what is no room. */
export const rootsOf = (room: string): ReadonlySet<string> => {
  const parsed = parseRoom(room)
  return parsed ? roots[parsed.kind] : new Set()
}

/** Everything as plain values, also what this Sheber does not know. For the debugger. */
export const readRoots = (room: string, doc: Y.Doc): Record<string, unknown> =>
  Object.fromEntries(
    [...rootsOf(room)].map((name) => [
      name,
      parseRoom(room)?.kind === 'notebook' && name === 'body' ? doc.getXmlFragment(name).toJSON() : doc.getMap(name).toJSON(),
    ]),
  )
