import { overlaps, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'
import { openWindow, paintItem, penOf, type Sheet } from './paint.ts'
import type { Scene } from './scene.ts'
import { canvasSurface } from './surface.ts'
import { clipped } from './glass.ts'
import { wholePixels, type TileCanvas } from './tiles.ts'

/** A thing as it was painted once, on a sheet of many. */
export interface Sprite {
  readonly source: CanvasImageSource
  /** Where on the sheet, in pixels. */
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** From the thing's bounds to the sprite's corner, in pixels: where the thing stood when it was painted it is exact. */
  readonly dx: number
  readonly dy: number
}

interface Kept extends Sprite {
  readonly of: Pick<Item, 'thing' | 'w' | 'h' | 'turn' | 'layout'>
  bounds: Rect
}

/** Side of a sheet in device pixels: some ten notes. One more of them costs the browser a copy of its sheet. */
export const sheetSide = 512
/** A larger thing is mostly paper, and is painted by itself. */
const spriteMax = 400

/** What is painted alone looks as among others: no marker, which mixes with what lies beneath, and nothing that changes by itself. */
const isAlike = ({ thing }: Item) =>
  thing.kind === 'note' || thing.kind === 'text' || thing.kind === 'shape' || (thing.kind === 'ink' && thing.brush !== 'highlighter')

/**
 * What lies in hands, and what lies above it, is painted anew in every frame of a drag and looks the same in each: so its letters
 * and lines are drawn once, and their pixels copied from then on.
 */
export class Sprites {
  readonly #scene: Scene
  readonly #newSheet: (side: number) => TileCanvas
  readonly #sheetsMax: number
  readonly #kept = new Map<Item, Kept>()
  #sheets: TileCanvas[] = []
  #scale = 0
  // The shelf on which the next one is put.
  #at = { sheet: 0, x: 0, y: 0, h: 0 }

  constructor(scene: Scene, newSheet: (side: number) => TileCanvas, sheetsMax: number) {
    this.#scene = scene
    this.#newSheet = newSheet
    this.#sheetsMax = sheetsMax
  }

  /** The hand is empty, or everything looks another way. */
  forget() {
    this.#begin()
    this.#sheets = []
  }

  #begin() {
    this.#kept.clear()
    this.#at = { sheet: 0, x: 0, y: 0, h: 0 }
  }

  /** What lies in this part of the world may look another way. */
  soil(stale: Rect) {
    for (const [item, { bounds }] of this.#kept) if (overlaps(bounds, stale)) this.#kept.delete(item)
  }

  /** Null where a thing is better painted by itself. */
  of(item: Item, scale: number, sheet: Sheet): Sprite | null {
    if (scale !== this.#scale) this.#begin()
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
    const place = this.#room(w, h)
    if (!place) return null
    const { ctx, source } = place.canvas
    const window = { x: x - place.x, y: y - place.y, scale }
    clipped(ctx, window, { x, y, w, h }, () => {
      ctx.clearRect(x, y, w, h)
      openWindow(ctx, window)
      paintItem(item, penOf(this.#scene, canvasSurface(ctx, sheet.look), scale / sheet.density, sheet))
    })
    const { thing, turn, layout, bounds } = item
    return {
      ...{ source, x: place.x, y: place.y, w, h, bounds },
      dx: x - bounds.x * scale,
      dy: y - bounds.y * scale,
      of: { thing, w: item.w, h: item.h, turn, layout },
    }
  }

  // What is not kept any more leaves its room empty until the hand is: where there is none left, things are painted as they come.
  #room(w: number, h: number): { canvas: TileCanvas; x: number; y: number } | null {
    const at = this.#at
    if (at.x + w > sheetSide) Object.assign(at, { x: 0, y: at.y + at.h, h: 0 })
    if (at.y + h > sheetSide) Object.assign(at, { sheet: at.sheet + 1, x: 0, y: 0, h: 0 })
    if (at.sheet >= this.#sheetsMax) return null
    const canvas = (this.#sheets[at.sheet] ??= this.#newSheet(sheetSide))
    const place = { canvas, x: at.x, y: at.y }
    at.x += w
    at.h = Math.max(at.h, h)
    return place
  }
}

const isSame = (one: Kept['of'], item: Item) =>
  one.thing === item.thing && one.w === item.w && one.h === item.h && one.turn === item.turn && one.layout === item.layout
