import { addThings, layEnds, moveThings, ownUndo, remove, style, toUnder, watchBoard, type Board } from '@sheber/document/board'
import type { NewThing, Style } from '@sheber/document/thing'
import { watchUndone } from '@sheber/document/undo'
import type { Asked } from './asked.ts'
import { Questions } from './questions.ts'
import type { Camera, Size } from './camera.ts'
import { lifted, type Dragging, type Lifted } from './drag.ts'
import { around, boundsOfTurned, lies, type Point, type Rect } from './geometry.ts'
import { carried, isSealed } from './held.ts'
import type { Measure } from './lines.ts'
import { kindOf } from './kinds.ts'
import { firstNext, type Next } from './next.ts'
import { heldBy, type Peer } from './presence.ts'
import { Scene, type News } from './scene.ts'
import { blank, type Glow, type Sketch } from './sketch.ts'
import type { Snapping } from './snap.ts'
import type { Trail } from './trail.ts'

export const toolNames = [
  'select',
  'lasso',
  'hand',
  'note',
  'text',
  'shape',
  'connector',
  'pen',
  'highlighter',
  'eraser',
  'frame',
  'laser',
  'stamp',
  'comment',
  'dot',
  'dimension',
] as const
export type ToolName = (typeof toolNames)[number]

/** What has been copied, as a clipboard keeps it: the same in forms for Sheber and for whoever reads letters alone. */
export interface Clip {
  readonly html: string
  readonly text: string
  /** '' where the clipboard could not carry it. */
  readonly json: string
}

/** What the outside world hands in: the core knows no clock and no chance. */
export interface Outside {
  /** Id of the person at work. */
  readonly me: string
  newId(): string
  /** Milliseconds since 1970. */
  now(): number
  readonly measure: Measure
  /** Where a button can reach it; keys have the browser's own way. */
  readonly clipboard?: { write(clip: Clip): Promise<void>; read(): Promise<Clip & { readonly files: readonly File[] }> }
}

/** The board at work: document, camera, selection and what the hand is doing. Plain state; views watch it. */
export class Editor {
  readonly board: Board
  readonly outside: Outside
  readonly undo: ReturnType<typeof ownUndo>
  readonly #scene: Scene
  readonly #stale = new Set<string>()
  readonly #watchers = new Set<() => void>()
  readonly #listeners = new Set<(news: News) => void>()
  readonly #unwatch: () => void
  readonly #unwatchUndone: () => void
  /** Where the pointer is, in the world; null when it has left the paper. */
  pointer: Point | null = null
  /** The look that was copied from a thing. */
  copiedStyle: Style | null = null

  #camera: Camera = { x: 0, y: 0, zoom: 1 }
  #screen: Size = { w: 0, h: 0 }
  #tool: ToolName = 'select'
  #may: 'read' | 'write' = 'write'
  #selection: ReadonlySet<string> = new Set()
  #editing: string | null = null
  #dragging: Dragging | null = null
  /** What goes with the selection while it is moved. */
  #carried: ReadonlySet<string> = new Set()
  #sketch: Sketch = blank
  #laser: readonly Glow[] = []
  #peers: readonly Peer[] = []
  /** A hand has moved what it holds since the scene was last looked at. */
  #moved = false
  #next: Next = firstNext
  #keep = false
  #snap: Snapping = { grid: false, edges: true, gaps: true }
  #penMode = false
  #inside = ''
  /** Where in a text one writes, as others are told; known while others are here (caret/tell). */
  caret: unknown
  /** What one draws at this moment, as others are told; known while others are here (core/trailing). */
  trail: (() => Trail | null) | undefined
  readonly #questions = new Questions(() => this.outside.now())

  constructor(board: Board, outside: Outside) {
    this.board = board
    this.outside = outside
    this.undo = ownUndo(board)
    this.#scene = new Scene(board, outside.measure)
    this.#unwatch = watchBoard(board, (ids) => this.changed(ids))
    this.#unwatchUndone = watchUndone(board, this.undo, (ids) => this.ask('said', { what: 'theirs', ids }))
  }

  /** Asks the interface for what the core has none of: a menu, a window, a sentence. */
  ask<K extends keyof Asked>(name: K, ...[what]: undefined extends Asked[K] ? [] : [Asked[K]]) {
    this.#questions.ask(name, what as Asked[K])
  }

  answer<K extends keyof Asked>(name: K, answer: (what: Asked[K]) => void): () => void {
    const unanswer = this.#questions.answer(name, answer)
    // Who offers commands looks again: a part that has come a moment later brings some.
    this.changed()
    return unanswer
  }

  isAnswered(name: keyof Asked) {
    return this.#questions.isAnswered(name)
  }

