import { flushSync } from 'svelte'
import type { NoteColour } from '@sheber/document/colour'
import type { Editor, ToolName } from './core/editor.ts'
import { fit } from './core/commands.ts'
import type { Camera } from './core/camera.ts'
import type { Rect } from './core/geometry.ts'
import { watchKinds } from './core/kinds.ts'
import type { Widths } from './core/lines.ts'
import type { Look } from './core/look.ts'
import { paint } from './core/paint.ts'
import type { Peer } from './core/presence.ts'
import { readLook, watchLook } from './look.ts'
import { fetchWorkshop } from './workshop/fetch.ts'

fetchWorkshop()

/** Twice is sharp enough: a phone with three device pixels per pixel would paint half as much again for nothing. */
const densityMax = 2

interface Choice {
  readonly size: number
  /** Their common colour, null where they differ or have none. */
  readonly colour: NoteColour | null
  readonly single: string | null
}

/**
 * The painted board and what stands above it. Whatever happens within one frame is painted once; the few values that
 * Svelte draws (tools, frame, cursors) are copied out then. No thing of the scene has state of its own here.
 */
export class Stage {
  readonly editor: Editor
  readonly #nameOf: (id: string) => string
  look: Look = readLook()
  #ctx: CanvasRenderingContext2D | null = null
  #density = 1
  #due = 0
  #fitted = false
  readonly #stops: (() => void)[]

  camera = $state.raw<Camera>({ x: 0, y: 0, zoom: 1 })
  frame = $state.raw<Rect | null>(null)
  marquee = $state.raw<Rect | null>(null)
  choice = $state.raw<Choice>({ size: 0, colour: null, single: null })
  tool = $state<ToolName>('select')
  ink = $state<NoteColour>('yellow')
  editing = $state<string | null>(null)
  may = $state<'read' | 'write'>('read')
  dragging = $state(false)
  canUndo = $state(false)
  canRedo = $state(false)
  empty = $state(true)
  peers = $state.raw<readonly Peer[]>([])
  /** The note whose mirror is to take the focus as soon as it can. */
  wanted = $state<string | null>(null)
  /** Counts the paintings while others are here: what they hold may have been moved by anybody. */
  beat = $state(0)

  constructor(editor: Editor, widths: Widths, nameOf: (id: string) => string) {
    this.editor = editor
    this.#nameOf = nameOf
    const reletter = () => {
      widths.forget()
      editor.scene.forgetLayouts()
      this.#relook()
    }
    document.fonts.addEventListener('loadingdone', reletter)
    this.#stops = [
      editor.watch(() => this.#heed()),
      watchKinds(() => {
        editor.scene.forgetLayouts()
        this.#relook()
      }),
      watchLook(() => this.#relook()),
      () => document.fonts.removeEventListener('loadingdone', reletter),
    ]
    this.#copy()
  }

  close() {
    for (const stop of this.#stops) stop()
    cancelAnimationFrame(this.#due)
  }

  /** Takes the canvas, and keeps it as large as the place it has. */
  mount(canvas: HTMLCanvasElement): () => void {
    // No alpha: the paper covers everything, and the browser need not blend.
    this.#ctx = canvas.getContext('2d', { alpha: false })
    const measure = () => {
      const { width: w, height: h } = canvas.getBoundingClientRect()
      this.#density = Math.min(devicePixelRatio || 1, densityMax)
      canvas.width = Math.max(1, Math.round(w * this.#density))
      canvas.height = Math.max(1, Math.round(h * this.#density))
      this.editor.screen = { w, h }
      this.#fitOnce()
      this.#draw()
    }
    const observer = new ResizeObserver(measure)
    observer.observe(canvas)
    measure()
    return () => {
      observer.disconnect()
      this.#ctx = null
    }
  }

  // The first content is shown whole, later arrivals never move the camera; nor does the first note of one's own.
  #fitOnce() {
    const { editor } = this
    if (this.#fitted || editor.screen.w === 0) return
    if (editor.scene.size > 0) {
      this.#fitted = true
      if (editor.editing !== null) return
    }
    fit(editor)
  }

  #relook() {
    this.look = readLook()
    this.#heed()
  }

  #heed() {
    // At once, within the touch that asked for it: else a phone would not open its keyboard.
    const { editing } = this.editor
    if (editing !== null && editing !== this.editing) flushSync(() => this.#copy())
    if (this.#due === 0) this.#due = requestAnimationFrame(() => this.#draw())
  }

  #draw() {
    cancelAnimationFrame(this.#due)
    this.#due = 0
    const { editor } = this
    if (editor.scene.size > 0) this.#fitOnce()
    this.#copy()
    if (!this.#ctx) return
    const sheet = { screen: editor.screen, density: this.#density, look: this.look, nameOf: this.#nameOf, editing: editor.editing }
    paint(editor.scene, editor.camera, this.#ctx, sheet)
  }

  #copy() {
    const { editor } = this
    this.empty = editor.scene.size === 0
    this.camera = editor.camera
    this.frame = editor.frame()
    this.marquee = editor.marquee
    this.choice = this.#choose()
    this.tool = editor.tool
    this.ink = editor.ink
    this.editing = editor.editing
    this.may = editor.may
    this.dragging = editor.dragging !== null
    this.canUndo = editor.undo.undoStack.length > 0
    this.canRedo = editor.undo.redoStack.length > 0
    this.peers = editor.peers
    if (editor.peers.length > 0) this.beat++
  }

  #choose(): Choice {
    const items = this.editor.selectedItems()
    const colours = new Set(items.map(({ thing }) => (thing.kind === 'note' ? thing.fill : null)))
    const [colour = null] = colours
    const [only] = items
    return { size: items.length, colour: colours.size === 1 ? colour : null, single: items.length === 1 && only ? only.id : null }
  }
}
