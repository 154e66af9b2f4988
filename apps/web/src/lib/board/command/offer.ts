import type { Editor } from '../core/editor.ts'
import type { Face } from '../face.svelte.ts'
import { mayObey, obey } from '../obey.ts'
import { remember } from '../page.ts'
import type { Named } from './names.ts'

/** What the interface does itself; the rest are commands of the editor. */
const own: Partial<Record<Named, (face: Face) => void>> = {
  palette: (face) => face.open('palette'),
  find: (face) => face.open('find'),
  help: (face) => face.open('help'),
  people: (face) => face.open('people'),
  minimap: (face) => face.toggleMap(),
  present: (face) => face.present(),
  junior: (face) => {
    face.own = !face.own
    remember(face.key, face.own)
    face.settle()
  },
  simplify: ({ simplify }) => simplify?.set(!simplify.on),
  remove: (face) => face.desk.remove(),
  // Something is chosen: it is what one wants to speak of, and needs not be pointed at again.
  comment: ({ editor }) => {
    obey(editor, 'comment')
    if (editor.selection.size > 0) obey(editor, 'enter')
  },
}

const writing: ReadonlySet<Named> = new Set(['remove', 'junior', 'comment'])

/** Tools that a simple board has no place for. */
const beyond: ReadonlySet<Named> = new Set([
  'hand',
  'lasso',
  'text',
  'arrow',
  'line',
  'frame',
  'enframe',
  'dimension',
  'laser',
  'link',
  'card',
  'poll',
  'round',
  'timer',
])

/** What can be done at this moment by one who may do it. */
export const isOffered = (face: Face, editor: Editor, name: Named): boolean => {
  if (name === 'present') return editor.scene.order.some(({ thing }) => thing.kind === 'frame')
  if (name === 'simplify') return face.simplify !== undefined
  // What a teacher keeps simple a pupil does not leave alone.
  if (face.bound && (name === 'junior' || beyond.has(name))) return false
  if (name === 'remove' && editor.selection.size === 0) return false
  if (name === 'comment' && !editor.isAnswered('comment')) return false
  if (own[name]) return editor.may === 'write' || !writing.has(name)
  return mayObey(editor, name)
}

export const act = (face: Face, name: Named) => {
  const does = own[name]
  if (does) does(face)
  else obey(face.editor, name)
}
