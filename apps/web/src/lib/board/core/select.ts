import type { Place } from '@sheber/document/thing'
import { addNoteAt } from './commands.ts'
import type { Editor } from './editor.ts'
import { between, distance, pulled, type Handle, type Point } from './geometry.ts'
import type { Press, Tool } from './tools.ts'

/**
 *   rest ──down──▶ pressed ──far enough──▶ moving | marquee ──up──▶ rest
 *    └──down on a corner──▶ resizing ──up──▶ rest
 * cancel leads back to rest from everywhere, and nothing has been written.
 */
type State =
  | { at: 'rest' }
  | { at: 'pressed'; start: Press; id: string | null; chosen: boolean }
  | { at: 'moving'; start: Point }
  | { at: 'marquee'; start: Point; before: ReadonlySet<string> }
  | { at: 'resizing'; start: Point; handle: Handle; g: Place }

const slackPx = (press: Press) => (press.touch ? 9 : 4)
const doubleMs = 400
const doublePx = 24

export const select = (editor: Editor): Tool => {
  let state: State = { at: 'rest' }
  let lastTap: { at: number; screen: Point; id: string | null } | null = null

  const toggle = (id: string) => {
    const next = new Set(editor.selection)
    if (!next.delete(id)) next.add(id)
    editor.select(next)
  }

  const begin = (press: Press, pressed: Extract<State, { at: 'pressed' }>): State => {
    if (pressed.id === null) return { at: 'marquee', start: pressed.start.world, before: press.shift ? editor.selection : new Set() }
    if (!editor.selection.has(pressed.id)) editor.select([pressed.id])
    editor.edit(null)
    return { at: 'moving', start: pressed.start.world }
  }

  const isSecond = (press: Press, id: string | null) =>
    lastTap !== null && lastTap.id === id && press.at - lastTap.at < doubleMs && distance(press.screen, lastTap.screen) < doublePx

  const tap = (press: Press, { id, chosen }: Extract<State, { at: 'pressed' }>) => {
    if (press.shift) {
      if (id !== null && chosen) toggle(id)
      return
    }
    const second = isSecond(press, id)
    lastTap = second ? null : { at: press.at, screen: press.screen, id }
    if (!second) editor.select(id === null ? [] : [id])
    else if (id === null) addNoteAt(editor, press.world)
    else editor.edit(id)
  }

  return {
    down: (press) => {
      const frame = press.handle && editor.selectedItems()
      if (frame?.length === 1 && frame[0] && press.handle) {
        state = { at: 'resizing', start: press.world, handle: press.handle, g: frame[0].thing.g }
        return
      }
      const id = editor.scene.at(press.world)?.id ?? null
      const chosen = id !== null && editor.selection.has(id)
      if (id !== editor.editing) editor.edit(null)
      if (id !== null && !chosen) {
        if (press.shift) toggle(id)
        else editor.select([id])
      }
      state = { at: 'pressed', start: press, id, chosen }
    },

    move: (press) => {
      if (state.at === 'pressed' && distance(press.screen, state.start.screen) >= slackPx(press)) state = begin(press, state)
      if (state.at === 'moving') editor.drag({ dx: press.world.x - state.start.x, dy: press.world.y - state.start.y })
      if (state.at === 'resizing') {
        const { start, handle, g } = state
        const before = { x: g[0], y: g[1], w: g[2], h: g[3] }
        const to = pulled(before, handle, press.world.x - start.x, press.world.y - start.y, press.shift)
        editor.drag({ from: before, to })
      }
      if (state.at === 'marquee') {
        const rect = between(state.start, press.world)
        editor.select([...state.before, ...editor.scene.touching(rect).map((item) => item.id)])
        editor.marquee = rect
      }
    },

    up: (press) => {
      const { at } = state
      if (state.at === 'pressed') tap(press, state)
      state = { at: 'rest' }
      if (at === 'moving' || at === 'resizing') editor.drop()
      if (at === 'marquee') editor.marquee = null
    },

    cancel: () => {
      if (state.at === 'marquee') editor.select(state.before)
      state = { at: 'rest' }
      editor.marquee = null
      editor.drag(null)
    },
  }
}
