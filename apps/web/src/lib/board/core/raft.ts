import { hasEnds, type Thing } from '@sheber/document/thing'
import { areaOf, common, grown, joined, type Point, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'
import type { Layout } from './lines.ts'
import { openWindow, paintItem, penOf, type Sheet, type Window } from './paint.ts'
import type { Plate } from './plate.ts'
import type { Scene } from './scene.ts'
import { isAlike } from './sprites.ts'
import { canvasSurface } from './surface.ts'
import { wholePixels } from './tiles.ts'

/** Fewer are quickly painted one by one, each in its place among the others. */
const thingsMin = 16
/** Beyond the view, in pixels: what lies further is drawn when a hand brings it near. */
const beyond = 320
/** What was held otherwise than together is not tried again at once. */
const againMs = 500

interface Carried {
  readonly of: Thing
  readonly layout: Layout | null
  readonly at: Rect
  readonly turn: number
}

interface Drawn {
  readonly scale: number
  /** In pixels of the world, when it was drawn. */
  readonly part: Rect
  /** All that is carried, as far as it reaches; in the same pixels. */
  readonly all: Rect
  readonly look: Sheet['look']
  readonly carried: ReadonlyMap<Item, Carried>
  readonly lines: ReadonlySet<Item>
  readonly first: Item
}

const none: ReadonlySet<Item> = new Set()

const placeOf = ({ x, y, w, h }: Item): Rect => ({ x, y, w, h })
const isNear = (one: number, other: number) => Math.abs(one - other) < 0.01

/**
 * Many things that one hand carries together are one picture above the canvas: to move it costs no painting. They lie above all
 * else meanwhile, and return to their places among it when they are laid down. Connectors between them go along.
 */
export class Raft {
  readonly #scene: Scene
  readonly #plate: Plate
  readonly #bytesMax: number
  #drawn: Drawn | null = null
  #carries: ReadonlySet<Item> = none
  #brokenAt = -againMs

  constructor(scene: Scene, plate: Plate, bytesMax: number) {
    this.#scene = scene
    this.#plate = plate
    this.#bytesMax = bytesMax
  }

  /** Told once a frame; returns what need not be painted, for it is seen on the picture. */
  heed(window: Window, view: Rect, sheet: Sheet, now: number): ReadonlySet<Item> {
    if (this.#scene.afloat.size < thingsMin) return this.forget()
    const shift = this.#moved(window, view, sheet, now)
    if (!this.#drawn || !shift) return none
    const { part } = this.#drawn
    this.#plate.move({ x: part.x + shift.x - view.x, y: part.y + shift.y - view.y }, sheet.density)
    this.#plate.show()
    return this.#carries
  }

  /** How far it is from where it was drawn, which may be in this very frame; null where there is none. */
  #moved(window: Window, view: Rect, sheet: Sheet, now: number): Point | null {
    if (this.#drawn) {
      const shift = this.#shift(this.#drawn, window.scale, sheet)
      if (shift && this.#reaches(this.#drawn, view, shift)) return shift
      if (!shift) this.#brokenAt = now
      this.forget()
    }
    return now - this.#brokenAt >= againMs && this.#draw(window, view, sheet) ? { x: 0, y: 0 } : null
  }

  /** Whole pixels that all of it has moved since it was drawn; null where it has not moved together, or looks another way. */
  #shift({ scale: drawnAt, look: drawnIn, carried, lines, first }: Drawn, scale: number, { look, editing }: Sheet): Point | null {
    const from = carried.get(first)?.at
    if (drawnAt !== scale || drawnIn !== look || !from) return null
    const { afloat } = this.#scene
    const [dx, dy] = [first.x - from.x, first.y - from.y]
    for (const [item, { of, layout, at, turn }] of carried) {
      const together = isNear(item.x - at.x, dx) && isNear(item.y - at.y, dy) && item.w === at.w && item.h === at.h && item.turn === turn
      if (!together || item.thing !== of || item.layout !== layout || item.id === editing || !afloat.has(item)) return null
    }
    for (const line of lines) if (!afloat.has(line)) return null
    return { x: Math.round(dx * scale), y: Math.round(dy * scale) }
  }

  /** Whether all that is to be seen of it has been drawn. */
  #reaches({ part, all }: Drawn, view: Rect, { x, y }: Point): boolean {
    const seen = common({ ...all, x: all.x + x, y: all.y + y }, view)
    const has = common({ ...part, x: part.x + x, y: part.y + y }, view)
    return !seen || (has !== null && areaOf(has) >= areaOf(seen))
  }

  #draw({ scale }: Window, view: Rect, sheet: Sheet): boolean {
    const things = this.#together(sheet)
    const [first] = things
    if (!first || things.length < thingsMin) return false
    const held = new Set(things.map(({ id }) => id))
    const lines = [...this.#scene.afloat].filter((item) => goesAlong(item, held))
    const all = [...things, ...lines].map(({ bounds }) => wholePixels(bounds, scale)).reduce(joined)
    const part = common(all, grown(view, beyond))
    if (!part || 4 * areaOf(part) > this.#bytesMax) return false
    const carries = new Set<Item>([...things, ...lines])
    this.#plate.draw(part, (ctx) => {
      openWindow(ctx, { x: part.x, y: part.y, scale })
      const pen = penOf(this.#scene, canvasSurface(ctx, sheet.look), scale / sheet.density, sheet)
      const world = { x: part.x / scale, y: part.y / scale, w: part.w / scale, h: part.h / scale }
      for (const item of this.#scene.afloatWithin(world)) if (carries.has(item)) paintItem(item, pen)
    })
    // Only now: a layout is made when it is first painted.
    const carried = new Map(
      things.map((item) => [item, { of: item.thing, layout: item.layout, at: placeOf(item), turn: item.turn }] as const),
    )
    this.#drawn = { scale, part, all, look: sheet.look, carried, lines: new Set(lines), first }
    this.#carries = carries
    return true
  }

  /** The largest part of what is in hands that has come equally far from where the document has it. */
  #together({ editing }: Sheet): Item[] {
    const groups = new Map<string, Item[]>()
    for (const item of this.#scene.afloat) {
      if (hasEnds(item.thing) || !(isAlike(item) || isFlat(item)) || item.id === editing) continue
      const [x, y] = item.thing.g
      const shift = `${(item.x - x).toFixed(2)} ${(item.y - y).toFixed(2)}`
      const group = groups.get(shift)
      if (group) group.push(item)
      else groups.set(shift, [item])
    }
    return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), [])
  }

  /** The canvas shows it all. */
  forget(): ReadonlySet<Item> {
    if (this.#drawn) this.#plate.hide()
    this.#drawn = null
    this.#carries = none
    return none
  }

  close() {
    this.#plate.close()
  }
}

/** What does not change by itself, though it is too large to be copied one by one. */
const isFlat = ({ thing }: Item) => thing.kind === 'frame' || thing.kind === 'table'

const goesAlong = ({ thing }: Item, held: ReadonlySet<string>) =>
  hasEnds(thing) && thing.a !== null && thing.b !== null && held.has(thing.a.id) && held.has(thing.b.id)
