import { layCopies, takeBack } from '../command/copying.ts'
import type { Editor, ToolName } from '../editor.ts'
import { joinLaying } from '../here.ts'
import { joinTools, type Ring, type Tool } from '../tools.ts'
import { box } from './box.ts'
import { comment } from './comment.ts'
import { connector } from './connector.ts'
import { dot } from './dot.ts'
import { eraser } from './eraser.ts'
import { hand } from './hand.ts'
import { useHere } from './here.ts'
import { laser } from './laser.ts'
import { lasso } from './lasso.ts'
import { note } from './note.ts'
import { pen } from './pen.ts'
import { select } from './select.ts'
import { stamp } from './stamp.ts'

const making = (editor: Editor, ring: Ring) => ({
  lasso: lasso(editor),
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
  dot: dot(editor),
  dimension: connector(editor, 'dimension'),
})

joinTools({ make: making, layCopies, takeBack })
joinLaying(useHere)

export const allTools = (editor: Editor, ring: Ring): Record<ToolName, Tool> => ({
  select: select(editor),
  hand: hand(editor),
  ...making(editor, ring),
})
