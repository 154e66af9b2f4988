import { reached, seen, toolsPx, toScreen } from './camera.ts'
import type { Editor, ToolName } from './editor.ts'
import { isInside, middleOf, type Point } from './geometry.ts'
import { toolbox, type Press, type Ring, type Tool } from './tools.ts'

/** Screen pixels of one press of an arrow, and of one with Shift; closer is finer in the world, as with any hand. */
const nearPx = 8
const farPx = 48
const marginPx = 48
/** A key presses evenly. */
const pressure = 0.5

/** What does its one thing where it is set down, and is held for nothing. */
const taps: ReadonlySet<ToolName> = new Set(['note', 'text', 'stamp', 'comment', 'dot'])
export const isTapped = (tool: ToolName): boolean => taps.has(tool)

/** What came of a press of the key: the tool is down, or it is up and has done this. */
export interface Struck {
  readonly is: 'down' | 'up'
  readonly tool: ToolName
  /** How many things were rubbed out or taken into the loop. */
  readonly many: number
}

/** Whether a place may be shown to the tool in hand: the arrow and the hand have other uses for the arrows. */
export const isAimed = (editor: Editor): boolean =>
  editor.may === 'write' && editor.editing === null && editor.tool !== 'select' && editor.tool !== 'hand'

/**
 * A hand that is led by keys: a place on the paper that arrows move, at which the tool in hand is set down and lifted. The tools are
 * those of every other hand, and are told what a mouse would tell them.
 *
 *   away ──step, show──▶ above ──strike──▶ down ──strike──▶ above       drop leads from down to above, and nothing was done
 *    ◀──────── another tool than those, other rights, rest ────────┘
 */
export class Aim {
  readonly #editor: Editor
  readonly #tools: ReturnType<typeof toolbox>
  readonly #now: () => number
  readonly #unwatch: () => void
  readonly #left: () => void
  #at: Point | null = null
  /** Where it was last: the next thing is often wanted near it. */
  #last: Point | null = null
  #held: { readonly name: ToolName; readonly tool: Tool } | null = null

  /** `now` is the clock of presses, in milliseconds; `left` hears that the place is shown no more. */
  constructor(editor: Editor, ring: Ring, now: () => number, left: () => void = () => {}) {
    this.#editor = editor
    this.#tools = toolbox(editor, ring)
    this.#now = now
    this.#left = left
    this.#unwatch = editor.watch(() => this.#heed())
  }

  close() {
    this.#unwatch()
    this.rest()
  }

  /** In the world; null while it is not shown. */
  get at(): Point | null {
    return this.#at
  }

  get isDown(): boolean {
    return this.#held !== null
  }

  #heed() {
    if (this.#at !== null && !isAimed(this.#editor)) return this.rest()
    // Another tool was taken while this one was down: what it had begun has been wiped away.
    if (this.#held && this.#held.name !== this.#editor.tool) this.drop()
  }

  #press(at: Point): Press {
    return {
      ...{ world: at, screen: toScreen(this.#editor.camera, at), at: this.#now(), pressure },
      ...{ shift: false, ctrl: false, alt: false, grip: null, touch: false },
      path: [{ world: at, pressure }],
    }
  }

  #view() {
    const { camera, screen } = this.#editor
    return { ...screen, h: Math.max(1, screen.h - toolsPx), camera }
  }

  /** Where it was, or at what is chosen; else in the middle of what is seen. */
  #start(): Point {
    const editor = this.#editor
    const { camera, w, h } = this.#view()
    const { x, y, w: wide, h: high } = seen(camera, { w, h })
    const frame = editor.frame()
    const corners = [
      { x, y },
      { x: x + wide, y },
      { x: x + wide, y: y + high },
      { x, y: y + high },
    ]
    const near = [this.#last, frame && middleOf(frame)].find((at) => at && isInside(corners, at))
    return near ?? { x: x + wide / 2, y: y + high / 2 }
  }

  /** Shows it, at a place of the world or where it suggests itself. */
  show(at: Point = this.#start()) {
    if (!isAimed(this.#editor)) return
    this.#go(at)
  }

  #go(at: Point) {
    const editor = this.#editor
    this.#at = at
    this.#last = at
    editor.pointer = at
    const { camera, ...screen } = this.#view()
    editor.camera = reached(camera, { ...at, w: 0, h: 0 }, screen, marginPx)
    const press = this.#press(at)
    if (this.#held) this.#held.tool.move(press)
    else this.#tools(editor.tool).hover?.(press)
    editor.changed()
  }

  /** One step: `x` and `y` are −1, 0 or 1; `far` makes it a long one. */
  step(x: number, y: number, far: boolean) {
    if (!isAimed(this.#editor)) return
    const from = this.#at ?? this.#start()
    const by = (far ? farPx : nearPx) / this.#editor.camera.zoom
    this.#go({ x: from.x + x * by, y: from.y + y * by })
  }

  /** Sets the tool down, or lifts it. Null where there is nothing to be done here. */
  strike(): Struck | null {
    const editor = this.#editor
    const at = this.#at
    if (at === null || !isAimed(editor)) return null
    const press = this.#press(at)
    const { tool: name } = editor
    if (!this.#held) {
      const tool = this.#tools(name)
      this.#held = { name, tool }
      tool.down(press)
      editor.changed()
      if (!taps.has(name)) return { is: 'down', tool: name, many: 0 }
    }
    const { tool } = this.#held
    this.#held = null
    const erased = editor.erasing.size
    tool.up(press)
    editor.changed()
    return { is: 'up', tool: name, many: name === 'lasso' ? editor.selection.size : erased }
  }

  /** Lets go of what was begun. False where nothing was. */
  drop(): boolean {
    const held = this.#held
    this.#held = null
    held?.tool.cancel()
    return held !== null
  }

  /** Shown no more. */
  rest() {
    this.drop()
    if (this.#at === null) return
    this.#at = null
    this.#editor.pointer = null
    this.#left()
    this.#editor.changed()
  }
}