  /** Called after every change, many times a frame: whoever paints gathers the calls. */
  watch(heard: () => void) {
    this.#watchers.add(heard)
    return () => this.#watchers.delete(heard)
  }

  /** What came onto the board and what left it, by anybody's hand, when the scene is next looked at. */
  listen(heard: (news: News) => void) {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** `ids`: what is to be read anew, because it or what it stands for is another than before. */
  changed(ids: Iterable<string> = []) {
    for (const id of ids) this.#stale.add(id)
    for (const heard of this.#watchers) heard()
  }

  close() {
    this.#unwatch()
    this.#unwatchUndone()
    this.#questions.clear()
    this.undo.destroy()
    this.#watchers.clear()
    this.#listeners.clear()
  }

  /** Up to date: a thousand changes by others, and all that hands have moved, are read once, when somebody looks. */
  get scene(): Scene {
    const news = this.#stale.size > 0 ? this.#read() : null
    if (this.#moved || (news && (this.#dragging || this.#peers.length > 0))) this.#lift()
    if (news) for (const heard of this.#listeners) heard(news)
    return this.#scene
  }

  #read(): News {
    const ids = [...this.#stale]
    this.#stale.clear()
    const news = this.#scene.apply(ids)
    this.#forgetGone()
    return news
  }

  #forgetGone() {
    const alive = [...this.#selection].filter((id) => this.#scene.get(id))
    if (alive.length < this.#selection.size) this.#selection = new Set(alive)
    if (this.#editing && !this.#scene.get(this.#editing)) this.#editing = null
  }

  get camera() {
    return this.#camera
  }
  set camera(camera: Camera) {
    this.#camera = camera
    this.changed()
  }

  get screen() {
    return this.#screen
  }
  set screen(screen: Size) {
    this.#screen = screen
    this.changed()
  }

  get tool() {
    return this.#may === 'write' ? this.#tool : 'hand'
  }
  set tool(tool: ToolName) {
    this.edit(null)
    this.#tool = tool
    this.wipe()
  }

  get may() {
    return this.#may
  }
  /** Rights may change in the middle of a drag: what was in the hand falls back to its place. */
  set may(may: 'read' | 'write') {
    if (may === this.#may) return
    this.#may = may
    this.#editing = null
    this.drag(null)
    this.wipe()
  }

  /** The tool stays in hand after it has made something. */
  get keep() {
    return this.#keep
  }
  set keep(keep: boolean) {
    this.#keep = keep
    this.changed()
  }

  get next() {
    return this.#next
  }

  setNext(next: Partial<Next>) {
    this.#next = { ...this.#next, ...next }
    this.changed()
  }

  get snap() {
    return this.#snap
  }
  set snap(snap: Snapping) {
    this.#snap = snap
    this.changed()
  }

  /** A pen has been seen: it is the tool, and a finger moves the paper. */
  get penMode() {
    return this.#penMode
  }
  set penMode(penMode: boolean) {
    if (penMode === this.#penMode) return
    this.#penMode = penMode
    this.changed()
  }

  /** The group whose things are taken one by one, '' for none. */
  get inside() {
    return this.#inside
  }
  set inside(group: string) {
    this.#inside = group
  }

  get selection() {
    return this.#selection
  }

  select(ids: Iterable<string>) {
    const next = new Set(ids)
    if (this.#editing && !next.has(this.#editing)) this.edit(null)
    this.#selection = next
    this.changed()
  }

  get editing() {
    return this.#editing
  }

  /** Opens a thing for writing or to be looked into, null closes. Each session of writing begins its own step of undo. */
  edit(id: string | null) {
    const item = id === null ? undefined : this.scene.get(id)
    const kind = item && kindOf(item.thing)
    if (item && !kind?.writing && !kind?.live) return this.ask('open', { id: item.id })
    if (id !== null && (!item || (this.#may === 'read' && !kind?.live))) return
    if (item && isSealed(item) && !kind?.live) return this.ask('said', { what: 'locked', ids: [item.id] })
    if (this.#editing !== null && this.#editing !== id) this.#leaveWords(this.#editing)
    this.undo.stopCapturing()
    this.#editing = id
    if (id !== null && this.#may === 'write') this.#selection = new Set([id])
    this.changed()
  }

  // Words that were never written leave nothing behind, and no step of undo: it is our Board's, but not of its origin.
  // Words that make their own box leave it as wide as they are.
  #leaveWords(id: string) {
    const item = this.scene.get(id)
    if (item?.thing.kind !== 'text' || this.#may === 'read') return
    const { thing } = item
    if (!thing.text.trim()) remove({ ...this.board, origin: null }, [id], this.outside.me, this.outside.now())
    else if (thing.wide === 'words' && Math.round(item.w) !== thing.g[2])
      moveThings(this.board, [{ id, g: [thing.g[0], thing.g[1], item.w, item.h] }])
  }

  get guides() {
    return this.#sketch.guides
  }
  get draft() {
    return this.#sketch.draft
  }
  get marquee() {
    return this.#sketch.marquee
  }
  get lasso() {
    return this.#sketch.lasso
  }
  get hover() {
    return this.#sketch.hover
  }
  get erasing() {
    return this.#sketch.erasing
  }

  sketch(sketch: Partial<Sketch>) {
    this.#sketch = { ...this.#sketch, ...sketch }
    this.changed()
  }

  wipe() {
    this.#sketch = blank
    this.changed()
  }

  get laser() {
    return this.#laser
  }
  set laser(laser: readonly Glow[]) {
    this.#laser = laser
    this.changed()
  }

  get dragging() {
    return this.#dragging
  }

  /** Holds the selection off its place without writing a word into the document. */
  drag(dragging: Dragging | null) {
    if (dragging && !this.#dragging) this.#carried = this.#goesAlong(dragging)
    this.#dragging = this.#may === 'write' ? dragging : null
    this.#moved = true
    this.changed()
  }

  /** What moves when these are moved. */
  along(ids: Iterable<string>): ReadonlySet<string> {
    return carried(this.scene, ids)
  }

  #goesAlong(dragging: Dragging): ReadonlySet<string> {
    const moved = this.along(this.#selection)
    return 'dx' in dragging ? moved : new Set([...this.#selection].filter((id) => moved.has(id)))
  }

  /** Lets go: one write for the whole drag, and one step of undo; `joined` to the step before it. */
  drop({ joined = false } = {}) {
    const held = [...this.#held()]
    const places = held.filter(([, { ends }]) => !ends).map(([id, { g, turn }]) => ({ id, g, ...(turn !== undefined && { turn }) }))
    const laid = held.flatMap(([id, { ends }]) => (ends ? [{ id, ...ends }] : []))
    const dragging = this.#dragging
    this.#dragging = null
    if (held.length > 0) {
      const write = () => {
        if (places.length > 0) moveThings(this.board, places)
        if (laid.length > 0) layEnds(this.board, laid)
        for (const { id, bend, offset } of laid) {
          if (bend !== undefined) style(this.board, [id], { bend })
          if (offset !== undefined) style(this.board, [id], { offset })
        }
        if (dragging && 'from' in dragging) this.#box(held.map(([id]) => id))
      }
      if (joined) write()
      else this.step(write)
    }
    this.undo.stopCapturing()
    this.#moved = true
    this.changed()
  }

  // Once somebody has drawn their box, words keep to it.
  #box(ids: readonly string[]) {
    const words = ids.filter((id) => this.#scene.get(id)?.thing.kind === 'text')
    if (words.length > 0) style(this.board, words, { wide: 'box' })
  }

  get peers() {
    return this.#peers
  }
  set peers(peers: readonly Peer[]) {
    this.#peers = peers
    this.#moved = true
    this.changed()
  }

  /** One gesture, one step of undo. */
  step(change: () => void) {
    this.undo.stopCapturing()
    change()
    this.undo.stopCapturing()
    this.changed()
  }

  /** Lays new things on the board as one step. A sheet is slid under what lies on it. */
  make(things: readonly NewThing[]) {
    this.step(() => {
      addThings(this.board, things)
      for (const thing of things) if (thing.kind === 'frame' && thing.g) this.#slideUnder(thing.id, thing.g)
    })
  }

  #slideUnder(id: string, [x, y, w, h]: readonly [number, number, number, number]) {
    const lowest = this.scene.order.find((item) => item.id !== id && lies(boundsOfTurned(item, item.turn), { x, y, w, h }))
    if (lowest) toUnder(this.board, [id], lowest.id)
  }

  selectedItems() {
    const scene = this.scene
    return [...this.#selection].map((id) => scene.get(id)).filter((item) => item !== undefined)
  }

  /** Where the frame around the selection stands. */
  frame(): Rect | null {
    return around(this.selectedItems().map((item) => boundsOfTurned(item, item.turn)))
  }

  *#held(): Generator<readonly [string, Lifted]> {
    const dragging = this.#dragging
    if (!dragging) return
    for (const id of this.#carried) {
      const item = this.#scene.get(id)
      if (item) yield [id, lifted(item, dragging, (other) => this.#carried.has(other))]
    }
  }

  // Others' hands first: where two hold one thing, each sees it in their own.
  #lift() {
    this.#moved = false
    this.#scene.lift([...heldBy(this.#peers, this.#scene), ...this.#held()])
  }
}
