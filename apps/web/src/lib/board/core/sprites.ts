import { lies, type Rect } from './geometry.ts'
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
  readonly canvas: SpriteCanvas
  readonly of: Pick<Item, 'thing' | 'w' | 'h' | 'turn' | 'layout'>
  bounds: Rect
}

/** A larger thing is mostly paper, and is painted by itself. */
const spriteMax = 400

/** Sides are rounded up to so many pixels, so that a canvas serves again for things of nearly one size. */
const step = 16
const roundedUp = (side: number) => Math.ceil(side / step) * step
/** So many canvases lie ready: to make one costs more than to paint it. */
const spareMax = 64

/** So many are made in one frame: when thirty hands take things up at once, the rest are painted by themselves until the next. */
const madeMost = 4

interface SpriteCanvas extends TileCanvas {
  readonly w: number
  readonly h: number
}

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
  #spare: SpriteCanvas[] = []
  #pixels = 0
  #scale = 0
  /** How many may be made yet in this frame. */
  #left = madeMost

  constructor(scene: Scene, newCanvas: (w: number, h: number) => TileCanvas, pixelsMax: number) {
    this.#scene = scene
    this.#newCanvas = newCanvas
    this.#pixelsMax = pixelsMax
  }

  /** A frame begins. `rests`: none is made, for it would be used a few times before its thing looks another way. */
  begin(rests: boolean) {
    this.#left = rests ? 0 : madeMost
  }

  /** The hand is empty, or everything looks another way. */
  forget() {
    this.#kept.clear()
    this.#spare = []
    this.#pixels = 0
  }

  /** What lies in this part of the world may look another way; not what only reaches into it, for it is painted alone. */
  soil(stale: Rect) {
    for (const [item, { bounds, canvas }] of this.#kept) if (lies(bounds, stale)) this.#drop(item, canvas)
  }

  #drop(item: Item, canvas: SpriteCanvas) {
    this.#kept.delete(item)
    if (this.#spare.length < spareMax) this.#spare.push(canvas)
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
    if (known) this.#drop(item, known.canvas)
    if (this.#left === 0) return null
    this.#left--
    const fresh = this.#paint(item, scale, sheet)
    if (fresh) this.#kept.set(item, fresh)
    return fresh
  }

  #paint(item: Item, scale: number, sheet: Sheet): Kept | null {
    const { x, y, w, h } = wholePixels(item.bounds, scale)
    if (w > spriteMax || h > spriteMax) return null
    const canvas = this.#clear(roundedUp(w), roundedUp(h))
    if (!canvas) return null
    const { ctx, source } = canvas
    openWindow(ctx, { x, y, scale })
    paintItem(item, penOf(this.#scene, canvasSurface(ctx, sheet.look), scale / sheet.density, sheet))
    const { thing, turn, layout, bounds } = item
    return { source, canvas, bounds, dx: x - bounds.x * scale, dy: y - bounds.y * scale, of: { thing, w: item.w, h: item.h, turn, layout } }
  }

  /** What is not kept any more still counts until the hand is empty: beyond the bound, things are painted as they come. */
  #clear(w: number, h: number): SpriteCanvas | null {
    const at = this.#spare.findLastIndex((one) => one.w === w && one.h === h)
    const [known] = at < 0 ? [] : this.#spare.splice(at, 1)
    if (known) {
      known.ctx.setTransform(1, 0, 0, 1, 0, 0)
      known.ctx.clearRect(0, 0, w, h)
      return known
    }
    this.#pixels += w * h
    return this.#pixels > this.#pixelsMax ? null : { ...this.#newCanvas(w, h), w, h }
  }
}

const isSame = (one: Kept['of'], item: Item) =>
  one.thing === item.thing && one.w === item.w && one.h === item.h && one.turn === item.turn && one.layout === item.layout
