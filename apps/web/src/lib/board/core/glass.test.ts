import { addThings, moveThings, openBoard, remove, style, toBack, toFront, type Board } from '@sheber/document/board'
import { encodeStroke } from '@sheber/document/ink'
import type { NewThing, Place } from '@sheber/document/thing'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { halfWide } from './board.fixture.ts'
import type { Camera } from './camera.ts'
import { plainLook } from './canvas.fixture.ts'
import type { Lifted } from './drag.ts'
import { Glass } from './glass.ts'
import { paint, type Sheet } from './paint.ts'
import { Painter } from './painter.ts'
import { FakePath, PixelCanvas } from './pixels.fixture.ts'
import { Scene } from './scene.ts'
import { Layer } from './tiles.ts'

/** Whatever happens to a board, what has been repaired looks as if all of it had just been painted. */

vi.stubGlobal('Path2D', FakePath)

const screen = { w: 480, h: 320 }
const sheet: Sheet = { screen, density: 1, look: plainLook, nameOf: () => '', editing: null }
const trace = { by: 'aigerim', at: 1 }

const random = (seed: number) => {
  let state = seed * 2654435761
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 2 ** 32
  }
  const whole = (most: number) => Math.floor(next() * most)
  return { next, whole, oneOf: <T>(list: readonly T[]): T => list[whole(list.length)] as T }
}
type Chance = ReturnType<typeof random>

const worldSide = 3000
const somewhere = (chance: Chance): Place => [
  chance.whole(worldSide),
  chance.whole(worldSide),
  40 + chance.whole(200),
  40 + chance.whole(200),
]

let ids = 0
const something = (chance: Chance, others: readonly string[]): NewThing => {
  const whole = { id: `t${ids++}`, g: somewhere(chance), ...trace }
  const what = chance.next()
  if (what < 0.5) return { ...whole, kind: 'note', fill: chance.oneOf(['yellow', 'pink', 'white'] as const), text: 'сынақ жел' }
  if (what < 0.7)
    return { ...whole, kind: 'shape', form: chance.oneOf(['rectangle', 'diamond'] as const), fill: 'none', turn: chance.whole(4) * 30 }
  if (what < 0.75) return { ...whole, kind: 'frame', text: 'Парақ' }
  if (what < 0.85 || others.length < 2) {
    const [, , w, h] = whole.g
    const points = [0, 0.3, 0.6, 1].map((part) => ({ x: part * w, y: chance.next() * h, pressure: 0.5 }))
    return { ...whole, kind: 'ink', brush: chance.oneOf(['pen', 'highlighter'] as const), points: encodeStroke({ w, h, points }) }
  }
  const end = () => ({ id: chance.oneOf(others), u: 0.5, v: 0.5, port: '' })
  return { id: whole.id, kind: 'connector', a: end(), b: end(), text: chance.next() < 0.3 ? 'ток' : '', ...trace }
}

class Desk {
  readonly board: Board = openBoard(new Y.Doc())
  readonly scene: Scene
  readonly glass = new PixelCanvas(screen.w, screen.h)
  readonly painter: Painter
  readonly chance: Chance
  camera: Camera = { x: 0, y: 0, zoom: 0.25 }
  #held: readonly string[] = []
  #now = 1000

  constructor(seed: number, things = 220) {
    this.chance = random(seed)
    const all: NewThing[] = []
    for (let i = 0; i < things; i++) {
      const boxes = all.filter(({ kind }) => kind !== 'connector').map(({ id }) => id)
      all.push(something(this.chance, boxes))
    }
    addThings(this.board, all)
    this.scene = new Scene(this.board, halfWide)
    this.painter = new Painter(this.scene, { bytesMax: 64 * 2 ** 20, newTile: (side) => new PixelCanvas(side, side) })
  }

