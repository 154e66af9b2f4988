import type { Editor } from '../editor.ts'

/** One thing made, the tool goes back: whoever wants ten of them says so by `keep`. */
export const laidDown = (editor: Editor) => {
  if (!editor.keep) editor.tool = 'select'
}
