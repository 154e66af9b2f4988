import { group, lock } from '@sheber/document/board'
import type { Lock } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { grown } from '../geometry.ts'
import { grouped, isLocked } from '../held.ts'
import { command, free, idsOf, withSome, writes } from './command.ts'

/** World units between a sheet's edge and what it was put around. */
const frameMargin = 40

const inGroup = (editor: Editor) => editor.selectedItems().some(({ thing }) => thing.group !== '')

const groupsOf = (editor: Editor) => new Set(editor.selectedItems().map(({ thing }) => thing.group))

const lockAs = (how: Lock) =>
  command(
    (editor) => writes(editor) && editor.selectedItems().some(({ thing }) => thing.lock !== how),
    (editor) => editor.step(() => lock(editor.board, [...editor.selection], how)),
  )

const unlock = lockAs('')
const lockAll = lockAs('all')

export const grouping = {
  group: command(
    (editor) => writes(editor) && free(editor).length > 1 && (groupsOf(editor).size > 1 || !inGroup(editor)),
    (editor) => {
      const ids = idsOf(free(editor))
      const name = editor.outside.newId()
      editor.step(() => group(editor.board, ids, name))
      editor.inside = ''
    },
  ),
  ungroup: command(
    (editor) => writes(editor) && inGroup(editor),
    (editor) => {
      const ids = [...grouped(editor.scene, editor.selection)]
      editor.step(() => group(editor.board, ids, ''))
      editor.select(ids)
    },
  ),
  /** A sheet around what is chosen: a slide to be shown, a page to be saved. */
  enframe: command(withSome, (editor) => {
    const box = editor.frame()
    if (!box) return
    const { x, y, w, h } = grown(box, frameMargin)
    const { outside } = editor
    const id = outside.newId()
    const g = [Math.round(x), Math.round(y), Math.round(w), Math.round(h)] as const
    editor.make([{ kind: 'frame', id, g, by: outside.me, at: outside.now() }])
    editor.select([id])
  }),
  lockPlace: lockAs('place'),
  lockContent: lockAs('content'),
  lockAll,
  unlock,
  /** One key for both. */
  lock: command(withSome, (editor) => (editor.selectedItems().every(isLocked) ? unlock(editor) : lockAll(editor))),
}
