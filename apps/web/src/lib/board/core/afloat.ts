import { overlaps, type Rect } from './geometry.ts'
import { clipped, type Glass } from './glass.ts'
import type { Item } from './kind.ts'
import { inWorld, openWindow, paintItem, paintPaper, penOf, type Sheet, type Window } from './paint.ts'
import type { Scene } from './scene.ts'
import type { Sprite, Sprites } from './sprites.ts'
import { Stale } from './stale.ts'
import { canvasSurface } from './surface.ts'
import { wholePixels } from './tiles.ts'

/** So many things around those in hand are painted in their right order; among more, what is in hand lies on top. */
const amongMax = 400

interface Laid {
  readonly item: Item
  /** Null where it is painted by itself. */
  readonly sprite: Sprite | null
}

/** From the lowest to the uppermost. */
interface Plan {
  readonly free: readonly Laid[]
  /** Parts in which everything is laid anew, in its order. */
  readonly covered: readonly { readonly cut: Rect; readonly laid: readonly Laid[] }[]
}

const nothing: Plan = { free: [], covered: [] }

const isLine = ({ thing }: Item) => thing.kind === 'connector'

/** What is in hands: it lies on no tile, and is painted above them wherever it is at this moment. */
export class Afloat {
  readonly #scene: Scene
  readonly #sprites: Sprites | null
  /** Where each was painted last. A thing that has been settled anew has new bounds. */
  #painted = new Map<Item, Rect>()
  /** What is seen otherwise, and is not painted. */
  carried: ReadonlySet<Item> = new Set()

  constructor(scene: Scene, sprites: Sprites | null = null) {
    this.#scene = scene
    this.#sprites = sprites
  }

  /**
   * What has moved since the last painting leaves one place and is wanted at another. What hands have let go of is painted until
   * its place `isShown`, in pixels: its tiles may follow later, and it would vanish meanwhile.
   */
  soil(glass: Glass, scale: number, isShown: (part: Rect) => boolean) {
    const before = this.#painted
    this.#painted = new Map()
    const lands = (item: Item) => this.#scene.get(item.id) === item && !isShown(wholePixels(item.bounds, scale))
    for (const item of [...this.#scene.afloat, ...[...before.keys()].filter(this.#isLetGo).filter(lands)]) {
      if (this.carried.has(item)) continue
      this.#painted.set(item, item.bounds)
      const was = before.get(item)
      if (was === item.bounds) continue
      if (was) glass.soil(wholePixels(was, scale))
      glass.soil(wholePixels(item.bounds, scale))
    }
    for (const [item, was] of before) if (!this.#painted.has(item)) glass.soil(wholePixels(was, scale))
    if (before.size > 0 && this.#painted.size === 0) this.#sprites?.forget()
  }

  #isLetGo = (item: Item) => !this.#scene.afloat.has(item)

  /**
   * What is to be laid on a part of the window. Sprites that are still missing are drawn here.
   */
  plan(window: Window, part: Rect, sheet: Sheet): Plan {
    const { scale } = window
    const painted = (item: Item) => !this.carried.has(item)
    const world = inWorld(part, scale)
    const landing = [...this.#painted.keys()].filter((item) => this.#isLetGo(item) && overlaps(item.bounds, world))
    const seen = [...landing, ...this.#scene.afloatWithin(world).filter(painted)]
    if (seen.length === 0) return nothing
    const held = seen.filter((item) => !isLine(item))
    const covered = this.#covered(held, part, scale)
    const sprited = (items: readonly Item[]): Laid[] =>
      items.map((item) => ({ item, sprite: this.#sprites?.of(item, scale, sheet) ?? null }))
    return {
      free: sprited([...seen.filter(isLine), ...held.filter((one) => !covered.items.has(one))]),
      covered: covered.parts.map((cut) => ({ cut, laid: sprited(this.#scene.touching(inWorld(cut, scale)).filter(painted)) })),
    }
  }

  paint(ctx: CanvasRenderingContext2D, window: Window, { free, covered }: Plan, sheet: Sheet) {
    this.#lay(free, ctx, window, sheet)
    for (const { cut, laid } of covered) {
      clipped(ctx, window, cut, () => {
        paintPaper(ctx, window, cut, sheet)
        this.#lay(laid, ctx, window, sheet)
      })
    }
  }

  /** One above the other. */
  #lay(laid: readonly Laid[], ctx: CanvasRenderingContext2D, window: Window, sheet: Sheet) {
    const { scale } = window
    const pen = penOf(this.#scene, canvasSurface(ctx, sheet.look), scale / sheet.density, sheet)
    let copying: boolean | null = null
    for (const { item, sprite } of laid) {
      if (copying !== (sprite !== null)) {
        copying = sprite !== null
        if (copying) ctx.setTransform(1, 0, 0, 1, 0, 0)
        else openWindow(ctx, window)
      }
      if (!sprite) {
        paintItem(item, pen)
        continue
      }
      const { source, dx, dy } = sprite
      const [left, top] = [Math.round(item.bounds.x * scale + dx) - window.x, Math.round(item.bounds.y * scale + dy) - window.y]
      ctx.drawImage(source, left, top)
    }
  }

  /** Where something that is in no hand lies above: there all is painted as it lies, so that nothing jumps to the top. */
  #covered(held: readonly Item[], part: Rect, scale: number) {
    const items = new Set(held.filter((item) => this.#scene.isCovered(item)))
    const stale = new Stale()
    for (const { bounds } of items) stale.add(wholePixels(bounds, scale))
    const parts = stale.within(part)
    const among = parts.reduce((sum, cut) => sum + this.#scene.count(inWorld(cut, scale)), 0)
    return among > amongMax ? { items: new Set<Item>(), parts: [] } : { items, parts }
  }
}
