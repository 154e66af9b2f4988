import type { Editor } from '../editor.ts'
import { reachPx, type Tool } from '../tools.ts'
import { tapTool } from './tap.ts'

const doubleMs = 400

/** Sets a dot of a vote on a thing, or takes it back; it stays in hand until the dots are given. */
export const dot = (editor: Editor): Tool => {
  let last: { readonly id: string | null; readonly at: number } | null = null
  return tapTool((press) => {
    const slack = press.touch ? reachPx(press) / 2 / editor.camera.zoom : 0
    const id = (editor.scene.at(press.world) ?? editor.scene.at(press.world, slack))?.id ?? null
    // Tapped twice out of habit it is one dot.
    const again = last !== null && last.id === id && press.at - last.at < doubleMs
    last = { id, at: press.at }
    if (!again) editor.ask('dot', { id })
  })
}
