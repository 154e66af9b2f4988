import type { Point } from './core/geometry.ts'
import type { Led } from './core/led.ts'
import type { Layer, Tile } from './core/tiles.ts'

interface Print {
  readonly canvas: HTMLCanvasElement
  readonly renderer: ImageBitmapRenderingContext
  /** How often the tile had been painted when it was printed. */
  times: number
}

/** Pixels to either side. */
const reach = 100_000

/** So many a frame are printed while nobody leads. */
const aheadMost = 2

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
  let origin: Point | null = null

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
  const reconcile = (tiles: readonly Tile[], { x, y }: Point): Print[] => {
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

  /** Prints what is not there or has been painted since, `most` at most. Returns whether more is left. */
  const make = (layer: Layer, tiles: readonly Tile[], free: Print[], { x, y }: Point, most: number): boolean => {
    origin ??= { x, y }
    for (const tile of tiles) {
      let made = prints.get(tile) ?? null
      if (made?.times === tile.times) continue
      if (most-- <= 0) return true
      if (!made) {
        made = free.pop() ?? newPrint()
        if (!made) return false
        const square = layer.squareOf(tile)
        made.canvas.style.cssText = `left:${square.x - origin.x}px;top:${square.y - origin.y}px`
        prints.set(tile, made)
      }
      print(tile, made, layer.side)
      made.times = tile.times
    }
    return false
  }

  const done = (free: readonly Print[]) => {
    for (const { canvas } of free) canvas.remove()
  }

  return {
    lay(layer, tiles, around, at, density) {
      if (tiles.every((tile) => prints.has(tile))) make(layer, tiles, [], at, Infinity)
      else {
        const wider = around()
        const free = reconcile(wider, at)
        make(layer, wider, free, at, Infinity)
        done(free)
      }
      // Device pixels within: parts of a CSS pixel would be rounded, and the picture blurred.
      paper.style.scale = String(1 / density)
      shifts[0]((origin?.x ?? at.x) - at.x)
      shifts[1]((origin?.y ?? at.y) - at.y)
      if (!paper.hidden) return
      paper.hidden = false
      below.style.visibility = 'hidden'
    },
    prepare(layer, tiles, at) {
      const free = reconcile(tiles, at)
      const isMore = make(layer, tiles, free, at, aheadMost)
      done(free)
      return isMore
    },
    lift,
    close() {
      lift()
      paper.remove()
    },
  }
}
