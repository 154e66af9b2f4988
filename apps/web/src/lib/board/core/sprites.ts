import { overlaps, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'
import { openWindow, paintItem, penOf, type Sheet } from './paint.ts'
import type { Scene } from './scene.ts'
import { canvasSurface } from './surface.ts'
import { wholePixels, type TileCanvas } from './tiles.ts'

/** A thing as it was painted once. */
export interface Sprite {
  readonly source: CanvasImageSource
  /** From the thing's bounds to the sprite's corner, in pixels: where the thing stood when it was painted it is exact. */
  readonly dx: number
  readonly dy: number
}

interface Kept extends Sprite {
  readonly of: Pick<Item, 'thing' | 'w' | 'h' | 'turn' | 'layout'>
  bounds: Rect
}

/** A larger thing is mostly paper, and is painted by itself. */
const spriteMax = 400

/** What is painted alone looks as among others: no marker, which mixes with what lies beneath, and nothing that changes by itself. */
export const isAlike = ({ thing }: Item) =>
  thing.kind === 'note' || thing.kind === 'text' || thing.kind === 'shape' || (thing.kind === 'ink' && thing.brush !== 'highlighter')

/**
 * What lies in hands, and what lies above it, is painted anew in every frame of a drag and looks the same in each: so its letters
 * and lines are drawn once, and their pixels copied from then on. Each has a canvas of its own: a part of a larger one is copied
 * five times as slowly where no graphics processor helps.
 */
export class Sprites {
  readonly #scene: Scene
  readonly #newCanvas: (w: number, h: number) => TileCanvas
  readonly #pixelsMax: number
  readonly #kept = new Map<Item, Kept>()
  #pixels = 0
  #scale = 0

  constructor(scene: Scene, newCanvas: (w: number, h: number) => TileCanvas, pixelsMax: number) {
    this.#scene = scene
    this.#newCanvas = newCanvas
    this.#pixelsMax = pixelsMax
  }

  /** The hand is empty, or everything looks another way. */
  forget() {
    this.#kept.clear()
    this.#pixels = 0
  }

  /** What lies in this part of the world may look another way. */
  soil(stale: Rect) {
    for (const [item, { bounds }] of this.#kept) if (overlaps(bounds, stale)) this.#kept.delete(item)
  }

  /** Null where a thing is better painted by itself. */
  of(item: Item, scale: number, sheet: Sheet): Sprite | null {
    if (scale !== this.#scale) this.forget()
    this.#scale = scale
    if (!isAlike(item) || sheet.editing === item.id) return null
    const known = this.#kept.get(item)
    if (known && isSame(known.of, item)) {
      known.bounds = item.bounds
      return known
    }
    const fresh = this.#paint(item, scale, sheet)
    if (fresh) this.#kept.set(item, fresh)
    return fresh
  }

  #paint(item: Item, scale: number, sheet: Sheet): Kept | null {
    const { x, y, w, h } = wholePixels(item.bounds, scale)
    if (w > spriteMax || h > spriteMax) return null
    // What is not kept any more still counts until the hand is empty: beyond the bound, things are painted as they come.
    this.#pixels += w * h
    if (this.#pixels > this.#pixelsMax) return null
    const { ctx, source } = this.#newCanvas(w, h)
    openWindow(ctx, { x, y, scale })
    paintItem(item, penOf(this.#scene, canvasSurface(ctx, sheet.look), scale / sheet.density, sheet))
    const { thing, turn, layout, bounds } = item
    return { source, bounds, dx: x - bounds.x * scale, dy: y - bounds.y * scale, of: { thing, w: item.w, h: item.h, turn, layout } }
  }
}

const isSame = (one: Kept['of'], item: Item) =>
  one.thing === item.thing && one.w === item.w && one.h === item.h && one.turn === item.turn && one.layout === item.layout
