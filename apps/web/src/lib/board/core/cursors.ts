import { grown, overlaps, type Rect } from './geometry.ts'
import type { Glass } from './glass.ts'
import type { Item } from './kind.ts'
import { openWindow, type Sheet, type Window } from './paint.ts'
import type { Peer } from './presence.ts'
import type { Scene } from './scene.ts'
import { wholePixels } from './tiles.ts'

/** A hand with its name, drawn once; its tip is the picture's corner. */
export interface CursorPicture {
  readonly source: CanvasImageSource
  /** In device pixels. */
  readonly w: number
  readonly h: number
  /** What else is shown of this person has this colour. */
  readonly tone: string
}

export type NewCursor = (user: Peer['user'], sheet: Pick<Sheet, 'look' | 'density'>) => CursorPicture

/** Of an outline, in CSS pixels: as Others.svelte has them, but whole, for dashes take several times as long. */
const widthPx = 2
const apartPx = 4

interface Mark {
  /** In pixels of the layer. */
  readonly part: Rect
  readonly picture: CursorPicture
  /** What is outlined in the picture's colour; null where the picture is shown itself. */
  readonly held: Item | null
}

const isSame = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

/**
 * The others' cursors and what they hold, painted on the canvas: above it each would be taken up by the browser in every frame,
 * which a weak machine has no time for while a whole class is at work.
 */
export class Cursors {
  readonly #scene: Scene
  readonly #newCursor: NewCursor
  readonly #pictures = new Map<string, CursorPicture>()
  #peers: readonly Peer[] = []
  #marks: readonly Mark[] = []

  constructor(scene: Scene, newCursor: NewCursor) {
    this.#scene = scene
    this.#newCursor = newCursor
  }

  /** From the next painting on; nobody where they are shown otherwise. */
  show(peers: readonly Peer[]) {
    this.#peers = peers
  }

  get any(): boolean {
    return this.#peers.length > 0 || this.#marks.length > 0
  }

  /** Everything looks another way. */
  forget() {
    this.#pictures.clear()
  }

  /** What they leave and what they come to is painted anew. */
  soil(glass: Glass, { scale }: Window, sheet: Sheet) {
    if (!this.any) return
    const before = this.#marks
    this.#marks = this.#peers.flatMap((peer) => this.#marksOf(peer, scale, sheet))
    for (let at = 0; at < Math.max(before.length, this.#marks.length); at++) {
      const [was, is] = [before[at]?.part, this.#marks[at]?.part]
      if (was && is && isSame(was, is)) continue
      if (was) glass.soil(was)
      if (is) glass.soil(is)
    }
  }

  #marksOf({ user, cursor, sel }: Peer, scale: number, sheet: Sheet): Mark[] {
    const picture = this.#pictureOf(user, sheet)
    const around = ((apartPx + widthPx) * sheet.density) / scale
    const marks: Mark[] = sel.flatMap((id) => {
      const held = this.#scene.get(id)
      return held ? [{ part: wholePixels(grown(held.bounds, around), scale), picture, held }] : []
    })
    if (!cursor) return marks
    const part = { x: Math.round(cursor[0] * scale), y: Math.round(cursor[1] * scale), w: picture.w, h: picture.h }
    return [...marks, { part, picture, held: null }]
  }

  #pictureOf(user: Peer['user'], sheet: Sheet): CursorPicture {
    const key = `${user.id} ${user.name} ${sheet.density}`
    const known = this.#pictures.get(key)
    if (known) return known
    const fresh = this.#newCursor(user, sheet)
    this.#pictures.set(key, fresh)
    return fresh
  }

  /** Upon all else that lies in this part of the layer. */
  paint(ctx: CanvasRenderingContext2D, window: Window, part: Rect, sheet: Sheet) {
    const seen = this.#marks.filter((mark) => overlaps(mark.part, part))
    if (seen.length === 0) return
    const unit = sheet.density / window.scale
    for (const { held, picture } of seen) if (held) outline(ctx, window, held, picture.tone, unit)
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    for (const { held, picture, part } of seen) if (!held) ctx.drawImage(picture.source, part.x - window.x, part.y - window.y)
  }
}

const outline = (ctx: CanvasRenderingContext2D, window: Window, held: Item, tone: string, unit: number) => {
  const { x, y, w, h, turn } = held
  openWindow(ctx, window)
  ctx.translate(x + w / 2, y + h / 2)
  ctx.rotate((turn * Math.PI) / 180)
  ctx.strokeStyle = tone
  ctx.lineWidth = widthPx * unit
  const apart = apartPx * unit
  ctx.strokeRect(-w / 2 - apart, -h / 2 - apart, w + 2 * apart, h + 2 * apart)
}
