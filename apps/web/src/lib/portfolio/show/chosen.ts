import type { NewPiece } from '@sheber/document/portfolio'
import { shortOf } from '#lib/board/called.ts'
import type { Editor } from '#lib/board/core/editor.ts'
import { wordsOf } from '@sheber/document/wordsof'
import { freeze } from '../piece/freeze.ts'
import { idsOf } from '#lib/board/trace/copied.ts'

const captionMax = 80

/** What is shown, at a version that is kept of it. */
export type Frozen = Omit<NewPiece, 'id' | 'caption'>

export interface Chosen {
  /** The first words that are read there; '' where there are none. */
  readonly words: string
  /** Keeps it as it is now, under the first of these names that says something. @throws {Refused} */
  freeze(...names: readonly string[]): Promise<Frozen>
}

/** What of a board is chosen, as a piece: one frame with what will lie on it, or just these things. */
export const chosenOn = (editor: Editor, boardId: string): Chosen => {
  const items = editor.selectedItems()
  const words = items.map(({ thing }) => shortOf(wordsOf(thing))).find(Boolean) ?? ''
  const [only] = items
  const piece =
    items.length === 1 && only?.thing.kind === 'frame'
      ? { kind: 'frame' as const, things: [only.id] }
      : { kind: 'things' as const, things: idsOf(editor, 'chosen', editor.selection, new Set()) ?? [] }
  return {
    words: words.slice(0, captionMax),
    freeze: async (...names) => ({ ...piece, boardId, versionId: await freeze(boardId, ...names) }),
  }
}
