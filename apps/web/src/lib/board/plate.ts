import type { Plate } from './core/carrier.ts'

/** Pixels to either side. */
const reach = 10_000

/** A still animation, set to where it is wanted: a new style would have the browser put its layers together anew for each frame. */
const shift = (element: HTMLElement, along: 'translateX' | 'translateY') => {
  const animation = element.animate([{ transform: `${along}(${-reach}px)` }, { transform: `${along}(${reach}px)` }], 2 * reach)
  animation.pause()
  return (by: number) => (animation.currentTime = reach + by)
}

/**
 * A picture upon the page. A canvas that can be drawn on is copied whole for every frame by a browser without a graphics processor, even
 * if nothing was drawn; that of an ImageBitmap is not. It is one, because each that is laid has the browser lay all its layers anew.
 *
 * @param below the canvas of the board, which it stands for meanwhile
 * @returns null where the browser makes none
 */
export const openPlate = (below: HTMLCanvasElement): Plate | null => {
  if (!('OffscreenCanvas' in globalThis)) return null
  const [outer, inner, canvas] = [document.createElement('div'), document.createElement('div'), document.createElement('canvas')]
  const [press, renderer] = [new OffscreenCanvas(1, 1), canvas.getContext('bitmaprenderer', { alpha: false })]
  const ctx = press.getContext('2d', { alpha: false })
  if (!ctx || !renderer) return null
  outer.className = 'plate'
  inner.append(canvas)
  outer.append(inner)
  const [shiftX, shiftY] = [shift(outer, 'translateX'), shift(inner, 'translateY')]

  const hide = () => {
    if (!outer.isConnected) return
    outer.remove()
    below.style.visibility = ''
  }

  return {
    draw({ x, y, w, h }, tiles) {
      for (const one of [press, canvas]) {
        if (one.width !== w) one.width = w
        if (one.height !== h) one.height = h
      }
      for (const { tile, square } of tiles) ctx.drawImage(tile.canvas.source, square.x - x, square.y - y)
      renderer.transferFromImageBitmap(press.transferToImageBitmap())
    },
    move({ x, y }, density) {
      // Device pixels within: parts of a CSS pixel would be rounded, and the picture blurred.
      outer.style.scale = String(1 / density)
      shiftX(x)
      shiftY(y)
      if (outer.isConnected) return
      below.after(outer)
      below.style.visibility = 'hidden'
    },
    hide,
    close: hide,
  }
}
