import { addThings, remove, style } from '@sheber/document/board'
import { fileFieldsOf } from '@sheber/document/copy'
import type { NewThing, Place } from '@sheber/document/thing'
import type { Language } from '@sheber/contract/words'
import { Refused } from '#lib/api.ts'
import type { Progress } from '#lib/file/index.ts'
import type { Point } from '../core/geometry.ts'
import { joinCarriers, joinPasters, pasteAt, type Pasted } from '../core/paste.ts'
import { newThingId } from '#lib/new-id.ts'
import { lendModel } from '../model/bytes.ts'
import type { Outside } from '../paper/outside.ts'
import type { Stage } from '../stage.svelte.ts'
import { bringModel, isTroubleOfModel, keepTurned, sayTrouble } from './bring-model.ts'
import { carrying } from './carry.ts'
import type { LaterWords } from './words.ts'

export interface Bringing {
  readonly stage: Stage
  readonly boardId: string
  readonly me: string
  readonly language: Language
  readonly w: LaterWords
  /** Says it aloud and on the screen. */
  readonly say: (text: string) => void
  /** Says that a part of the page did not come. */
  readonly missing: () => void
}

/** The longer side of a picture as it is first laid. */
const pictureSide = 480
const apart = 24

const sizeOf = (width: number | null, height: number | null): readonly [number, number] => {
  if (!width || !height) return [pictureSide, pictureSide * 0.75]
  const scale = Math.min(1, pictureSide / Math.max(width, height))
  return [Math.round(width * scale), Math.round(height * scale)]
}

const isPicture = ({ type }: Progress) => type.startsWith('image/')

export type Files = Awaited<ReturnType<(typeof import('#lib/file/index.ts'))['openFiles']>>

