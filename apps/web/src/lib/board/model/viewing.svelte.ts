import { firstView, type View } from '@sheber/document/thing'
import { bytesOf } from './bytes.ts'
import { ModelTrouble, type TroubleName } from './mesh.ts'
import { Model } from './model.ts'

/** So long after the last movement the picture is painted as finely as it can be. */
const restMs = 140
/** Sharper than this costs a phone more than anybody sees. */
const densityMax = 1.5

/** One model under somebody's hand: fetched, looked at from all sides, and left. */
export class Viewing {
  readonly #leave = new AbortController()
  readonly #file: string
  #canvas: HTMLCanvasElement | null = null
  #resting: ReturnType<typeof setTimeout> | undefined
  #box = { w: 0, h: 0 }
  protected model: Model | null = null

  state = $state<'coming' | 'preparing' | 'ready' | TroubleName>('coming')
  /** Which part of it has come, in percent. */
  come = $state(0)
  view = $state.raw<View>(firstView)
  net = $state(false)
  box = $state(false)

  constructor(file: string) {
    this.#file = file
  }

  get triangles() {
    return this.model?.triangles ?? 0
  }

  async open() {
    try {
      const bytes = await bytesOf(this.#file, (part) => (this.come = Math.floor(part * 100)), this.#leave.signal)
      this.state = 'preparing'
      const model = await Model.open(bytes)
      if (this.#leave.signal.aborted) return model.close()
      this.model = model
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
    if (!this.model || w < 1 || h < 1) return
    const density = moving ? 1 : Math.min(devicePixelRatio || 1, densityMax)
    const { view, net, box } = this
    void this.model.paint({ view, w: w * density, h: h * density, fine: !moving, net, box }).then((picture) => {
      const canvas = this.#canvas
      if (!picture || !canvas) return
      canvas.width = picture.width
      canvas.height = picture.height
      canvas.getContext('2d')?.putImageData(picture, 0, 0)
    })
  }

  async close() {
    clearTimeout(this.#resting)
    this.#leave.abort()
    this.#canvas = null
    this.model?.close()
  }
}
