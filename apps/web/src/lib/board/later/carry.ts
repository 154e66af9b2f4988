import type { carriedMax, file } from '@sheber/contract/file'
import { readThing, style, typeText } from '@sheber/document/board'
import { fileFieldsOf, withFiles } from '@sheber/document/copy'
import type { NewThing } from '@sheber/document/thing'
import { ask, Refused } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import type { Editor } from '../core/editor.ts'
import type { LaterWords } from './words.ts'

/**
 * Pictures, models and documents that things from another board name are brought onto this one's shelf: each thing is laid at once
 * with a name of its own for the file, and the server is asked to put the bytes there. What is not to be had becomes a place that says so.
 */

interface Wish {
  /** That the file is to have here. */
  readonly id: string
  /** That it has where it lies. */
  readonly fileId: string
}

interface Carrying {
  readonly editor: Editor
  readonly boardId: string
  readonly me: string
  readonly say: (text: string) => void
  readonly w: Pick<LaterWords, 'notCarried' | 'notHere'>
  /** It is on the shelf now. */
  readonly come: (file: string) => void
}

const againMs = 15_000
/** As many as the route takes. */
const atOnce: typeof carriedMax = 200

const passes = (why: unknown) => !(why instanceof Refused) || why.status === 0 || why.status === 429 || why.status >= 500

/** Outlives a reload: what was pasted without a network is asked for when it is back. */
const openShelf = (name: string) => ({
  read: (): Wish[] => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? '[]') as Wish[]
    } catch {
      return []
    }
  },
  write: (wishes: readonly Wish[]) => {
    try {
      if (wishes.length > 0) localStorage.setItem(name, JSON.stringify(wishes))
      else localStorage.removeItem(name)
    } catch {
      // Full, or not allowed: then they live as long as the page.
    }
  },
})

export const carrying = ({ editor, boardId, me, say, w, come }: Carrying) => {
  const shelf = openShelf(`sheber-carry ${me} ${boardId}`)
  let wishes: Wish[] = []
  let going = false
  let stopped = false
  let again: ReturnType<typeof setTimeout> | undefined

  const keep = (now: readonly Wish[]) => {
    wishes = [...now]
    shelf.write(wishes)
  }
  const naming = (files: ReadonlySet<string>) =>
    [...editor.board.el.keys()].flatMap((id) => {
      const thing = readThing(editor.board, id)
      return thing ? fileFieldsOf(thing).flatMap(([field, file]) => (files.has(file) ? [{ id, thing, field, file }] : [])) : []
    })
  /** Nobody's step back leads to a file that is not here. */
  const quiet = () => ({ ...editor.board, origin: null })

  /** Things that name these files say that they are not here. */
  const lose = (files: ReadonlySet<string>) => {
    if (editor.may !== 'write') return
    for (const { id, thing, field } of naming(files)) {
      style(quiet(), [id], { [field]: '' })
      if (thing.kind === 'image' && !thing.text) typeText(quiet(), id, w.notHere)
    }
  }

  const go = async (): Promise<void> => {
    if (going || stopped || wishes.length === 0) return
    going = true
    clearTimeout(again)
    const some = wishes.slice(0, atOnce)
    const done = new Set(some.map(({ id }) => id))
    try {
      const told = await ask<typeof file.carry>(fetch, 'POST', '/api/board/:boardId/file/carried', {
        params: { boardId },
        body: { files: some },
      })
      for (const id of told.carried) come(id)
      const lost = [...told.closed, ...told.gone]
      lose(new Set(lost))
      if (lost.length > 0) say(w.notCarried(lost.length))
      keep(wishes.filter(({ id }) => !done.has(id)))
    } catch (why) {
      if (passes(why)) {
        again = setTimeout(() => void go(), againMs)
        return
      }
      // Who has to sign in again comes back to it; any other no is an answer.
      if (why instanceof Refused && why.status === 401) return
      lose(done)
      if (why instanceof Refused) say(why.message)
      keep(wishes.filter(({ id }) => !done.has(id)))
    } finally {
      going = false
    }
    await go()
  }
  const back = () => void go()
  window.addEventListener('online', back)

  return {
    /**
     * The same things, with names of this board for what lies elsewhere. A file that something here names, or has named, is this
     * board's own already; `except`: bytes that have come along.
     */
    take: (things: readonly NewThing[], except: ReadonlySet<string> = new Set()): readonly NewThing[] => {
      const named = new Set(things.flatMap((thing) => fileFieldsOf(thing).map(([, file]) => file)))
      for (const file of except) named.delete(file)
      if (named.size === 0) return things
      for (const { file } of naming(named)) named.delete(file)
      const fresh = new Map([...named].map((fileId) => [fileId, newId()]))
      if (fresh.size > 0) {
        keep([...wishes, ...Array.from(fresh, ([fileId, id]) => ({ id, fileId }))])
        void go()
      }
      return things.map((thing) => withFiles(thing, (file) => fresh.get(file) ?? file))
    },
    /** These things name a file by another name from now on. */
    rename: (ids: readonly string[], from: string, to: string) => {
      for (const id of ids) {
        const thing = readThing(editor.board, id)
        for (const [field, file] of thing ? fileFieldsOf(thing) : []) if (file === from) style(quiet(), [id], { [field]: to })
      }
    },
    lose,
    resume: () => {
      keep([...new Map([...shelf.read(), ...wishes].map((wish) => [wish.id, wish])).values()])
      void go()
    },
    stop: () => {
      stopped = true
      clearTimeout(again)
      window.removeEventListener('online', back)
    },
  }
}