/** Brings onto a board what comes from outside: by paste, by drop, by a file that is opened. */
export const bringing = (given: Bringing) => {
  const { stage, boardId, me, language, w, say, missing } = given
  const { editor } = stage
  let opened: Promise<Files> | null = null
  const files = () =>
    (opened ??= import('#lib/file/index.ts')
      .then(({ openFiles }) => openFiles({ personId: me, language }))
      .catch((why: unknown) => {
        opened = null
        throw why
      }))
  /** What sends files may not have come yet when the network goes: whoever chose one need not choose it again. */
  const filesInTheEnd = async (): Promise<Files> => {
    for (;;) {
      try {
        return await files()
      } catch (why) {
        if (navigator.onLine) throw why
        say(w.waits)
        await new Promise((back) => window.addEventListener('online', back, { once: true }))
      }
    }
  }
  const trace = () => ({ by: me, at: Date.now() })

  /** What this device has itself it shows at once, whatever the network does. */
  const lend = (progress: Progress) => {
    if (isPicture(progress)) stage.pictures.lend(progress.id, progress.blob)
    else lendModel(progress.id, progress.blob)
  }

  const lay = (thing: NewThing) => {
    editor.step(() => addThings(editor.board, [thing]))
    editor.select([thing.id])
  }

  const sayWhy = async (why: unknown) => {
    if (isTroubleOfModel(why)) return say(await sayTrouble(language, why))
    say((await import('#lib/file/index.ts')).sentenceOf((await files()).words, why))
  }

  const sendOne = async (file: File, at: Point, laid?: { readonly id: string; readonly g: Place; readonly turn?: number }) => {
    const sender = await filesInTheEnd().catch(() => null)
    if (!sender) return missing()
    const thingId = laid?.id ?? newThingId()
    // Once, however often it is told of: a thing that somebody has taken away meanwhile is not laid anew.
    let isLaid = false
    try {
      const { isModelFile } = await import('#lib/file/index.ts')
      if (await isModelFile(file)) {
        return await bringModel(file, {
          sender,
          boardId,
          at,
          id: thingId,
          lend,
          waits: () => say(w.waits),
          lay: (thing) => lay({ ...thing, ...trace() }),
        })
      }
      await sender.sendFile({ boardId }, file, (progress) => {
        const { id, name, width, height, sent, waits } = progress
        // The thing is laid with the first word, before a byte has gone: so it is there without a network too.
        if (sent > 0 || editor.may !== 'write') return
        if (waits) return say(w.waits)
        if (isLaid || editor.scene.get(thingId)) return
        isLaid = true
        lend(progress)
        const [wide, high] = sizeOf(width, height)
        const g: Place = laid?.g ?? [at.x - wide / 2, at.y - high / 2, wide, high]
        const common = { id: thingId, g, ...(laid?.turn !== undefined && { turn: laid.turn }), ...trace() }
        lay(isPicture(progress) ? { kind: 'image', ...common, file: id } : { kind: 'card', ...common, of: 'file', ref: id, text: name })
      })
    } catch (why) {
      // What will never come leaves no empty frame behind. Who has to sign in again comes back to it.
      const comes = why instanceof Refused && why.status === 401
      if (!comes && editor.scene.get(thingId)) remove({ ...editor.board, origin: null }, [thingId], me, Date.now())
      await sayWhy(why)
    }
  }

  const sendAll = (all: readonly File[], at: Point, laid: Outside['laid'] = new Map()) => {
    if (all.length > 1) say(w.sending(all.length))
    for (const [i, file] of all.entries()) void sendOne(file, { x: at.x + i * apart, y: at.y + i * apart }, laid.get(file))
  }

  const carrier = carrying({ editor, boardId, me, say, w, come: (file) => stage.pictures.come(file) })

  /** The bytes have come along in the board's own file: they are sent as if somebody had chosen them one by one. */
  const sendHeld = async (name: string, file: File, ids: readonly string[]) => {
    const sender = await filesInTheEnd().catch(() => null)
    if (!sender) return missing()
    let named = name
    try {
      await sender.sendFile({ boardId }, file, (progress) => {
        if (named !== name || editor.may !== 'write') return
        lend(progress)
        named = progress.id
        carrier.rename(ids, name, named)
      })
    } catch (why) {
      if (!(why instanceof Refused && why.status === 401)) carrier.lose(new Set([named]))
      await sayWhy(why)
    }
  }

  // An address that was pasted; a whole board that was opened brings its links as they were.
  const fillOne = async ([only, ...others]: readonly NewThing[]) => {
    if (!only || others.length > 0 || (only.kind !== 'link' && only.kind !== 'card')) return
    const { fillLink, nameCard } = await import('../vote/link.ts')
    if (only.kind === 'link') await fillLink(editor, only)
    else await nameCard(editor, only.id)
  }

  const bring = async (data: Parameters<(typeof import('../paper/outside.ts'))['readOutside']>[0], at: Point): Promise<boolean> => {
    const { readOutside, loadPaperWords } = await import('../paper/index.ts')
    const { outside } = await loadPaperWords(language)
    const come = await readOutside(data, { me, newId: newThingId, now: () => Date.now(), at, w: outside, origin: location.origin })
    if (come.said) say(come.said)
    if (editor.may !== 'write') return false
    if (come.things.length > 0) {
      const things = carrier.take(come.things, new Set(come.held.keys()))
      editor.step(() => addThings(editor.board, things))
      for (const [name, file] of come.held) {
        const naming = things.filter((thing) => fileFieldsOf(thing).some(([, one]) => one === name))
        void sendHeld(
          name,
          file,
          naming.map(({ id }) => id),
        )
      }
      editor.select(come.things.map(({ id }) => id))
      void fillOne(come.things).catch(() => undefined)
    }
    sendAll(come.files, at, come.laid)
    return come.things.length + come.files.length > 0 || Boolean(come.said)
  }

  const stops = [
    joinPasters((pasted: Pasted, asked, at) => {
      if (asked !== editor) return false
      const letters: Record<string, string> = { 'text/plain': pasted.text, 'text/html': pasted.html }
      return bring({ files: pasted.files, getData: (type) => letters[type] ?? '' }, at)
    }),
    joinCarriers((things, asked) => (asked === editor ? carrier.take(things) : things)),
    editor.answer('pictured', ({ id, picture }) => {
      let kept = false
      // A link without its picture is a link too: nobody is told of one that did not come.
      void files()
        .then((sender) =>
          sender.sendFile({ boardId }, picture, (progress) => {
            if (kept || editor.may !== 'write') return
            kept = true
            lend(progress)
            style({ ...editor.board, origin: null }, [id], { still: progress.id })
          }),
        )
        .catch(() => undefined)
    }),
    editor.answer('turned', (turned) => {
      void files()
        .then((sender) => keepTurned(turned, { sender, boardId, editor, lend }))
        .catch(sayWhy)
    }),
  ]

  return {
    takePictures: (all: readonly File[], at: Point) => sendAll(all, at),
    openFile: (file: File) => void bring(file, pasteAt(editor)),
    drop: (data: DataTransfer, at: Point) => void bring(data, at),
    /** What was left waiting by an earlier visit is shown, and goes on its way. Rejects where a part did not come: it is fetched when it is wanted. */
    resume: async () => {
      carrier.resume()
      const sender = await files()
      for (const waiting of await sender.waiting({ boardId })) lend(waiting)
      await sender.drain(
        () => {},
        (_, why) => void sayWhy(why),
      )
      // What reads files and paints them is here before the network may go.
      await Promise.all([import('../paper/index.ts'), import('../core/kinds/pictured.ts'), import('../model/place.ts')])
    },
    stop: () => {
      for (const stop of stops) stop()
      carrier.stop()
    },
  }
}
