import type { Led } from './core/led.ts'
import type { Tile } from './core/tiles.ts'

interface Print {
  readonly canvas: HTMLCanvasElement
  readonly renderer: ImageBitmapRenderingContext
  /** How often the tile had been painted when it was printed. */
  times: number
}

/** Pixels to either side. */
const reach = 100_000

/** A still animation, set to where it is wanted: a new style would have the browser put its layers together anew for each frame. */
const shift = (element: HTMLElement, along: 'translateX' | 'translateY') => {
  const animation = element.animate([{ transform: `${along}(${-reach}px)` }, { transform: `${along}(${reach}px)` }], 2 * reach)
  animation.pause()
  return (by: number) => (animation.currentTime = reach + by)
}

/**
 * Prints of the tiles upon the page while a hand leads the paper: they are moved as one, and nothing is copied. A canvas that can
 * be drawn on would be copied whole for every frame by a browser without a graphics processor, if nothing were drawn; a print is not.
 *
 * @param below the canvas of the board, which they stand for meanwhile
 * @returns null where the browser makes no prints
 */
export const openLead = (below: HTMLCanvasElement): Led | null => {
  if (!('OffscreenCanvas' in globalThis && 'ImageBitmapRenderingContext' in globalThis)) return null
  const [paper, inner] = [document.createElement('div'), document.createElement('div')]
  paper.className = 'lead'
  paper.hidden = true
  paper.append(inner)
  below.after(paper)
  const shifts = [shift(paper, 'translateX'), shift(inner, 'translateY')] as const
  let press: OffscreenCanvas | null = null
  const prints = new Map<Tile, Print>()
  /** A pixel of the layer near which they lie: numbers far from zero are inexact as lengths. */
  let origin: { readonly x: number; readonly y: number } | null = null

  const print = (tile: Tile, { canvas, renderer }: Print, side: number) => {
    if (press?.width !== side) press = new OffscreenCanvas(side, side)
    if (canvas.width !== side) canvas.width = canvas.height = side
    press.getContext('2d', { alpha: false })?.drawImage(tile.canvas.source, 0, 0)
    renderer.transferFromImageBitmap(press.transferToImageBitmap())
  }

  const newPrint = (): Print | null => {
    const canvas = document.createElement('canvas')
    const renderer = canvas.getContext('bitmaprenderer', { alpha: false })
    if (!renderer) return null
    inner.append(canvas)
    return { canvas, renderer, times: 0 }
  }

  /** What is no longer seen is printed on anew rather than made anew. */
  const reconcile = (tiles: readonly Tile[], x: number, y: number): Print[] => {
    const far = origin !== null && Math.max(Math.abs(origin.x - x), Math.abs(origin.y - y)) > reach / 2
    const seen = new Set(far ? [] : tiles)
    const free: Print[] = []
    for (const [tile, print] of prints) {
      if (seen.has(tile)) continue
      prints.delete(tile)
      free.push(print)
    }
    if (prints.size === 0) origin = null
    return free
  }

  const lift = () => {
    if (paper.hidden) return
    paper.hidden = true
    below.style.visibility = ''
  }

  return {
    lay(layer, tiles, { x, y }, density) {
      const free = reconcile(tiles, x, y)
      origin ??= { x, y }
      for (const tile of tiles) {
        let made = prints.get(tile) ?? null
        if (!made) {
          made = free.pop() ?? newPrint()
          if (!made) continue
          const square = layer.squareOf(tile)
          made.canvas.style.cssText = `left:${square.x - origin.x}px;top:${square.y - origin.y}px`
          made.times = 0
          prints.set(tile, made)
        }
        if (made.times !== tile.times) print(tile, made, layer.side)
        made.times = tile.times
      }
      for (const { canvas } of free) canvas.remove()
      // Device pixels within: parts of a CSS pixel would be rounded, and the picture blurred.
      paper.style.scale = String(1 / density)
      shifts[0](origin.x - x)
      shifts[1](origin.y - y)
      if (!paper.hidden) return
      paper.hidden = false
      below.style.visibility = 'hidden'
    },
    lift,
    close() {
      lift()
      paper.remove()
    },
  }
}
