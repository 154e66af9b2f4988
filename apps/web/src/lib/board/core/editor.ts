import { layEnds, moveThings, ownUndo, watchBoard, type Board } from '@sheber/document/board'
import type { Fill, NoteColour, Paint } from '@sheber/document/colour'
import type { Align, Brush, Dash, End, Form, Head, Route } from '@sheber/document/thing'
import type { Camera, Size } from './camera.ts'
import { lifted, type Dragging, type Lifted } from './drag.ts'
import { around, boundsOfTurned, type Point, type Rect } from './geometry.ts'
import type { Measure } from './lines.ts'
import { kindOf } from './kinds.ts'
import { heldBy, type Peer } from './presence.ts'
import { Scene, type News } from './scene.ts'

export type ToolName =
  | 'select'
  | 'lasso'
  | 'hand'
  | 'note'
  | 'text'
  | 'shape'
  | 'connector'
  | 'pen'
  | 'highlighter'
  | 'eraser'
  | 'frame'
  | 'laser'
  | 'stamp'
  | 'comment'

export type Said =
  | { readonly what: 'theirs'; readonly ids: readonly string[] }
  | { readonly what: 'tooMany'; readonly most: number }
  | { readonly what: 'locked'; readonly ids: readonly string[] }
  | { readonly what: 'nothingToPaste' }

export interface Asked {
  palette: undefined
  find: undefined
  help: undefined
  outline: undefined
  minimap: undefined
  grid: undefined
  snap: undefined
  image: undefined
  link: undefined
  menu: { readonly at: Point; readonly id: string | null }
  said: Said
}

/** The look of what is made next. */
export interface Next {
  readonly note: NoteColour
  readonly form: Form
  readonly fill: Fill
  readonly ink: Paint
  readonly width: number
  readonly dash: Dash
  readonly size: number
  readonly align: Align
  readonly route: Route
  readonly tail: Head
  readonly head: Head
  readonly penInk: Paint
  readonly penWidth: number
  readonly stamp: string
}

export type Guide =
  { readonly x: number; readonly from: number; readonly to: number } | { readonly y: number; readonly from: number; readonly to: number }

export type Draft =
  | { readonly kind: 'stroke'; readonly points: readonly Point[]; readonly ink: Paint; readonly width: number; readonly brush: Brush }
  | { readonly kind: 'box'; readonly rect: Rect; readonly tool: ToolName }
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly a: End | null; readonly b: End | null }

export interface Hover {
  readonly id: string
  readonly ports: readonly { readonly name: string; readonly at: Point }[]
  readonly taken: number | null
}

/** What the outside world hands in: the core knows no clock and no chance. */
export interface Outside {
  /** Id of the person at work. */
  readonly me: string
  newId(): string
  /** Milliseconds since 1970. */
  now(): number
  readonly measure: Measure
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

