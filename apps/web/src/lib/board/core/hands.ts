import { toWorld } from './camera.ts'
import type { Editor } from './editor.ts'
import { distance, type Grip, type Point } from './geometry.ts'
import { Pinch } from './pinch.ts'
import { slackPx, toolbox, type Press, type Ring, type Tool } from './tools.ts'

/** A finger, the mouse or a pen, as the browser tells of it. Places are on the screen. */
export interface Contact {
  readonly pointer: number
  readonly by: 'mouse' | 'touch' | 'pen'
  readonly button: number
  readonly screen: Point
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly grip: Grip | null
  readonly pressure: number
  /** All the places since the last contact that was told, this one the last; empty where the browser gathers none. */
  readonly path: readonly { readonly screen: Point; readonly pressure: number }[]
  readonly at: number
}

const longPressMs = 500
/** So long after a pen was last seen near, a finger is a finger again: it may be another child's. */
const penQuietMs = 5 * 60_000
/** The far end of a pen. */
const rubber = 5
/** A mouse and a finger press evenly. */
const evenPressure = 0.5

/**
 * Leads every finger, mouse and pen to the tool in hand.
 *
 *   one finger    the tool, or the paper once a pen has been seen; held still: the menu
 *   two fingers   always pan and zoom, and call off what the first had begun
 *   a pen         the tool, its far end the eraser; while it is down no finger counts, for it is the ball of the hand
 *   right button  the menu
 */
export class Hands {
  readonly #editor: Editor
  readonly #ring: Ring
  readonly #tools: ReturnType<typeof toolbox>
  readonly #pinch = new Pinch()
  #held: { pointer: number; by: Contact['by']; tool: Tool; start: Point; may: Editor['may'] } | null = null
  // After a pinch the last finger still on the glass is no tool.
  #pinched = false
  #stopRing: (() => void) | null = null
  #penAt = 0
  /** The menu has come up under the finger that is still down: its lifting means nothing that lies there. */
  stayed = false
  /** The space bar is down: the mouse moves the paper. */
  space = false

  constructor(editor: Editor, ring: Ring) {
    this.#editor = editor
    this.#ring = ring
    this.#tools = toolbox(editor, ring)
  }

  #press({ by, screen, shift, ctrl, alt, grip, pressure, path, at }: Contact): Press {
    const { camera } = this.#editor
    const even = by === 'pen' ? null : evenPressure
    const places = path.length > 0 ? path : [{ screen, pressure }]
    return {
      ...{ screen, shift, ctrl, alt, grip, at },
      world: toWorld(camera, screen),
      touch: by !== 'mouse',
      pressure: even ?? pressure,
      path: places.map((place) => ({ world: toWorld(camera, place.screen), pressure: even ?? place.pressure })),
    }
  }

  #isPenDown() {
    return this.#held?.by === 'pen'
  }

  callOff() {
    this.#still()
    this.#held?.tool.cancel()
    this.#held = null
  }

  #still() {
    this.#stopRing?.()
    this.#stopRing = null
  }

  #toolFor({ by, button }: Contact): Tool {
    const [editor, tools] = [this.#editor, this.#tools]
    if (button === 1 || this.space || (by === 'touch' && editor.penMode)) return tools('hand')
    return tools(by === 'pen' && button === rubber && editor.may === 'write' ? 'eraser' : editor.tool)
  }

  /** Whether it is taken: then the browser is to follow it, wherever it goes. */
  down(contact: Contact): boolean {
    const { by, pointer, button, screen } = contact
    this.stayed = false
    if (button > 1 && !(by === 'pen' && button === rubber)) return false
    if (by === 'touch' && !this.#touchDown(contact)) return false
    if (by === 'pen') this.#penDown(contact)
    if (this.#held) return false
    const tool = this.#toolFor(contact)
    this.#held = { pointer, by, tool, start: screen, may: this.#editor.may }
    tool.down(this.#press(contact))
    if (by !== 'mouse') this.#stopRing = this.#ring(longPressMs, () => this.#longPress(screen))
    return true
  }

  #touchDown({ pointer, screen, at }: Contact): boolean {
    if (this.#isPenDown()) return false
    if (at - this.#penAt > penQuietMs) this.#editor.penMode = false
    this.#pinch.down(pointer, screen)
    this.#pinched = this.#pinch.fingers > 1
    if (this.#pinched) this.callOff()
    return !this.#pinched
  }

  // The hand lies down a moment before the pen it holds.
  #penDown({ at }: Contact) {
    this.#penAt = at
    this.#editor.penMode = true
    if (this.#held?.by === 'touch') this.callOff()
  }

  #longPress(at: Point) {
    this.callOff()
    this.stayed = true
    this.menu(at)
  }

  /** The menu of what lies there; it is taken first, if it is not among what is selected. */
  menu(at: Point) {
    const editor = this.#editor
    this.callOff()
    const id = editor.scene.at(toWorld(editor.camera, at))?.id ?? null
    if (id !== null && !editor.selection.has(id) && editor.may === 'write') editor.select([id])
    editor.ask('menu', { at, id })
  }

  move(contact: Contact) {
    const editor = this.#editor
    const { pointer, by, screen } = contact
    editor.pointer = toWorld(editor.camera, screen)
    if (by === 'pen') this.#penAt = contact.at
    if (by === 'touch') {
      if (this.#isPenDown()) return
      const camera = this.#pinch.move(pointer, screen, editor.camera)
      if (camera) editor.camera = camera
      if (this.#pinched) return
    }
    if (!this.#held) {
      if (by !== 'touch') this.#tools(editor.tool).hover?.(this.#press(contact))
      return
    }
    if (this.#held.pointer !== pointer) return
    if (this.#held.may !== editor.may) return this.callOff()
    const press = this.#press(contact)
    if (distance(screen, this.#held.start) >= slackPx(press)) this.#still()
    this.#held.tool.move(press)
  }

  up(contact: Contact) {
    this.#pinch.up(contact.pointer)
    if (contact.by === 'touch') this.leave()
    if (this.#held?.pointer !== contact.pointer) return
    this.#still()
    const { tool } = this.#held
    this.#held = null
    tool.up(this.#press(contact))
  }

  /** The browser has taken it for something of its own. */
  cancel(pointer: number) {
    this.#pinch.up(pointer)
    if (this.#held?.pointer === pointer) this.callOff()
  }

  leave() {
    this.#editor.pointer = null
  }
}
