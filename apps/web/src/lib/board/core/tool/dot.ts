import type { Editor } from '../editor.ts'
import { reachPx, type Tool } from '../tools.ts'
import { tapTool } from './tap.ts'

/** Sets a dot of a vote on a thing, or takes it back; it stays in hand until the dots are given. */
export const dot = (editor: Editor): Tool =>
  tapTool((press) => {
    const slack = press.touch ? reachPx(press) / 2 / editor.camera.zoom : 0
    const item = editor.scene.at(press.world) ?? editor.scene.at(press.world, slack)
    editor.ask('dot', { id: item?.id ?? null })
  })
