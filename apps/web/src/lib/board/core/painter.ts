import { Afloat } from './afloat.ts'
import type { Camera } from './camera.ts'
import { areaOf, common, grown, overlaps, widened, type Rect } from './geometry.ts'
import { clipped, copyTiles, Glass, stretchTiles } from './glass.ts'
import { Carrier } from './carrier.ts'
import { Cursors, type NewCursor } from './cursors.ts'
import { inWorld, paintPart, viewOf, windowOf, type Sheet, type Window } from './paint.ts'
import { Pace } from './pace.ts'
import type { Plate } from './plate.ts'
import type { Peer } from './presence.ts'
import { Raft } from './raft.ts'
import type { Scene } from './scene.ts'
import { Sprites } from './sprites.ts'
import { forgetOldest, isFresh, isShown, Layer, tileSide, wholePixels, type Tile, type TileCanvas } from './tiles.ts'

export interface Means {
  /** A canvas for one tile, `side` device pixels wide and high. */
  newTile(side: number): TileCanvas
  /** A clear one for a thing by itself, in device pixels; absent where none is to be had. */
  newSprite?(w: number, h: number): TileCanvas
  /** Draws another's hand; absent where hands are shown otherwise in any case. */
  readonly newCursor?: NewCursor
  /** Beneath the canvas, which is not seen while this is; absent where nothing can be drawn so. */
  readonly beneath?: Plate | null
  /** Above the canvas. */
  readonly above?: Plate | null
  /** Bytes of pixels that may be kept. */
  readonly bytesMax: number
}

/** Below so many things in view they are simply painted; from so many on they are painted into tiles. */
const plainMax = 16
const tilesMin = 24
/** The zoom has come to rest when it has not changed for so long. */
const restMs = 140
/** Of what is seen and has changed so much is painted at once, if nothing moves. */
const changedMost = 1_500
/** Where nothing of a view can be shown yet so much is painted at once: one longer frame is over sooner than a view that comes in pieces. */
const bareMost = 6_000
/** Beside a class at work, so that twenty who let go at one moment are no long frame. */
const crowdedMost = 250
/** Where so much of the view has changed at once, it is painted as it is seen: into tiles, whatever lies on a border would be painted twice. */
const changedShare = 0.4
/** Of so many changes at once it is noted where they are; of those beyond, which tiles they touch: hundreds would be told apart for nothing. */
const finelyMost = 100
/** More in one frame are those of others at work; so many such frames are remembered. */
const fewChanges = 2
const busyMost = 8
/** The whole board once more, about so wide in pixels: what is shown where nothing better is there yet. */
const wholeSide = 1024
/** Of what may be kept, for things in hands: as many parts. */
const partOfSprites = 4
/** Of what may be kept, for what is ready around the view; and as much again for a picture of it that a hand leads about, or that lies in a hand. */
const partOfReady = 3
/** Of the screen's width and height that are painted beforehand on each side while the paper lies still: a hand finds the next half screen ready. */
const readyShare = 0.4
/** Where all of it would be too much. */
const lessReady = [1, 0.75, 0.5, 0.25]
/** The first of these, the widest, that is painted in so many bytes. */
const widest = (areas: readonly Rect[], bytes: number) => areas.find((one) => 4 * areaOf(one) <= bytes)
const nowhere: Rect = { x: 0, y: 0, w: 0, h: 0 }
/** From here on most things show their words. */
const readableZoom = 0.25
/** Where letters can be read, a thing is mostly letters. */
const weightOf = ({ scale }: Layer, { density }: Sheet) => (scale / density > readableZoom ? 5 : 1)

/**
 * Paints the board frame by frame.
 *
 *   few in view    everything is painted, every time
 *   many           tiles are painted once and copied; what changed is repaired and copied again, what is in a hand is painted above
 *   bare           a board is opened: painted as it is seen, its tiles follow a few a frame
 *   overturned     so it is where much of the view has changed at once
 *   led            a picture of the tiles is moved above the canvas, which is painted again when the hand rests
 *   zooming        the tiles there are, stretched; sharp ones follow when the zoom rests, a few a frame
 */
