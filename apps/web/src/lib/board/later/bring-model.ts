import type { Language } from '@sheber/contract/words'
import { style } from '@sheber/document/board'
import type { Progress } from '#lib/file/index.ts'
import type { Asked } from '../core/asked.ts'
import type { Editor } from '../core/editor.ts'
import type { Point } from '../core/geometry.ts'
import { ModelTrouble } from '../model/mesh.ts'
import type { NewModel } from '../model/place.ts'
import { loadModelWords } from '../model/words.ts'
import type { Files } from './bring.ts'

export const isTroubleOfModel = (why: unknown): why is ModelTrouble => why instanceof ModelTrouble

export const sayTrouble = async (language: Language, { why }: ModelTrouble): Promise<string> =>
  (await loadModelWords(language)).trouble[why]

interface Way {
  readonly sender: Files
  readonly boardId: string
  readonly lend: (progress: Progress) => void
}

interface Placing extends Way {
  readonly at: Point
  /** Of the thing. */
  readonly id: string
  readonly waits: () => void
  readonly lay: (thing: NewModel) => void
}

/** Sends a picture of it first, which is small and which all see; then the model, which comes when somebody turns it. */
export const bringModel = async (file: File, { sender, boardId, at, id, lend, waits, lay }: Placing): Promise<void> => {
  const { lookAt } = await import('../model/place.ts')
  const looked = await lookAt(file)
  // A card without a picture is a card too: only the model itself may fail.
  const still = await new Promise<string>((named) => {
    if (!looked.still) return named('')
    const begun = (progress: Progress) => {
      lend(progress)
      named(progress.id)
    }
    sender.sendFile({ boardId }, looked.still, begun).catch(() => named(''))
  })
  let laid = false
  await sender.sendFile({ boardId }, file, (progress) => {
    if (progress.waits && progress.sent === 0) waits()
    if (laid) return
    laid = true
    lend(progress)
    lay(looked.thingOf({ id, file: progress.id, still, at }))
  })
}

/** The way it looks now, and a picture of that, are one change: nobody sees the one without the other. */
export const keepTurned = async (
  { id, view, still }: Asked['turned'],
  { sender, boardId, lend, editor }: Way & { readonly editor: Editor },
): Promise<void> => {
  let kept = false
  await sender.sendFile({ boardId }, still, (progress) => {
    if (kept || editor.may !== 'write') return
    kept = true
    lend(progress)
    editor.step(() => style(editor.board, [id], { view, still: progress.id }))
  })
}
