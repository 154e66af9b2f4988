import { createSubscriber } from 'svelte/reactivity'
import { narrowPx } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import { boundsOfTurned, type Rect } from './core/geometry.ts'

/** A thing as the frame around it needs to know it. */
export interface Framed extends Rect {
  readonly id: string
  readonly turn: number
}

/** The editor as Svelte sees it: what it holds is read anew once a frame, and kept nowhere twice. */
export class Sight {
  readonly #editor: Editor
  readonly #heed: () => void

  constructor(editor: Editor) {
    this.#editor = editor
    this.#heed = createSubscriber((update) => {
      let due = 0
      const stop = editor.watch(() => {
        due ||= requestAnimationFrame(() => {
          due = 0
          update()
        })
      })
      return () => {
        stop()
        cancelAnimationFrame(due)
      }
    })
  }

  /** Whatever is read of it within a `$derived` is read again when it changes. */
  get editor(): Editor {
    this.#heed()
    return this.#editor
  }

  get narrow() {
    return this.editor.screen.w < narrowPx
  }

  get items() {
    return this.editor.selectedItems()
  }

  get only() {
    const { items } = this
    return items.length === 1 ? items[0] : undefined
  }

  /** On the screen: one thing as it is turned, several by the box around them. */
  get frame(): Framed | null {
    const { editor, only } = this
    if (only) return { id: only.id, turn: only.turn, ...this.seen(only) }
    const box = editor.frame()
    return box && { id: '', turn: 0, ...this.seen(box) }
  }

  /** What the frame takes up on the screen, turned as it is. */
  get taken(): Rect | null {
    const { frame } = this
    return frame && boundsOfTurned(frame, frame.turn)
  }

  /** From world units to pixels of the paper. */
  seen({ x, y, w, h }: Rect): Rect {
    const { camera } = this.#editor
    return { x: (x - camera.x) * camera.zoom, y: (y - camera.y) * camera.zoom, w: w * camera.zoom, h: h * camera.zoom }
  }
}
