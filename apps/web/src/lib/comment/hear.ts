import { follow, hear } from '#lib/events.ts'

/** Calls `changed` with the thread in which something was said, changed or settled. Returns the way to stop. */
export const hearComments = (
  of: { readonly boardId: string; readonly projectId: string },
  position: number,
  changed: (threadId: string) => void,
): (() => void) => {
  const heard = ({ boardId, threadId }: { boardId: string; threadId: string }) => {
    if (boardId === of.boardId) changed(threadId)
  }
  const stops = [
    hear('comment.written', heard),
    hear('comment.changed', heard),
    hear('comment.resolved', heard),
    hear('comment.reopened', heard),
    follow(`project:${of.projectId}`, position),
  ]
  return () => stops.forEach((stop) => stop())
}
