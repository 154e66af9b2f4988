import { seen, type Camera, type Size } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import type { Gathered, Reaction, View } from './core/gather.ts'

const callMs = 45_000
const reactMs = 2_500

/** Another's view, as large as it fits on this screen. */
export const cameraFor = ([x, y, w, h]: View, screen: Size): Camera => {
  const zoom = Math.min(4, Math.max(0.1, Math.min(screen.w / w, screen.h / h)))
  return { x: x + w / 2 - screen.w / 2 / zoom, y: y + h / 2 - screen.h / 2 / zoom, zoom }
}

/** How one moves among the others: whom one follows, what one calls and shows. */
export class Company {
  readonly #editor: Editor
  readonly #me: string
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #n = 0
  #following = $state<string | null>(null)
  call = $state.raw<Gathered['call']>(undefined)
  react = $state.raw<Gathered['react']>(undefined)

  constructor(editor: Editor, me: string) {
    this.#editor = editor
    this.#me = me
  }

  close() {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  get following() {
    return this.#following
  }

  follow(id: string | null) {
    if (id === this.#following) return
    this.#following = id
    this.#editor.changed()
  }

  get #view(): View {
    const { x, y, w, h } = seen(this.#editor.camera, this.#editor.screen)
    return [Math.round(x), Math.round(y), Math.round(w), Math.round(h)]
  }

  /** Asks everybody to look where one looks oneself. */
  gather() {
    const call = { view: this.#view, n: ++this.#n }
    this.call = call
    this.#later(callMs, () => {
      if (this.call === call) this.call = undefined
    })
  }

  show(name: Reaction) {
    const react = { name, n: ++this.#n }
    this.react = react
    this.#later(reactMs, () => {
      if (this.react === react) this.react = undefined
    })
  }

  #later(ms: number, then: () => void) {
    this.#editor.changed()
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      then()
      this.#editor.changed()
    }, ms)
    this.#timers.add(timer)
  }

  /** What the others are told of it. */
  told(): Gathered {
    const isFollowed = this.#editor.peers.some(({ follow }) => follow === this.#me)
    return {
      ...(this.#following !== null && { follow: this.#following }),
      ...(isFollowed && { view: this.#view }),
      ...(this.call && { call: this.call }),
      ...(this.react && { react: this.react }),
    }
  }
}
