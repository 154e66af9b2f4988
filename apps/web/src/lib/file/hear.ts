import { follow, hear } from '#lib/events.ts'

/** Calls `come` with every file that the server has got for this board. Returns the way to stop. */
export const hearFiles = (
  of: { readonly boardId: string; readonly projectId: string },
  position: number,
  come: (fileId: string) => void,
): (() => void) => {
  const stops = [
    hear('file.added', ({ boardId, fileId }) => {
      if (boardId === of.boardId) come(fileId)
    }),
    follow(`project:${of.projectId}`, position),
  ]
  return () => stops.forEach((stop) => stop())
}
