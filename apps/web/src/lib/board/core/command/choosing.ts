import type { ToolName } from '../editor.ts'
import type { Next } from '../next.ts'
import { always, command, writes } from './command.ts'

const take = (tool: ToolName, next: Partial<Next> = {}) =>
  command(writes, (editor) => {
    editor.tool = tool
    editor.setNext(next)
  })

export const choosing = {
  select: take('select'),
  lasso: take('lasso'),
  hand: command(always, (editor) => {
    if (writes(editor)) editor.tool = 'hand'
  }),
  note: take('note'),
  text: take('text'),
  shape: take('shape'),
  rectangle: take('shape', { form: 'rectangle' }),
  ellipse: take('shape', { form: 'ellipse' }),
  diamond: take('shape', { form: 'diamond' }),
  arrow: take('connector', { head: 'arrow' }),
  line: take('connector', { head: 'none', tail: 'none' }),
  pen: take('pen'),
  highlighter: take('highlighter'),
  eraser: take('eraser'),
  frame: take('frame'),
  laser: take('laser'),
  comment: take('comment'),
  stamp: take('stamp'),
  dimension: take('dimension'),
  keep: command(writes, (editor) => {
    editor.keep = !editor.keep
  }),
}