export class Painter {
  readonly #scene: Scene
  readonly #means: Means
  readonly #pace = new Pace()
  readonly #glass = new Glass()
  readonly #afloat: Afloat
  readonly #sprites: Sprites | null
  readonly #carrier: Carrier | null
  readonly #raft: Raft | null
  readonly #cursors: Cursors | null
  readonly #unwatch: () => void
  /** Of the zoom of the moment; null before many things were in view. */
  #sharp: Layer | null = null
  /** What was sharp at the zoom before. */
  #before: Layer | null = null
  #whole: Layer | null = null
  /** Canvases of tiles that are forgotten: to make one costs more than to paint it. */
  #spare: TileCanvas[] = []
  #tiled = false
  #frame = 0
  #zoom = 0
  #zoomedAt = 0
  #camera: Camera | null = null
  /** What is seen is newer than its tiles, which follow a few a frame; `broken` by a change since. */
  #ahead: { readonly layer: Layer; readonly view: Rect; broken: boolean } | null = null
  #editing: string | null = null
  #dress: unknown = null
  #waits = 0
  /** Whoever only looks at a board is spared the picture that a hand would lead: it is a dozen megabytes. */
  #led = false
  /** Changes heard of since the last painting. */
  #heard = 0
  /** Paintings that had many of them; each that had few makes up for one. */
  #busy = 0

  constructor(scene: Scene, means: Means) {
    this.#scene = scene
    this.#means = means
    const { newSprite, newCursor, beneath, above } = means
    this.#cursors = newCursor ? new Cursors(scene, newCursor) : null
    this.#carrier = beneath ? new Carrier(beneath) : null
    this.#raft = above ? new Raft(scene, above, means.bytesMax / partOfReady) : null
    this.#sprites = newSprite ? new Sprites(scene, newSprite, means.bytesMax / partOfSprites / 4) : null
    this.#afloat = new Afloat(scene, this.#sprites)
    this.#unwatch = scene.watch((stale) => {
      this.#sprites?.soil(stale)
      const roughly = ++this.#heard > finelyMost
      for (const layer of this.#layers()) layer.soil(stale, roughly)
      if (this.#ahead && overlaps(stale, inWorld(this.#ahead.view, this.#ahead.layer.scale))) this.#ahead.broken = true
    })
  }