  #camera: Camera = { x: 0, y: 0, zoom: 1 }
  #screen: Size = { w: 0, h: 0 }
  #tool: ToolName = 'select'
  #may: 'read' | 'write' = 'write'
  #selection: ReadonlySet<string> = new Set()
  #editing: string | null = null
  #dragging: Dragging | null = null
  #marquee: Rect | null = null
  #peers: readonly Peer[] = []
  #next: Next = {
    note: 'yellow',
    form: 'rounded',
    fill: 'none',
    ink: 'ink',
    width: 2,
    dash: 'solid',
    size: 0,
    align: 'middle',
    route: 'straight',
    tail: 'none',
    head: 'arrow',
    penInk: 'ink',
    penWidth: 4,
    stamp: 'star',
  }
  keep = false
  guides: readonly Guide[] = []
  draft: Draft | null = null
  lasso: readonly Point[] = []
  hover: Hover | null = null
  snap = { grid: false, edges: true, gaps: true }
  readonly #answers = new Map<keyof Asked, Set<(what: never) => void>>()

  constructor(board: Board, outside: Outside) {
    this.board = board
    this.outside = outside
    this.undo = ownUndo(board)
    this.#scene = new Scene(board, outside.measure)
    this.#unwatch = watchBoard(board, (ids) => {
      for (const id of ids) this.#stale.add(id)
      this.changed()
    })
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

  changed() {
    for (const heard of this.#watchers) heard()
  }

  close() {
    this.#unwatch()
    this.undo.destroy()
    this.#watchers.clear()
    this.#listeners.clear()
  }

  /** Up to date: a thousand remote changes are read once, when somebody looks. */
  get scene(): Scene {
    if (this.#stale.size > 0) {
      const ids = [...this.#stale]
      this.#stale.clear()
      const news = this.#scene.apply(ids)
      this.#forgetGone()
      if (this.#dragging || this.#peers.length > 0) this.#lift()
      for (const heard of this.#listeners) heard(news)
    }
    return this.#scene
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
    this.#tool = tool
    this.#editing = null
    this.changed()
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
    this.changed()
  }

  get ink() {
    return this.#next.note
  }
  set ink(note: NoteColour) {
    this.setNext({ note })
  }

  get next() {
    return this.#next
  }

  setNext(next: Partial<Next>) {
    this.#next = { ...this.#next, ...next }
    this.changed()
  }

  ask<K extends keyof Asked>(name: K, ...[what]: undefined extends Asked[K] ? [] : [Asked[K]]) {
    for (const answer of this.#answers.get(name) ?? []) answer(what as never)
  }

  answer<K extends keyof Asked>(name: K, answer: (what: Asked[K]) => void): () => void {
    const answers = this.#answers.get(name) ?? new Set()
    this.#answers.set(name, answers.add(answer))
    return () => answers.delete(answer)
  }

  get selection() {
    return this.#selection
  }

  select(ids: Iterable<string>) {
    this.#selection = new Set(ids)
    if (this.#editing && !this.#selection.has(this.#editing)) this.#editing = null
    this.changed()
  }

  get editing() {
    return this.#editing
  }

  /** Opens a note for writing, null closes. Each session of writing begins its own step of undo. */
  edit(id: string | null) {
    const item = id === null ? undefined : this.scene.get(id)
    if (id !== null && (this.#may === 'read' || !item || !kindOf(item.thing).writing)) return
    this.undo.stopCapturing()
    this.#editing = id
    if (id !== null) this.#selection = new Set([id])
    this.changed()
  }

  get marquee() {
    return this.#marquee
  }
  set marquee(marquee: Rect | null) {
    this.#marquee = marquee
    this.changed()
  }

  get dragging() {
    return this.#dragging
  }

  /** Holds the selection off its place without writing a word into the document. */
  drag(dragging: Dragging | null) {
    this.#dragging = this.#may === 'write' ? dragging : null
    this.#lift()
    this.changed()
  }

  /** Lets go: one write for the whole drag, and one step of undo. */
  drop() {
    const held = [...this.#held()]
    const places = held.filter(([, { ends }]) => !ends).map(([id, { g, turn }]) => ({ id, g, ...(turn !== undefined && { turn }) }))
    const laid = held.flatMap(([id, { ends }]) => (ends ? [{ id, ...ends }] : []))
    this.#dragging = null
    if (held.length > 0) {
      this.step(() => {
        if (places.length > 0) moveThings(this.board, places)
        if (laid.length > 0) layEnds(this.board, laid)
      })
    }
    this.#lift()
    this.changed()
  }

  get peers() {
    return this.#peers
  }
  set peers(peers: readonly Peer[]) {
    this.#peers = peers
    this.#lift()
    this.changed()
  }

  /** One gesture, one step of undo. */
  step(change: () => void) {
    this.undo.stopCapturing()
    change()
    this.undo.stopCapturing()
    this.changed()
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
    for (const id of this.#selection) {
      const item = this.#scene.get(id)
      if (item) yield [id, lifted(item, dragging, (other) => this.#selection.has(other))]
    }
  }

  // Others' hands first: where two hold one thing, each sees it in their own.
  #lift() {
    this.#scene.lift([...heldBy(this.#peers, this.#scene), ...this.#held()])
  }
}
