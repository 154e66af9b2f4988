import type { Editor } from '../editor.ts'
import { isFixed, isLocked, isSealed } from '../held.ts'
import type { Item } from '../kind.ts'

/** Something that can be done on a board by a key, a button or a menu. Where it may not, calling it does nothing. */
export interface Command<T = unknown> {
  (editor: Editor, shift?: boolean): T | undefined
  may(editor: Editor): boolean
}

type May = (editor: Editor) => boolean

export const command = <T>(may: May, run: (editor: Editor, shift: boolean) => T): Command<T> =>
  Object.assign((editor: Editor, shift = false) => (may(editor) ? run(editor, shift) : undefined), { may })

export const always: May = () => true
export const writes: May = (editor) => editor.may === 'write'
export const withSome: May = (editor) => writes(editor) && editor.selection.size > 0
export const withSeveral: May = (editor) => writes(editor) && editor.selection.size > 1

const some =
  (is: (item: Item) => boolean): May =>
  (editor) =>
    writes(editor) && editor.selectedItems().some(is)

/** Among what is selected something may be moved, changed, or taken away. */
export const withMovable = some((item) => !isFixed(item))
export const withOpen = some((item) => !isSealed(item))
export const withFree = some((item) => !isLocked(item))

export const movable = (editor: Editor) => editor.selectedItems().filter((item) => !isFixed(item))
export const open = (editor: Editor) => editor.selectedItems().filter((item) => !isSealed(item))
export const free = (editor: Editor) => editor.selectedItems().filter((item) => !isLocked(item))
export const idsOf = (items: readonly Item[]) => items.map(({ id }) => id)
