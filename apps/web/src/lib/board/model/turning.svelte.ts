import { style } from '@sheber/document/board'
import { firstView, type ThingOf, type Unit, type View } from '@sheber/document/thing'
import { isSealed } from '../core/held.ts'
import type { Item } from '../core/kind.ts'
import type { Stage } from '../stage.svelte.ts'
import { bytesOf } from './bytes.ts'
import { ModelTrouble, type TroubleName } from './mesh.ts'
import { Model } from './model.ts'
import { stillOf } from './still.ts'

/** So long after the last movement the picture is painted as finely as it can be. */
const restMs = 140
/** Sharper than this costs a phone more than anybody sees. */
const densityMax = 1.5

/** One model under somebody's hand: fetched, turned, and left as it was last seen. */
export class Turning {
  readonly #stage: Stage
  readonly #id: string
  readonly #leave = new AbortController()
  readonly #before: View
  #model: Model | null = null
  #canvas: HTMLCanvasElement | null = null
  #resting: ReturnType<typeof setTimeout> | undefined
  #box = { w: 0, h: 0 }

  state = $state<'coming' | 'preparing' | 'ready' | TroubleName>('coming')
  /** Which part of it has come, in percent. */
  come = $state(0)
  view = $state.raw<View>(firstView)
  net = $state(false)
  box = $state(true)

  constructor(stage: Stage, id: string) {
    this.#stage = stage
    this.#id = id
    this.#before = this.thing?.view ?? firstView
    this.view = this.#before
  }

  get item(): Item | null {
    return this.#stage.editor.scene.get(this.#id) ?? null
  }

  get thing(): ThingOf<'model'> | null {
    const thing = this.item?.thing
    return thing?.kind === 'model' ? thing : null
  }

  /** Whether what one leaves here stays for others too. */
  get writes(): boolean {
    const { item } = this
    return this.#stage.editor.may === 'write' && item !== null && !isSealed(item)
  }

  async open() {
    try {
      const file = this.thing?.file ?? ''
      const bytes = await bytesOf(file, (part) => (this.come = Math.floor(part * 100)), this.#leave.signal)
      this.state = 'preparing'
      const model = await Model.open(bytes)
      if (this.#leave.signal.aborted) return model.close()
      this.#model = model
      this.state = 'ready'
      this.paint(false)
    } catch (why) {
      if (!this.#leave.signal.aborted) this.state = why instanceof ModelTrouble ? why.why : 'broken'
    }
  }

  /** Takes the canvas, and keeps it as large as the window it has. */
  mount(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      this.#box = { w: entry.contentRect.width, h: entry.contentRect.height }
      this.paint(false)
    })
    observer.observe(canvas)
    return () => observer.disconnect()
  }

  turn(view: View, moving: boolean) {
    this.view = view
    this.paint(moving)
  }

  /** In one frame what a weak laptop can; all of it once the hand rests. */
  paint(moving: boolean) {
    clearTimeout(this.#resting)
    if (moving) this.#resting = setTimeout(() => this.paint(false), restMs)
    const { w, h } = this.#box
    if (!this.#model || w < 1 || h < 1) return
    const density = moving ? 1 : Math.min(devicePixelRatio || 1, densityMax)
    const { view, net, box } = this
    void this.#model.paint({ view, w: w * density, h: h * density, fine: !moving, net, box }).then((picture) => {
      const canvas = this.#canvas
      if (!picture || !canvas) return
      canvas.width = picture.width
      canvas.height = picture.height
      canvas.getContext('2d')?.putImageData(picture, 0, 0)
    })
  }

  measure(unit: Unit) {
    const { editor } = this.#stage
    if (this.writes) editor.step(() => style(editor.board, [this.#id], { unit }))
  }

  /** What one has turned stays turned, for everybody; who only looked leaves nothing behind. */
  async close() {
    clearTimeout(this.#resting)
    this.#leave.abort()
    this.#canvas = null
    const model = this.#model
    const { view, writes } = this
    const moved = view.some((n, i) => n !== this.#before[i])
    if (model && moved && writes) {
      const still = await stillOf(model, view)
      if (still) this.#stage.editor.ask('turned', { id: this.#id, view, still })
    }
    model?.close()
  }
}
