import { addNoteAt } from '../command/adding.ts'
import type { Editor } from '../editor.ts'
import { between, boundsOfTurned, distance, around, type Point, type Rect } from '../geometry.ts'
import { carried, grouped, isFixed } from '../held.ts'
import { snapMoved } from '../snap.ts'
import { snapAt } from '../snapping.ts'
import { laterTools, reachPx, slackPx, type Press, type Tool } from '../tools.ts'
import { inLine, type Line } from './line.ts'
import { gathered } from './marquee.ts'
import { pull, type Follow } from './pull.ts'

/**
 *   rest ──down──▶ pressed ──far enough──▶ moving | marquee ──up──▶ rest
 *    └──down on a grip──▶ pulling ──up──▶ rest
 * cancel leads back to rest from everywhere, and nothing has been written.
 */
type State =
  | { at: 'rest' }
  | { at: 'pressed'; start: Press; id: string | null; chosen: boolean }
  /** `copies` came into being with this drag, and go again if it is called off. */
  | { at: 'moving'; start: Point; box: Rect; line: Line; copies: readonly string[] }
  | { at: 'marquee'; start: Point; before: ReadonlySet<string> }
  | { at: 'pulling'; follow: Follow }

const doubleMs = 400
const doublePx = 24

export const select = (editor: Editor): Tool => {
  let state: State = { at: 'rest' }
  let lastTap: { at: number; screen: Point; id: string | null } | null = null

  /** A click takes the whole group, until one has gone inside. */
  const withGroup = (id: string): ReadonlySet<string> => {
    const group = editor.scene.get(id)?.thing.group
    return group && group === editor.inside ? new Set([id]) : grouped(editor.scene, [id])
  }

  const toggle = (id: string) => {
    const next = new Set(editor.selection)
    const whole = withGroup(id)
    for (const one of whole) if (editor.selection.has(id)) next.delete(one)
    if (!editor.selection.has(id)) for (const one of whole) next.add(one)
    editor.select(next)
  }

  const beginMoving = (press: Press, start: Press): State => {
    const copies = press.alt && editor.may === 'write' ? (laterTools()?.layCopies(editor, 0, 0) ?? []) : []
    const { scene } = editor
    const held = carried(scene, editor.selection)
    const boxes = [...held].map((id) => scene.get(id)).filter((item) => item !== undefined)
    const box = around(boxes.filter(({ thing }) => thing.kind !== 'connector').map((item) => boundsOfTurned(item, item.turn)))
    return { at: 'moving', start: start.world, box: box ?? { ...start.world, w: 0, h: 0 }, line: inLine(editor, held), copies }
  }

  const begin = (press: Press, { start, id }: Extract<State, { at: 'pressed' }>): State => {
    const item = id === null ? undefined : editor.scene.get(id)
    // What is locked lies like the paper under everything.
    if (!item || isFixed(item)) return { at: 'marquee', start: start.world, before: start.shift ? editor.selection : new Set() }
    if (!editor.selection.has(item.id)) editor.select(withGroup(item.id))
    editor.edit(null)
    return beginMoving(press, start)
  }

  const move = (press: Press, { start, box, line }: Extract<State, { at: 'moving' }>) => {
    let [dx, dy] = [press.world.x - start.x, press.world.y - start.y]
    if (press.shift) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy]
    const there = { ...box, x: box.x + dx, y: box.y + dy }
    const { x, y, guides } = press.ctrl ? { x: 0, y: 0, guides: [] } : snapMoved(there, line.targets, snapAt(editor, there), line.within)
    editor.sketch({ guides })
    editor.drag({ dx: dx + x, dy: dy + y })
  }

  const isSecond = (press: Press, id: string | null) =>
    lastTap !== null && lastTap.id === id && press.at - lastTap.at < doubleMs && distance(press.screen, lastTap.screen) < doublePx

  const open = (id: string) => {
    const group = editor.scene.get(id)?.thing.group ?? ''
    if (group && group !== editor.inside) {
      editor.inside = group
      editor.select([id])
    } else editor.edit(id)
  }

  const buttonUnder = (press: Press, id: string | null) => {
    const item = id === null ? undefined : editor.scene.get(id)
    return item ? editor.scene.buttonAt(item, press.world) : null
  }

  const tap = (press: Press, { id, chosen }: Extract<State, { at: 'pressed' }>) => {
    if (press.shift) {
      if (id !== null && chosen) toggle(id)
      return
    }
    const button = buttonUnder(press, id)
    const second = isSecond(press, id)
    if (id !== null && button !== null && editor.may === 'write') {
      // Whoever taps twice out of habit does not take back what they have just done.
      lastTap = { at: press.at, screen: press.screen, id }
      if (!second) editor.ask('button', { id, button })
      return
    }
    lastTap = second ? null : { at: press.at, screen: press.screen, id }
    if (!second) editor.select(id === null ? [] : withGroup(id))
    else if (id === null) addNoteAt(editor, press.world)
    else open(id)
  }

  const rest = () => {
    state = { at: 'rest' }
    editor.wipe()
  }

  return {
    down: (press) => {
      const follow = press.grip && pull(editor, press, press.grip)
      if (follow) {
        state = { at: 'pulling', follow }
        return
      }
      const slack = press.touch ? reachPx(press) / 2 / editor.camera.zoom : 3 / editor.camera.zoom
      const item = editor.scene.at(press.world) ?? editor.scene.at(press.world, slack)
      const id = item?.id ?? null
      const chosen = id !== null && editor.selection.has(id)
      if (id !== editor.editing) {
        // What ends the writing is the first of two, however soon after the tap before it.
        if (editor.editing) lastTap = null
        editor.edit(null)
      }
      if (item?.thing.group !== editor.inside) editor.inside = ''
      if (id !== null && !chosen) {
        if (press.shift) toggle(id)
        else editor.select(withGroup(id))
      }
      state = { at: 'pressed', start: press, id, chosen }
    },

    move: (press) => {
      if (state.at === 'pressed' && distance(press.screen, state.start.screen) >= slackPx(press)) state = begin(press, state)
      if (state.at === 'moving') move(press, state)
      if (state.at === 'pulling') state.follow(press)
      if (state.at === 'marquee') {
        const rect = between(state.start, press.world)
        editor.select([...state.before, ...gathered(editor.scene, rect, press.alt)])
        editor.sketch({ marquee: rect })
      }
    },

    up: (press) => {
      const before = state
      if (state.at === 'pressed') tap(press, state)
      rest()
      if (before.at === 'moving') editor.drop({ joined: before.copies.length > 0 })
      if (before.at === 'pulling') editor.drop()
    },

    cancel: () => {
      const before = state
      rest()
      editor.drag(null)
      if (before.at === 'marquee') editor.select(before.before)
      if (before.at === 'moving') laterTools()?.takeBack(editor, before.copies)
    },
  }
}
