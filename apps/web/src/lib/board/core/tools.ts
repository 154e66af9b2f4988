import { hand } from './hand.ts'
import { note } from './note.ts'
import { select } from './select.ts'
import type { Editor, ToolName } from './editor.ts'
import type { Handle, Point } from './geometry.ts'

/** One finger, the mouse or a pen, as a tool sees it. */
export interface Press {
  readonly screen: Point
  readonly world: Point
  readonly shift: boolean
  /** The corner of the selection's frame that was taken hold of. */
  readonly handle: Handle | null
  readonly touch: boolean
  /** Milliseconds, of any one clock. */
  readonly at: number
}

/** A state machine fed by one pointer: down, any number of moves, then up or cancel. */
export interface Tool {
  down(press: Press): void
  move(press: Press): void
  up(press: Press): void
  cancel(): void
}

export const toolbox = (editor: Editor): Record<ToolName, Tool> => {
  const pointer = select(editor)
  return {
    select: pointer,
    lasso: pointer,
    hand: hand(editor),
    note: note(editor),
    text: pointer,
    shape: pointer,
    connector: pointer,
    pen: pointer,
    highlighter: pointer,
    eraser: pointer,
    frame: pointer,
    laser: pointer,
    stamp: pointer,
    comment: pointer,
  }
}