  frame(ms = 16) {
    this.#now += ms
    return this.painter.paint(this.camera, this.glass.ctx, sheet, this.#now)
  }

  /** Frames until there is nothing left to do. */
  settle() {
    for (let i = 0; i < 300; i++) if (!this.frame(i === 0 ? 200 : 16)) return
    throw new Error('it never comes to rest')
  }

  ids() {
    return this.scene.order.map(({ id }) => id)
  }

  some(most: number) {
    const all = this.ids()
    return Array.from({ length: 1 + this.chance.whole(most) }, () => this.chance.oneOf(all))
  }

  /** Takes some things up, or carries on with those in hand. Lines in a hand lie on top of all that is not: the rest keeps its order. */
  lift() {
    const lifted = new Map<string, Lifted>()
    if (this.#held.length === 0 || this.chance.next() < 0.4) this.#held = this.some(12)
    for (const id of this.#held) {
      const item = this.scene.get(id)
      if (!item || item.thing.kind === 'connector' || this.scene.hangingOn(id).length > 0) continue
      const [x, y, w, h] = item.thing.g
      lifted.set(id, { g: [x + this.chance.whole(400) - 200, y + this.chance.whole(400) - 200, w, h] })
    }
    this.scene.lift(lifted)
  }

  change() {
    const { board, chance } = this
    const chosen = this.some(10)
    const verbs = [
      () =>
        moveThings(
          board,
          chosen.map((id) => ({ id, g: somewhere(chance) })),
        ),
      () =>
        moveThings(
          board,
          chosen.map((id) => ({ id, g: this.scene.get(id)?.thing.g ?? [0, 0, 9, 9], turn: chance.whole(360) })),
        ),
      () => style(board, chosen, { fill: chance.oneOf(['blue', 'green'] as const) }),
      () => remove(board, chosen.slice(0, 2), 'daulet', 2),
      () => toFront(board, chosen.slice(0, 3)),
      () => toBack(board, chosen.slice(0, 3)),
    ]
    const before = new Set(this.ids())
    if (chance.next() < 0.2) {
      const fresh = something(chance, [...before])
      addThings(board, [fresh])
      chosen.push(fresh.id)
    } else chance.oneOf(verbs)()
    this.scene.apply(chosen)
  }

  look() {
    const { camera, chance } = this
    const zoom = chance.next() < 0.3 ? chance.oneOf([0.125, 0.25, 0.5]) : camera.zoom
    this.camera = { x: chance.whole(300) * 8, y: chance.whole(300) * 8, zoom }
  }

  /** Everything has moved a little. */
  overturn() {
    const places = this.scene.order.map(({ id, thing: { g } }) => ({ id, g: [g[0] + 30, g[1] + 20, g[2], g[3]] as const }))
    moveThings(this.board, places)
    this.scene.apply(places.map(({ id }) => id))
  }

  /** Where the glass looks another way than a fresh painting of the same scene; `w` wide, from the left. */
  differs(scene = this.scene, w = screen.w) {
    const fresh = new PixelCanvas(screen.w, screen.h)
    paint(scene, this.camera, fresh.ctx, sheet)
    const at = fresh.pixels.findIndex((pixel, i) => i % screen.w < w && pixel !== this.glass.pixels[i])
    return at < 0 ? null : { x: at % screen.w, y: Math.floor(at / screen.w) }
  }
}

beforeEach(() => (ids = 0))

const seeds = Array.from({ length: 8 }, (_, i) => i + 1)

describe('after any changes', () => {
  it.each(seeds)('the glass shows the board as it is (%i)', (seed) => {
    const desk = new Desk(seed)
    for (let step = 0; step < 25; step++) {
      const what = desk.chance.next()
      if (what < 0.15) desk.look()
      else if (what < 0.35) desk.lift()
      else if (what < 0.45) desk.scene.lift([])
      else desk.change()
      if (desk.chance.next() < 0.5) desk.frame()
      if (desk.chance.next() < 0.4) continue
      desk.settle()
      expect([step, desk.differs()]).toEqual([step, null])
    }
    desk.scene.lift([])
    desk.settle()
    expect(desk.differs(new Scene(desk.board, halfWide))).toBeNull()
  })
})

describe('what has changed all over', () => {
  const overturned = (seed: number) => {
    const desk = new Desk(seed)
    desk.camera = { x: 400, y: 400, zoom: 0.25 }
    desk.settle()
    desk.glass.pixels.fill(0)
    desk.overturn()
    desk.frame()
    return desk
  }

  it.each(seeds)('is seen in one frame, and never again as it was (%i)', (seed) => {
    const desk = overturned(seed)
    expect(desk.differs()).toBeNull()
    for (let i = desk.chance.whole(3); i > 0; i--) desk.frame()
    if (seed % 2) desk.camera = { ...desk.camera, x: 400 + 160 }
    else desk.change()
    desk.frame()
    // What a pan has laid bare may be a moment behind.
    expect(desk.differs(desk.scene, seed % 2 ? screen.w - 160 / 4 : screen.w)).toBeNull()
    desk.settle()
    expect(desk.differs()).toBeNull()
    desk.overturn()
    desk.settle()
    expect(desk.differs(new Scene(desk.board, halfWide))).toBeNull()
  })

  it('is not painted on the canvas twice when its tiles follow', () => {
    const desk = overturned(1)
    desk.glass.pixels.fill(0)
    desk.settle()
    expect(desk.glass.pixels.every((pixel) => pixel === 0)).toBe(true)
  })
})

it('a canvas that was emptied is painted whole again', () => {
  const desk = new Desk(3)
  desk.settle()
  desk.glass.pixels.fill(0)
  desk.frame()
  expect(desk.differs()).not.toBeNull()
  desk.painter.emptied()
  desk.frame()
  expect(desk.differs()).toBeNull()
})

describe('The glass', () => {
  it('shows again what has changed in view, and is spared what was repaired around it', () => {
    const glass = new Glass()
    const layer = new Layer(1, 256)
    const view = { x: 0, y: 0, w: 480, h: 320 }
    expect(glass.parts(layer, view)).toEqual([view])
    // All around it: there is room for a few parts only, and these would be joined with what lies in view.
    for (let at = 0; at < 40; at += 1) glass.soil({ x: 240 + 600 * Math.cos(at * 2.4), y: 160 + 600 * Math.sin(at * 2.4), w: 20, h: 20 })
    glass.soil({ x: 10, y: 10, w: 20, h: 20 })
    glass.soil({ x: 400, y: 300, w: 256, h: 256 })
    expect(glass.parts(layer, view)).toEqual([
      { x: 10, y: 10, w: 20, h: 20 },
      { x: 400, y: 300, w: 80, h: 20 },
    ])
    expect(glass.parts(layer, view)).toEqual([])
  })
})