  /** Something has changed in most of the last frames: a whole class is at work. */
  get #isCrowded(): boolean {
    return this.#busy >= busyMost / 2
  }

  /** So it is, and frames have come late for a while. */
  get tired(): boolean {
    return this.#pace.tired && this.#isCrowded
  }

  /** Nothing is to be painted, but in so many milliseconds, if it stays so, something is to be made ready: another frame is wanted then. 0: it is not. */
  get waits(): number {
    return this.#waits
  }

  /** The others, whose hands are painted from now on; nobody while they are shown above the canvas. */
  show(peers: readonly Peer[]) {
    this.#cursors?.show(peers)
  }

  close() {
    this.#unwatch()
    this.forget()
    this.#carrier?.close()
    this.#raft?.close()
  }

  /** Everything looks another way: colours, letters, names. */
  forget() {
    this.#sharp = null
    this.#before = null
    this.#whole = null
    this.#ahead = null
    this.#spare = []
    this.#sprites?.forget()
    this.#glass.forget()
    this.#carrier?.forget()
    this.#raft?.forget()
    this.#cursors?.forget()
  }

  /** The canvas was emptied by somebody else. */
  emptied() {
    if (this.#ahead) this.#ahead.broken = true
    this.#glass.forget()
  }

  /** The coarse one first. */
  #layers(): Layer[] {
    return [this.#whole, this.#before, this.#sharp].filter((layer) => layer !== null)
  }

  /** Returns whether there is more to be done: another frame is wanted. */
  paint(camera: Camera, ctx: CanvasRenderingContext2D, sheet: Sheet, now: number): boolean {
    this.#frame++
    this.#waits = 0
    const heard = this.#heard
    this.#heard = 0
    this.#heed(camera, sheet, now)
    const moving =
      this.#camera !== null && (this.#camera.x !== camera.x || this.#camera.y !== camera.y || this.#camera.zoom !== camera.zoom)
    this.#camera = camera
    this.#led ||= moving && this.#tiled
    const share = this.#pace.next(now, !moving && this.#scene.afloat.size === 0)
    this.#busy = heard > fewChanges ? Math.min(busyMost, this.#busy + 1) : Math.max(0, this.#busy - 1)
    this.#sprites?.begin(this.tired)
    const window = windowOf(camera, sheet.density)
    const view = viewOf(window, sheet)
    const resting = this.#scene.afloat.size === 0 && !this.#cursors?.any
    const leading = this.#carrier?.heed(window.scale, view, now) === true && resting
    if (!(leading && this.#tiled)) this.#tiled = this.#scene.count(inWorld(view, window.scale)) > (this.#tiled ? plainMax : tilesMin)
    if (this.#tiled) return this.#paintTiles(ctx, window, view, sheet, share, moving, leading, now)
    this.#carrier?.hide()
    this.#raft?.forget()
    this.emptied()
    this.#cursors?.soil(this.#glass, window, sheet)
    paintPart(this.#scene, ctx, window, view, sheet)
    this.#cursors?.paint(ctx, window, view, sheet)
    return false
  }

  #heed({ zoom }: Camera, { editing, look, density }: Sheet, now: number) {
    if (zoom !== this.#zoom) {
      this.#zoom = zoom
      this.#zoomedAt = now
    }
    if (look !== this.#dress || (this.#sharp && this.#sharp.side !== Math.round(tileSide * density))) this.forget()
    this.#dress = look
    if (editing === this.#editing) return
    for (const id of [editing, this.#editing]) {
      const item = id === null ? undefined : this.#scene.get(id)
      if (item) this.#scene.soil(item.bounds)
    }
    this.#editing = editing
  }

  #paintTiles(
    ctx: CanvasRenderingContext2D,
    window: Window,
    view: Rect,
    sheet: Sheet,
    share: number,
    moving: boolean,
    leading: boolean,
    now: number,
  ): boolean {
    const layer = this.#sharpAt(window.scale, sheet, now)
    if (this.#raft) this.#afloat.carried = layer ? this.#raft.heed(window, view, sheet, now) : this.#raft.forget()
    const ahead = this.#ahead
    const standing = ahead !== null && ahead.layer === layer && !ahead.broken && !moving && this.#scene.afloat.size === 0
    if (!standing) {
      if (layer && (this.#isBare(layer, view, sheet) || (!moving && !this.tired && this.#isOverturned(layer, view, sheet)))) {
        this.#carrier?.hide()
        this.#cursors?.soil(this.#glass, window, sheet)
        paintPart(this.#scene, ctx, window, view, sheet)
        this.#cursors?.paint(ctx, window, view, sheet)
        this.#glass.parts(layer, view)
        this.#ahead = { layer, view, broken: false }
        return true
      }
      this.#catchUp(sheet)
    }
    if (!layer) {
      this.#carrier?.hide()
      this.#glass.forget()
      stretchTiles(ctx, window, view, sheet, this.#layers(), this.#frame)
      this.#afloat.paint(ctx, window, this.#afloat.plan(window, view, sheet), sheet)
      this.#cursors?.paint(ctx, window, view, sheet)
      return true
    }
    const left = this.#repairSeen(layer, view, sheet, share, moving)
    if (left > 0) this.#ahead = null
    let missing = this.#missing(layer, view)
    if (leading && missing.length === 0 && this.#carrier?.show(layer, view, sheet.density, now)) {
      if (left < share) this.#pace.worked()
      if (left > 0) this.#workAhead(layer, view, sheet, moving, left)
      this.#forgetOldest(layer)
      return true
    }
    this.#carrier?.hide()
    this.#afloat.soil(this.#glass, window.scale, (part) => isShown(layer, common(part, view) ?? nowhere))
    this.#cursors?.soil(this.#glass, window, sheet)
    const others = this.#layers().filter((one) => one !== layer)
    const changed = this.#glass.parts(layer, view)
    if (changed.length > 0 && this.#ahead) {
      this.#catchUp(sheet)
      missing = []
    }
    const parts = changed.map((part) => ({ part, plan: this.#afloat.plan(window, part, sheet) }))
    for (const { part, plan } of parts) {
      clipped(ctx, window, part, () => {
        for (const place of missing) {
          const square = layer.squareOf(place)
          clipped(ctx, window, square, () => stretchTiles(ctx, window, square, sheet, others, this.#frame))
        }
        copyTiles(ctx, window, part, layer)
        this.#afloat.paint(ctx, window, plan, sheet)
        this.#cursors?.paint(ctx, window, part, sheet)
      })
    }
    if (missing.length === 0) this.#spareBefore()
    else if (!this.#ahead) this.#glass.forget()
    if (left < share) this.#pace.worked()
    // What others have changed is seen first; what nobody sees yet waits for the next frame.
    const more = left <= 0 || (!moving && parts.length > 0) || this.#workAhead(layer, view, sheet, moving, left)
    this.#forgetOldest(layer)
    if (more || moving) this.#carrier?.worked(now)
    if (!more && this.#led && this.#scene.afloat.size === 0) {
      this.#waits = this.#carrier?.prepare(layer, view, this.#ready(layer, view), sheet.density, now) ?? 0
    }
    return more
  }

  /** All is sharp: what was so before is wanted no more, and its canvases serve for what lies around. */
  #spareBefore() {
    if (!this.#before) return
    for (const { canvas } of this.#before.tiles) this.#spare.push(canvas)
    this.#before = null
  }

  /** What is to be ready while the paper lies still, in whole tiles beyond the view. */
  #ready({ side }: Layer, view: Rect): Rect {
    const room = (length: number, share: number) => share * side * Math.max(1, Math.round((readyShare * length) / side))
    const wider = lessReady.map((share) => widened(view, room(view.w, share), room(view.h, share)))
    return widest(wider, this.#means.bytesMax / partOfReady) ?? view
  }

  #missing(layer: Layer, view: Rect) {
    return layer.places(view).filter(({ column, row }) => !layer.get(column, row)?.painted)
  }

  /** A board that has just been opened, or looks another way altogether, and is not too much for one frame. */
  #isBare(layer: Layer, view: Rect, sheet: Sheet): boolean {
    return this.#layers().every(({ size }) => size === 0) && this.#scene.afloat.size === 0 && this.#weigh(layer, view, sheet) <= bareMost
  }

  /** What it costs to paint this view. */
  #weigh(layer: Layer, view: Rect, sheet: Sheet): number {
    return weightOf(layer, sheet) * this.#scene.count(inWorld(view, layer.scale))
  }

  /** Nothing is in hands, every tile of the view is there, a large part of it looks another way, and it is not too much for one frame. */
  #isOverturned(layer: Layer, view: Rect, sheet: Sheet): boolean {
    if (this.#scene.afloat.size > 0) return false
    let stale = 0
    for (const { column, row } of layer.places(view)) {
      const tile = layer.get(column, row)
      if (!tile?.painted) return false
      if (tile.whole) stale += areaOf(common(layer.squareOf(tile), view) ?? nowhere)
      else for (const part of tile.stale.within(view)) stale += areaOf(part)
    }
    return stale > changedShare * areaOf(view) && this.#weigh(layer, view, sheet) <= changedMost
  }

  /** What has been seen is not seen again as it was before: the tiles are brought up to it, all at once. */
  #catchUp(sheet: Sheet) {
    if (!this.#ahead) return
    const { layer, view } = this.#ahead
    this.#ahead = null
    for (const place of layer.places(view)) {
      const tile = layer.get(place.column, place.row) ?? this.#add(layer, place)
      if (!isFresh(tile)) this.#repair(layer, tile, sheet)
    }
  }

  #forgetOldest({ side }: Layer) {
    forgetOldest(this.#layers(), Math.max(8, Math.floor(this.#means.bytesMax / (side * side * 4))), this.#frame)
  }

  /** The layer of this scale, null while one still zooms and there is something to stretch. */
  #sharpAt(scale: number, { density }: Sheet, now: number): Layer | null {
    const layer = this.#sharp
    if (layer?.scale === scale) return layer
    if (layer && now - this.#zoomedAt < restMs) return null
    this.#before = layer ?? this.#before
    return (this.#sharp = new Layer(scale, Math.round(tileSide * density)))
  }

  /** What is there and has changed comes before what is not there yet. Returns what is left of the share. */
  #repairSeen(layer: Layer, view: Rect, sheet: Sheet, share: number, moving: boolean): number {
    const places = layer.places(view).map((place) => ({ place, tile: layer.get(place.column, place.row) }))
    const known = places.flatMap(({ tile }) => tile ?? [])
    for (const tile of known) tile.shown = this.#frame
    // On paper that lies still one longer frame is not noticed, and half of a change is; where a whole class is at work each would be longer.
    let left = moving || this.#ahead || this.tired ? share : Math.max(share, this.#isCrowded ? crowdedMost : changedMost)
    for (const tile of known) if (left > 0 && !isFresh(tile)) left -= this.#repair(layer, tile, sheet)
    left = Math.min(left, share)
    for (const { place, tile } of places) if (left > 0 && !tile) left -= this.#repair(layer, this.#add(layer, place), sheet)
    return left
  }

  #add(layer: Layer, { column, row }: Pick<Tile, 'column' | 'row'>): Tile {
    const tile = layer.add(column, row, this.#spare.pop() ?? this.#means.newTile(layer.side))
    tile.shown = this.#frame
    return tile
  }

  #repair(layer: Layer, tile: Tile, sheet: Sheet): number {
    const { ctx } = tile.canvas
    const square = layer.squareOf(tile)
    const window = { x: square.x, y: square.y, scale: layer.scale }
    const weight = weightOf(layer, sheet)
    let count = 0
    for (const part of tile.whole ? [square] : tile.stale.parts) {
      clipped(ctx, window, part, () => (count += 2 + weight * paintPart(this.#scene, ctx, window, part, sheet, this.#scene.afloat)))
      if (layer === this.#sharp && !this.#ahead) this.#glass.soil(part)
      if (tile.painted) this.#carrier?.soil(layer, part)
    }
    tile.whole = false
    tile.stale.clear()
    tile.painted = true
    return count
  }

  /** While nothing else is to be done: the tiles around what is seen, and the whole board in small. */
  #workAhead(layer: Layer, view: Rect, sheet: Sheet, moving: boolean, left: number): boolean {
    const around = moving ? (widest([grown(view, layer.side)], this.#means.bytesMax) ?? view) : this.#ready(layer, view)
    let rest = moving ? Math.min(1, left) : left
    for (const [other, part] of [[this.#coarse(sheet), null] as const, [layer, around] as const]) {
      if (!other) continue
      for (const { column, row } of other.places(part ?? this.#extent(other))) {
        const known = other.get(column, row)
        if (known && isFresh(known)) {
          known.shown = this.#frame
          continue
        }
        if (rest <= 0) return true
        const tile = known ?? this.#add(other, { column, row })
        tile.shown = this.#frame
        rest -= 1 + this.#repair(other, tile, sheet)
        this.#pace.worked()
      }
    }
    return false
  }

  #extent({ scale }: Layer): Rect {
    return wholePixels(this.#scene.bounds() ?? { x: 0, y: 0, w: 1, h: 1 }, scale)
  }

  #coarse({ density }: Sheet): Layer | null {
    const bounds = this.#scene.bounds()
    if (!bounds) return null
    const scale = 2 ** Math.floor(Math.log2(wholeSide / Math.max(1, bounds.w, bounds.h)))
    if (this.#whole?.scale !== scale) this.#whole = new Layer(scale, Math.round(tileSide * density))
    return this.#whole
  }
}
