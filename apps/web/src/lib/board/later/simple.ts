import type { board } from '@sheber/contract/board'
import { ask } from '#lib/api.ts'
import { follow, hear } from '#lib/events.ts'
import type { AboutBoard } from '../about.ts'

/** Calls `changed` when a teacher keeps this board simple, or every board of the reader's group, and when no longer. Returns the way to stop. */
export const hearSimple = (of: AboutBoard, personId: string, changed: () => void): (() => void) => {
  const stops = [
    hear('board.simplified', ({ boardId }) => {
      if (boardId === of.boardId) changed()
    }),
    hear('group.simplified', changed),
    follow(`project:${of.projectId}`, of.position),
    follow(`person:${personId}`, of.position),
  ]
  return () => stops.forEach((stop) => stop())
}

export const keepSimple = (boardId: string, simple: boolean) =>
  ask<typeof board.simplify>(fetch, 'PATCH', '/api/board/:boardId/simple', { params: { boardId }, body: { simple } })
