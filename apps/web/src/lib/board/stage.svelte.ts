import { flushSync } from 'svelte'
import type { NoteColour } from '@sheber/document/colour'
import type { Editor, ToolName } from './core/editor.ts'
import { fit } from './core/command/looking.ts'
import { narrowPx, type Camera } from './core/camera.ts'
import { densityMax } from './core/density.ts'
import type { Rect } from './core/geometry.ts'
import type { Widths } from './core/lines.ts'
import type { PenWords } from './core/kind.ts'
import { fetchKinds, watchKinds } from './core/kinds.ts'
import type { Look } from './core/look.ts'
import { paint, type Sheet } from './core/paint.ts'
import type { Painter } from './core/painter.ts'
import type { Peer } from './core/presence.ts'
import { readLook, watchLook } from './look.ts'
import type { Meet } from './painted.ts'
import { openPictures } from './pictures.ts'
import { fetchVote } from './vote/fetch.ts'
import { fetchWorkshop } from './workshop/fetch.ts'

fetchWorkshop()
fetchVote()

/** So many things are painted anew in every frame; more are worth the means of painter.ts. */
const plainMax = 40

fetchKinds(['image', 'link', 'card', 'stamp'], async () => (await import('./core/kinds/pictured.ts')).pictured)
fetchKinds(['model'], async () => (await import('./model/kind.ts')).models)

const urlOfPicture = (file: string, width: number) => `/files/${file}/${width}.webp`

interface Choice {
  readonly size: number
  /** Their common colour, null where they differ or have none. */
  readonly colour: NoteColour | null
  readonly single: string | null
}

const same = (a: Choice, b: Choice) => a.size === b.size && a.colour === b.colour && a.single === b.single

/** As large as it is already it keeps its pixels: they are dear to make. */
const resize = (canvas: HTMLCanvasElement, w: number, h: number) => {
  if (canvas.width !== w) canvas.width = Math.max(1, w)
  if (canvas.height !== h) canvas.height = Math.max(1, h)
}

/**
 * The painted board and what stands above it. Whatever happens within one frame is painted once; the few values that
 * Svelte draws (tools, frame, cursors) are copied out then. No thing of the scene has state of its own here.
 */
