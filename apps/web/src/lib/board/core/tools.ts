import type { Editor, ToolName } from './editor.ts'
import type { Grip, Point } from './geometry.ts'
import { box } from './tool/box.ts'
import { comment } from './tool/comment.ts'
import { connector } from './tool/connector.ts'
import { eraser } from './tool/eraser.ts'
import { hand } from './tool/hand.ts'
import { laser } from './tool/laser.ts'
import { lasso } from './tool/lasso.ts'
import { note } from './tool/note.ts'
import { pen } from './tool/pen.ts'
import { select } from './tool/select.ts'
import { stamp } from './tool/stamp.ts'

/** One finger, the mouse or a pen, as a tool sees it. */
export interface Press {
  readonly screen: Point
  readonly world: Point
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  /** What of the selection's frame was taken hold of. */
  readonly grip: Grip | null
  /** A finger or a pen: less exact than a mouse. */
  readonly touch: boolean
  /** 0–1; 0.5 where the device tells none. */
  readonly pressure: number
  /** Where it has been since the last press that was told, this one included; a screen is slower than a pen. */
  readonly path: readonly { readonly world: Point; readonly pressure: number }[]
  /** Milliseconds, of any one clock. */
  readonly at: number
}

/** A state machine fed by one pointer: down, any number of moves, then up or cancel. */
export interface Tool {
  down(press: Press): void
  move(press: Press): void
  up(press: Press): void
  cancel(): void
  /** The pointer moves without being pressed. */
  hover?(press: Press): void
}

/** A finger trembles more than a mouse. */
export const slackPx = (press: Press) => (press.touch ? 9 : 4)
/** What is touched by a finger is touched within half its tip. */
export const reachPx = (press: Press) => (press.touch ? 20 : 10)

/** A clock that rings once; hands back what stops it. */
export type Ring = (ms: number, ring: () => void) => () => void

export const toolbox = (editor: Editor, ring: Ring): Record<ToolName, Tool> => ({
  select: select(editor),
  lasso: lasso(editor),
  hand: hand(editor),
  note: note(editor),
  text: box(editor, 'text'),
  shape: box(editor, 'shape'),
  frame: box(editor, 'frame'),
  connector: connector(editor),
  pen: pen(editor, 'pen'),
  highlighter: pen(editor, 'highlighter'),
  eraser: eraser(editor),
  laser: laser(editor, ring),
  stamp: stamp(editor),
  comment: comment(editor),
})
