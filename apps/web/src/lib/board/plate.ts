import type { Plate } from './core/plate.ts'

/** Pixels to either side. */
const reach = 10_000

/** A still animation, set to where it is wanted: a new style would have the browser put its layers together anew for each frame. */
const shift = (element: HTMLElement, along: 'translateX' | 'translateY') => {
  const animation = element.animate([{ transform: `${along}(${-reach}px)` }, { transform: `${along}(${reach}px)` }], 2 * reach)
  animation.pause()
  return (by: number) => (animation.currentTime = reach + by)
}

interface Lying {
  /** Lays it in its place on the page; it may be there already. */
  lay(plate: HTMLElement): void
  show(): void
  hide(plate: HTMLElement): void
}

/** It is there before it is seen, for then it has long been on its way to the screen; the canvas above makes way for it. */
const beneath = (board: HTMLCanvasElement): Lying => {
  const see = (hidden: boolean) => {
    const visibility = hidden ? 'hidden' : ''
    if (board.style.visibility !== visibility) board.style.visibility = visibility
  }
  return {
    lay: (plate) => {
      if (!plate.isConnected) board.before(plate)
    },
    show: () => see(true),
    hide: () => see(false),
  }
}

const above = (board: HTMLCanvasElement): Lying => ({
  lay: (plate) => {
    if (!plate.isConnected) board.after(plate)
  },
  show: () => {},
  hide: (plate) => plate.remove(),
})

const lying = { beneath, above }

/**
 * A picture beside the canvas of the board. A canvas that can be drawn on is copied whole for every frame by a browser without a
 * graphics processor, even if nothing was drawn; that of an ImageBitmap is not. It is one, because each that is laid has the
 * browser lay all its layers anew.
 *
 * @param where what is above lets the canvas shine through
 * @returns null where the browser makes none
 */
export const openPlate = (board: HTMLCanvasElement, where: keyof typeof lying): Plate | null => {
  if (!('OffscreenCanvas' in globalThis)) return null
  const alpha = where === 'above'
  const [outer, inner, canvas] = [document.createElement('div'), document.createElement('div'), document.createElement('canvas')]
  const [press, renderer] = [new OffscreenCanvas(1, 1), canvas.getContext('bitmaprenderer', { alpha })]
  const ctx = press.getContext('2d', { alpha })
  if (!ctx || !renderer) return null
  const { lay, show, hide } = lying[where](board)
  outer.className = 'plate'
  outer.ariaHidden = 'true'
  inner.append(canvas)
  outer.append(inner)
  const [shiftX, shiftY] = [shift(outer, 'translateX'), shift(inner, 'translateY')]

  return {
    draw({ w, h }, paint) {
      for (const one of [press, canvas]) {
        if (one.width !== w) one.width = w
        if (one.height !== h) one.height = h
      }
      // What is painted with is the same for both kinds of canvas.
      paint(ctx as unknown as CanvasRenderingContext2D)
      renderer.transferFromImageBitmap(press.transferToImageBitmap())
    },
    move({ x, y }, density) {
      // Device pixels within: parts of a CSS pixel would be rounded, and the picture blurred.
      outer.style.scale = String(1 / density)
      shiftX(x)
      shiftY(y)
      lay(outer)
    },
    show,
    hide: () => hide(outer),
    close() {
      hide(outer)
      outer.remove()
    },
  }
}
