import { addThings } from '@sheber/document/board'
import type { Place } from '@sheber/document/thing'
import type { Language } from '@sheber/contract/words'
import type { Editor } from '../core/editor.ts'
import type { Point } from '../core/geometry.ts'
import { joinPasters, pasteAt, type Pasted } from '../core/paste.ts'
import { newThingId } from '../id.ts'
import type { Outside } from '../paper/outside.ts'
import type { LaterWords } from './words.ts'

interface Bringing {
  readonly editor: Editor
  readonly boardId: string
  readonly me: string
  readonly language: Language
  readonly w: LaterWords
  /** Says it aloud and on the screen. */
  readonly say: (text: string) => void
}

/** The longer side of a picture as it is first laid. */
const pictureSide = 480
const apart = 24

const sizeOf = (width: number | null, height: number | null): readonly [number, number] => {
  if (!width || !height) return [pictureSide, pictureSide * 0.75]
  const scale = Math.min(1, pictureSide / Math.max(width, height))
  return [Math.round(width * scale), Math.round(height * scale)]
}

type Files = Awaited<ReturnType<(typeof import('#lib/file/index.ts'))['openFiles']>>

/** Brings onto a board what comes from outside: by paste, by drop, by a file that is opened. */
export const bringing = ({ editor, boardId, me, language, w, say }: Bringing) => {
  let opened: Promise<Files> | null = null
  const files = () => (opened ??= import('#lib/file/index.ts').then(({ openFiles }) => openFiles({ personId: me, language })))
  const trace = () => ({ by: me, at: Date.now() })

  const sendOne = async (file: File, at: Point, laid?: { readonly id: string; readonly g: Place; readonly turn?: number }) => {
    const sender = await files()
    // Once, however often it is told of: a thing that somebody has taken away meanwhile is not laid anew.
    let isLaid = false
    try {
      await sender.sendFile(boardId, file, ({ id, type, name, width, height, sent, waits }) => {
        // The thing is laid with the first word, before a byte has gone: so it is there without a network too.
        if (sent > 0 || editor.may !== 'write') return
        if (waits) return say(w.waits)
        const thingId = laid?.id ?? newThingId()
        if (isLaid || editor.scene.get(thingId)) return
        isLaid = true
        const [wide, high] = sizeOf(width, height)
        const g: Place = laid?.g ?? [at.x - wide / 2, at.y - high / 2, wide, high]
        const common = { id: thingId, g, ...(laid?.turn !== undefined && { turn: laid.turn }), ...trace() }
        const isPicture = type.startsWith('image/')
        editor.step(() =>
          addThings(editor.board, [
            isPicture ? { kind: 'image', ...common, file: id } : { kind: 'card', ...common, of: 'file', ref: id, text: name },
          ]),
        )
        editor.select([thingId])
      })
    } catch (why) {
      say((await import('#lib/file/index.ts')).sentenceOf(sender.words, why))
    }
  }

  const sendAll = (all: readonly File[], at: Point, laid: Outside['laid'] = new Map()) => {
    if (all.length > 1) say(w.sending(all.length))
    for (const [i, file] of all.entries()) void sendOne(file, { x: at.x + i * apart, y: at.y + i * apart }, laid.get(file))
  }

  const bring = async (data: Parameters<(typeof import('../paper/outside.ts'))['readOutside']>[0], at: Point): Promise<boolean> => {
    const { readOutside, loadPaperWords } = await import('../paper/index.ts')
    const { outside } = await loadPaperWords(language)
    const come = await readOutside(data, { me, newId: newThingId, now: () => Date.now(), at, w: outside })
    if (come.said) say(come.said)
    if (editor.may !== 'write') return false
    if (come.things.length > 0) {
      editor.step(() => addThings(editor.board, come.things))
      editor.select(come.things.map(({ id }) => id))
    }
    sendAll(come.files, at, come.laid)
    return come.things.length + come.files.length > 0 || Boolean(come.said)
  }

  const stop = joinPasters((pasted: Pasted, asked, at) => {
    if (asked !== editor) return false
    const letters: Record<string, string> = { 'text/plain': pasted.text, 'text/html': pasted.html }
    return bring({ files: pasted.files, getData: (type) => letters[type] ?? '' }, at)
  })

  return {
    takePictures: (all: readonly File[], at: Point) => sendAll(all, at),
    openFile: (file: File) => void bring(file, pasteAt(editor)),
    drop: (data: DataTransfer, at: Point) => void bring(data, at),
    /** What was left waiting by an earlier visit goes on its way. */
    resume: async () => {
      const sender = await files()
      await sender.drain(
        () => {},
        (_, why) => void import('#lib/file/index.ts').then(({ sentenceOf }) => say(sentenceOf(sender.words, why))),
      )
    },
    stop,
  }
}
