import type { Ends } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { distance } from '../geometry.ts'
import type { Landed } from '../landing.ts'
import { slackPx, type Press, type Tool } from '../tools.ts'
import { laidDown } from './done.ts'
import { landed, measured } from './landed.ts'
import { measure } from './measure.ts'

/** Lays a connector between two ends. */
export const connect = (editor: Editor, a: Landed, b: Landed): string | null => {
  if (editor.may !== 'write') return null
  const { outside, next } = editor
  const { ink, width, dash, route, tail, head } = next
  const id = outside.newId()
  const p: Ends = [a.at.x, a.at.y, b.at.x, b.at.y]
  const look = { ink, width, dash, route, tail, head }
  editor.make([{ kind: 'connector', id, a: a.end, b: b.end, p, ...look, by: outside.me, at: outside.now() }])
  return id
}

/**
 *   rest ──down──▶ pressed ──far enough──▶ drawing ──up──▶ rest, connected
 *                     └──up──▶ waiting ──down, up──▶ rest, connected      for whoever cannot hold and draw at once
 */
type State =
  | { at: 'rest' }
  | { at: 'pressed' | 'drawing'; start: Press; from: Landed }
  | { at: 'waiting'; from: Landed }
  | { at: 'ending'; from: Landed }

/** Lays what has two ends: a connector, or a dimension between two points. */
export const connector = (editor: Editor, kind: 'connector' | 'dimension' = 'connector'): Tool => {
  let state: State = { at: 'rest' }

  const land = (press: Press, from: Landed | null) =>
    kind === 'dimension' ? measured(editor, press, from && from.at) : landed(editor, press)

  const show = (from: Landed | null, here: Landed) => {
    const draft = from && ({ kind: 'line', from: from.at, to: here.at, a: from.end, b: here.end } as const)
    editor.sketch({ draft, hover: here.hover })
  }

  const rest = () => {
    state = { at: 'rest' }
    editor.sketch({ draft: null, hover: null })
  }

  // The tool was laid aside and taken up again meanwhile: what it waited for has been wiped away.
  const recall = () => {
    if (state.at === 'waiting' && editor.draft === null) state = { at: 'rest' }
  }

  const finish = (from: Landed, press: Press) => {
    const to = land(press, from)
    rest()
    // Nothing is connected with itself by a line of no length.
    if (distance(from.at, to.at) * editor.camera.zoom < slackPx(press)) return
    laidDown(editor)
    const id = (kind === 'dimension' ? measure : connect)(editor, from, to)
    if (id) editor.select([id])
  }

  return {
    down: (press) => {
      if (editor.may !== 'write') return
      recall()
      if (state.at === 'waiting') {
        state = { at: 'ending', from: state.from }
        show(state.from, land(press, state.from))
        return
      }
      const from = land(press, null)
      state = { at: 'pressed', start: press, from }
      show(null, from)
    },
    move: (press) => {
      if (state.at === 'pressed' && distance(press.screen, state.start.screen) >= slackPx(press)) state = { ...state, at: 'drawing' }
      if (state.at === 'drawing' || state.at === 'ending') show(state.from, land(press, state.from))
    },
    up: (press) => {
      if (state.at === 'drawing' || state.at === 'ending') finish(state.from, press)
      else if (state.at === 'pressed') {
        const { from } = state
        state = { at: 'waiting', from }
        show(from, from)
      }
    },
    cancel: rest,
    hover: (press) => {
      if (editor.may !== 'write') return
      recall()
      const here = land(press, state.at === 'waiting' ? state.from : null)
      if (state.at === 'waiting') show(state.from, here)
      else if (here.hover?.id !== editor.hover?.id || here.hover?.taken !== editor.hover?.taken) show(null, here)
    },
  }
}
