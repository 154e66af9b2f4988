import { follow, hear } from '#lib/events.ts'

/** Calls `changed` when the board is frozen or goes on. Returns the way to stop. */
export const hearBoard = (board: { boardId: string; projectId: string }, position: number, changed: () => void): (() => void) => {
  const stops = [
    hear('board.changed', ({ boardId }) => {
      if (boardId === board.boardId) changed()
    }),
    follow(`project:${board.projectId}`, position),
  ]
  return () => stops.forEach((stop) => stop())
}
