import { fitted, reached, stepIn, stepOut, zoomedAt } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { always, command } from './command.ts'

export const fit = (editor: Editor) => {
  editor.camera = fitted(editor.scene.bounds() ?? { x: 0, y: 0, w: 1, h: 1 }, editor.screen)
}

/** Brings a thing onto the screen, if it is not there. */
export const show = (editor: Editor, id: string) => {
  const item = editor.scene.get(id)
  if (item) editor.camera = reached(editor.camera, item, editor.screen)
}

const zoomTo = (editor: Editor, zoom: number) => {
  editor.camera = zoomedAt(editor.camera, { x: editor.screen.w / 2, y: editor.screen.h / 2 }, zoom)
}

export const looking = {
  fit: command(always, fit),
  fitSelection: command(
    (editor) => editor.selection.size > 0,
    (editor) => {
      const frame = editor.frame()
      if (frame) editor.camera = fitted(frame, editor.screen)
    },
  ),
  zoomIn: command(always, (editor) => zoomTo(editor, stepIn(editor.camera.zoom))),
  zoomOut: command(always, (editor) => zoomTo(editor, stepOut(editor.camera.zoom))),
  zoomWhole: command(always, (editor) => zoomTo(editor, 1)),
}