export class Stage {
  readonly editor: Editor
  readonly #nameOf: (id: string) => string
  readonly #said: Sheet['said']
  look: Look = readLook()
  /** Known once the part has come that votes and keeps the time. */
  live: Sheet['live'] = null
  #ctx: CanvasRenderingContext2D | null = null
  #canvas: HTMLCanvasElement | null = null
  #density = 1
  readonly pictures = openPictures(urlOfPicture, (file) => this.#showPicture(file))
  #due = 0
  #resting: ReturnType<typeof setTimeout> | undefined
  /** When the painter last had more to do than one frame holds. */
  workedAt = 0
  #heard = false
  #settled = false
  /** What was painted plainly and has not changed since; empty where it has. */
  #shown: readonly unknown[] = []
  #fitted = false
  /** Null while the board is small enough to be painted anew each time. */
  #painter: Painter | null = null
  #fetching = false
  #stopped = false
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
  /** This machine does not keep up with all that others do. */
  tired = $state(false)

  constructor(editor: Editor, widths: Widths, nameOf: (id: string) => string, said: PenWords) {
    this.editor = editor
    this.#nameOf = nameOf
    this.#said = said
    const reletter = () => {
      widths.forget()
      editor.scene.forgetLayouts()
      this.#painter?.forget()
      this.#relook()
    }
    document.fonts.addEventListener('loadingdone', reletter)
    this.#stops = [
      editor.watch(() => this.#heed()),
      editor.scene.watch(() => (this.#shown = [])),
      watchLook(() => this.#relook()),
      watchKinds(reletter),
      () => document.fonts.removeEventListener('loadingdone', reletter),
    ]
    this.#copy()
  }

  close() {
    for (const stop of this.#stops) stop()
    cancelAnimationFrame(this.#due)
    clearTimeout(this.#resting)
    this.#stopped = true
    this.#painter?.close()
    this.pictures.close()
  }

  /** Takes the canvas, and keeps it as large as the place it has. */
  mount(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas
    const measure = () => {
      const { width: w, height: h } = canvas.getBoundingClientRect()
      this.#density = Math.min(devicePixelRatio || 1, densityMax)
      resize(canvas, Math.round(w * this.#density), Math.round(h * this.#density))
      this.#painter?.emptied()
      this.editor.screen = { w, h }
      this.#heard = true
      this.#fitOnce()
      if (this.#ctx) this.#draw()
      else this.#ask()
    }
    // A phone may take the canvas's pixels away while the page lies in the background.
    const restored = () => {
      this.#painter?.emptied()
      this.#shown = []
      this.#ask()
    }
    canvas.addEventListener('contextrestored', restored)
    const observer = new ResizeObserver(measure)
    observer.observe(canvas)
    // It tells for the first time once the page is laid out, before it is painted: asking at once would lay it out twice.
    return () => {
      observer.disconnect()
      canvas.removeEventListener('contextrestored', restored)
      this.#canvas = null
      this.#ctx = null
    }
  }

  /** Nothing is waited for any more: also an empty board is painted. Until then the page's own paper stands for it, and what comes is painted sooner. */
  settle() {
    this.#settled = true
    if (!this.#ctx) this.#ask()
  }

  /** Where the paper lies on the page. */
  get box(): DOMRect {
    return this.#canvas?.getBoundingClientRect() ?? new DOMRect()
  }

  // The first content is shown whole, later arrivals never move the camera; nor does the first note of one's own.
  #fitOnce() {
    const { editor } = this
    if (this.#fitted || editor.screen.w === 0) return
    if (editor.scene.size > 0) {
      this.#fitted = true
      if (editor.editing !== null || editor.undo.undoStack.length > 0) return
    }
    fit(editor)
    if (this.#fitted && editor.screen.w < narrowPx) this.#open(editor.camera)
  }

  /** Of a phone's own: all at once may be too small to be read. */
  #open(whole: Camera) {
    import('./opening.ts').then(
      ({ open }) => {
        if (!this.#stopped && this.editor.camera === whole) this.#stops.push(open(this.editor, location.pathname))
      },
      () => undefined,
    )
  }

  #showPicture(file: string) {
    const { scene } = this.editor
    for (const { thing, bounds } of scene.order) {
      if ((thing.kind === 'image' && thing.file === file) || ('still' in thing && thing.still === file)) scene.soil(bounds)
    }
    this.#ask()
  }

  #relook() {
    this.look = readLook()
    this.#heed()
  }

  #heed() {
    // At once, within the touch that asked for it: else a phone would not open its keyboard.
    const { editing } = this.editor
    if (editing !== null && editing !== this.editing) flushSync(() => this.#copy())
    this.#heard = true
    this.#ask()
  }

  #ask() {
    if (this.#due === 0) this.#due = requestAnimationFrame((now) => this.#draw(now))
  }

  #draw(now = performance.now()) {
    const { editor } = this
    // Before this painting is over: it shows what fits, and none is asked for besides.
    if (editor.scene.size > 0) this.#fitOnce()
    cancelAnimationFrame(this.#due)
    this.#due = 0
    if (this.#heard) this.#copy()
    this.#heard = false
    if (!this.#canvas || editor.screen.w === 0) return
    if (!this.#ctx && !this.#settled && editor.scene.size === 0) return
    // No alpha: the paper covers everything, and the browser need not blend.
    this.#ctx ??= this.#canvas.getContext('2d', { alpha: false })
    if (!this.#ctx) return
    const sheet: Sheet = {
      screen: editor.screen,
      density: this.#density,
      look: this.look,
      nameOf: this.#nameOf,
      editing: editor.editing,
      pictures: this.pictures,
      said: this.#said,
      live: this.live,
    }
    if (!this.#painter) {
      // A hand that passes or chooses changes nothing on the paper, and while a page is young a painting takes a weak machine a dozen frames.
      const shows = [editor.camera, sheet.screen, sheet.look, sheet.editing, sheet.live]
      if (editor.scene.afloat.size === 0 && shows.every((one, at) => one === this.#shown[at])) return
      this.#shown = shows
      paint(editor.scene, editor.camera, this.#ctx, sheet)
      if (editor.scene.size > plainMax) this.fetchPainter()
      return
    }
    clearTimeout(this.#resting)
    if (this.#painter.paint(editor.camera, this.#ctx, sheet, now)) {
      this.workedAt = now
      this.#ask()
    } else if (this.#painter.waits > 0) this.#resting = setTimeout(() => this.#ask(), this.#painter.waits)
  }

  /** At leisure at the latest, while there is a network: a board may be filled at once, by a paste or by an import. */
  fetchPainter() {
    if (this.#fetching) return
    this.#fetching = true
    import('./painted.ts').then(
      ({ openPainter, meetBy }) => {
        if (this.#stopped || !this.#canvas) return
        this.#painter = openPainter(this.editor.scene, this.#canvas)
        this.#meet = meetBy(this.#painter, () => this.editor.peers, this.#meet)
        this.#ask()
      },
      // Without a network: it goes on as before, and is asked for again with a later painting.
      () => (this.#fetching = false),
    )
  }

  #copy() {
    const { editor } = this
    this.empty = editor.scene.size === 0
    this.camera = editor.camera
    this.frame = editor.frame()
    this.marquee = editor.marquee
    const choice = this.#choose()
    if (!same(choice, this.choice)) this.choice = choice
    this.tool = editor.tool
    this.ink = editor.next.note
    this.editing = editor.editing
    this.may = editor.may
    this.dragging = editor.dragging !== null
    this.canUndo = editor.undo.undoStack.length > 0
    this.canRedo = editor.undo.redoStack.length > 0
    this.#meet()
  }

  /** Looks at the others; with a painter it is asked how often. */
  #meet: Meet = (tired = false) => {
    // What is above the canvas has to go, and what is on it to be painted.
    if (tired || this.tired) this.#ask()
    this.tired = tired
    this.peers = this.editor.peers
    if (this.peers.length > 0) this.beat++
  }

  #choose(): Choice {
    const items = this.editor.selectedItems()
    const colours = new Set(items.map(({ thing }) => (thing.kind === 'note' ? thing.fill : null)))
    const [colour = null] = colours
    const [only] = items
    return { size: items.length, colour: colours.size === 1 ? colour : null, single: items.length === 1 && only ? only.id : null }
  }
}
