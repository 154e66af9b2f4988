import type { Editor } from '../editor.ts'
import { landing, type Landed } from '../landing.ts'
import { reachPx, type Press } from '../tools.ts'

/** What an end would hold here; `alt` holds on to the very spot. */
export const landed = (editor: Editor, press: Press, except = ''): Landed =>
  landing(editor.scene, press.world, reachPx(press) / editor.camera.zoom, { exact: press.alt, except })
