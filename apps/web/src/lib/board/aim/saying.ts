import type { Named, Names } from '../command/names.ts'
import type { Struck } from '../core/aim.ts'
import type { ToolName } from '../core/editor.ts'
import type { AimWords } from './words.ts'

/** A tool under the name of the command that takes it in hand. */
export const toolCalled = (tool: ToolName, names: Names): string => {
  const named: Named = tool === 'connector' ? 'arrow' : tool === 'dot' ? 'vote' : tool
  return names[named]
}

/** What came of a press, for whoever does not see it. */
export const toldOf = ({ is, tool, many }: Struck, w: AimWords): string => {
  if (is === 'down') return w.down
  if (tool === 'eraser') return many > 0 ? w.erased(many) : w.nothing
  if (tool === 'lasso') return many > 0 ? w.taken(many) : w.nothing
  return tool === 'pen' || tool === 'highlighter' ? w.drawn : w.laid
}
