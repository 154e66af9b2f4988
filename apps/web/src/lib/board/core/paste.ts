import type { NewThing } from '@sheber/document/thing'
import type { Clip, Editor } from './editor.ts'
import type { Point } from './geometry.ts'
import { boxOfThings, layThings } from './command/copying.ts'
import { fromClip, thingsPastedMax } from './serialise.ts'
import { toWorld } from './camera.ts'

/** What is in the clipboard, or has been dropped on the paper. */
export interface Pasted extends Clip {
  readonly files: readonly File[]
}

/** Takes what it knows and says so; whoever comes after it is then not asked. `at` is where the middle is to be, in the world. */
export type Paster = (pasted: Pasted, editor: Editor, at: Point) => boolean | Promise<boolean>

/** Sees to what things name that lies elsewhere, before they are laid. */
export type Carrier = (things: readonly NewThing[], editor: Editor) => readonly NewThing[]

const carriers = new Set<Carrier>()

/** Whoever knows a server joins here; the core knows none. */
export const joinCarriers = (carrier: Carrier): (() => void) => {
  carriers.add(carrier)
  return () => carriers.delete(carrier)
}

const carried = (things: readonly NewThing[], editor: Editor) => [...carriers].reduce((now, carry) => carry(now, editor), things)

/** What Sheber itself has copied. */
const own: Paster = (pasted, editor, at) => {
  const things = fromClip(pasted)
  if (things === null) return false
  if (things === 'tooMany') editor.ask('said', { what: 'tooMany', most: thingsPastedMax })
  else if (things.length > 0) {
    const box = boxOfThings(things)
    layThings(editor, carried(things, editor), at.x - box.x - box.w / 2, at.y - box.y - box.h / 2)
  }
  return true
}

const pasters: Paster[] = [own]

/** Formats from outside join here; asked in the order in which they came. */
export const joinPasters = (paster: Paster): (() => void) => {
  pasters.push(paster)
  return () => {
    const at = pasters.indexOf(paster)
    if (at >= 0) pasters.splice(at, 1)
  }
}

/** Under the pointer if it is on the paper, else in the middle of the screen. */
export const pasteAt = (editor: Editor): Point =>
  editor.pointer ?? toWorld(editor.camera, { x: editor.screen.w / 2, y: editor.screen.h / 2 })

export const paste = async (editor: Editor, pasted: Pasted, at: Point = pasteAt(editor)): Promise<boolean> => {
  if (editor.may !== 'write') return false
  for (const paster of pasters) if (await paster(pasted, editor, at)) return true
  editor.ask('said', { what: 'nothingToPaste' })
  return false
}
