import type { Editor } from '../editor.ts'
import type { Point } from '../geometry.ts'
import type { Tool } from '../tools.ts'
import { laidDown } from './done.ts'
import { tapTool } from './tap.ts'

const stampSize = 64

export const layStamp = (editor: Editor, at: Point) => {
  if (editor.may !== 'write') return
  const { outside, next } = editor
  const id = outside.newId()
  const g = [at.x - stampSize / 2, at.y - stampSize / 2, stampSize, stampSize] as const
  laidDown(editor)
  editor.make([{ kind: 'stamp', id, g, stamp: next.stamp, by: outside.me, at: outside.now() }])
  editor.select([id])
}

export const stamp = (editor: Editor): Tool => tapTool(({ world }) => layStamp(editor, world))
