import { addThings, moveThings, openBoard } from '@sheber/document/board'
import { noteColours, paints } from '@sheber/document/colour'
import { encodeStroke } from '@sheber/document/ink'
import type { Connector as ConnectorThing, NewThing, Place, ThingOf } from '@sheber/document/thing'
import * as Y from 'yjs'
import { toScreen } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import { turned, type Point } from './core/geometry.ts'
import type { Item } from './core/kind.ts'
import { wayOf } from './core/kinds/connector.ts'
import { pointsOf } from './core/kinds/ink.ts'

/** What a harness that measures boards of any make asks of a page. Only where the server was started with SHEBER_BENCH=1. */

interface El {
  readonly id: string
  readonly type: 'sticky' | 'shape' | 'draw'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly color: string
  readonly text?: string
  readonly form?: 'rectangle' | 'ellipse' | 'diamond'
  readonly points?: readonly (readonly [x: number, y: number])[]
}

interface Scene {
  readonly els: readonly El[]
  readonly conns: readonly { readonly id: string; readonly type: 'connector'; readonly from: string; readonly to: string }[]
}

interface Change {
  readonly id: string
  readonly dx: number
  readonly dy: number
}

interface Bench {
  readonly ready: true
  load(scene: Scene): Promise<void>
  setView(cx: number, cy: number, zoom: number): void
  screenOf(id: string): { x: number; y: number; wx: number; wy: number } | null
  select(ids: readonly string[]): void
  apply(changes: readonly Change[]): void
}

declare global {
  interface Window {
    __bench?: Bench
  }
}

/** More in one step of the document would be more than a frame of the network may carry. */
const atOnce = 2_500

/** Somebody else opens the board a while after it was filled, and not while it is being led about: their copy is made by the same processor. */
const otherComesMs = 3_000
const calmMs = 300

type Rgb = readonly [number, number, number]

/** One of one pixel, made when the first colour is asked for. */
let pixel: CanvasRenderingContext2D | null | undefined

/** Any notation of CSS as red, green and blue: a canvas understands them all. */
const rgbOf = (colour: string): Rgb => {
  if (pixel === undefined) {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    pixel = canvas.getContext('2d', { willReadFrequently: true })
  }
  const ctx = pixel
  if (!ctx) return [0, 0, 0]
  ctx.clearRect(0, 0, 1, 1)
  ctx.fillStyle = colour
  ctx.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = ctx.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** The name on the palette whose colour looks most like the one given. */
const nearestOf = <T extends string>(names: readonly T[], prefix: string) => {
  const palette = names.map((name) => ({ name, rgb: rgbOf(token(`${prefix}${name}`)) }))
  const known = new Map<string, T>()
  return (colour: string): T => {
    const before = known.get(colour)
    if (before) return before
    const asked = rgbOf(colour)
    const far = ({ rgb }: { rgb: Rgb }) => rgb.reduce((sum, part, i) => sum + (part - (asked[i] ?? 0)) ** 2, 0)
    const { name } = palette.reduce((best, one) => (far(one) < far(best) ? one : best))
    known.set(colour, name)
    return name
  }
}

const spots: readonly Point[] = [0.5, 0.25, 0.75].flatMap((v) => [0.5, 0.2, 0.8].map((u) => ({ x: u, y: v })))

/** Where a press takes hold of it: on the line of what is a line, and where nothing lies above it. */
const gripOf = (editor: Editor, item: Item): Point => {
  const { scene } = editor
  const { thing } = item
  const grips =
    thing.kind === 'connector'
      ? [wayOf(item as Item<ConnectorThing>, scene).middle]
      : thing.kind === 'ink'
        ? pointsOf(item as Item<ThingOf<'ink'>>)
        : spots.map(({ x, y }) =>
            turned({ x: item.x + item.w * x, y: item.y + item.h * y }, { x: item.x + item.w / 2, y: item.y + item.h / 2 }, item.turn),
          )
  const middle = grips[thing.kind === 'ink' ? grips.length >> 1 : 0] ?? item
  return [middle, ...grips].find((grip) => scene.at(grip)?.id === item.id) ?? middle
}

export const offerBench = (editor: Editor, paper: () => DOMRect) => {
  const { board } = editor
  const fill = nearestOf(noteColours, '--note-')
  const tint = nearestOf(paints, '--tint-')
  const ink = nearestOf(paints, '--ink-')
  const by = editor.outside.me
  let at = 0

  // Somebody else's copy of the board; what happens here reaches it when they next do something.
  let other: Y.Doc | null = null
  let ledAt = 0
  let coming: ReturnType<typeof setTimeout> | undefined
  let unheard: Uint8Array[] = []
  // What comes back to us is to be known by the same mark as what the network brings: else it would be ours, to be sent and to be told saved.
  let network: unknown = offerBench
  let hearing = false
  const hear = (update: Uint8Array) => {
    hearing = true
    Y.applyUpdate(board.doc, update, network)
    hearing = false
  }
  board.doc.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, { local }: Y.Transaction) => {
    if (hearing) return
    if (!local && typeof origin === 'object') network = origin
    if (other) unheard.push(update)
  })
  const catchUp = (): Y.Doc => {
    if (!other) {
      other = new Y.Doc()
      unheard = [Y.encodeStateAsUpdate(board.doc)]
      other.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== offerBench) hear(update)
      })
    }
    const mirror = other
    mirror.transact(() => unheard.forEach((update) => Y.applyUpdate(mirror, update, offerBench)), offerBench)
    unheard = []
    return mirror
  }

  const come = () => {
    if (editor.dragging !== null || performance.now() - ledAt < calmMs) coming = setTimeout(come, calmMs)
    else catchUp()
  }

  const thingOf = ({ id, type, x, y, w, h, color, text = '', form = 'rectangle', points = [] }: El): NewThing => {
    const g: Place = [x, y, w, h]
    const whole = { id, g, by, at: ++at }
    if (type === 'sticky') return { ...whole, kind: 'note', fill: fill(color), text }
    if (type === 'shape') return { ...whole, kind: 'shape', form, fill: tint(color), text }
    const stroke = { w, h, points: points.map(([px, py]) => ({ x: px, y: py, pressure: 0.5 })) }
    return { ...whole, kind: 'ink', ink: ink(color), points: encodeStroke(stroke) }
  }

  window.__bench = {
    ready: true,
    load: async ({ els, conns }) => {
      const middle = new Map(els.map(({ id, x, y, w, h }) => [id, { x: x + w / 2, y: y + h / 2 }]))
      const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
      const lines = conns.map(({ id, from, to }): NewThing => {
        const [a, b] = [middle.get(from) ?? { x: 0, y: 0 }, middle.get(to) ?? { x: 0, y: 0 }]
        return { kind: 'connector', id, a: end(from), b: end(to), p: [a.x, a.y, b.x, b.y], by, at: ++at }
      })
      other = null
      clearTimeout(coming)
      coming = setTimeout(come, otherComesMs)
      editor.select([])
      const things = [...els.map(thingOf), ...lines]
      board.doc.transact(() => {
        for (const id of [...board.el.keys()]) board.el.delete(id)
        addThings(board, things.slice(0, atOnce))
      })
      for (let from = atOnce; from < things.length; from += atOnce) {
        await new Promise((resolve) => setTimeout(resolve))
        board.doc.transact(() => addThings(board, things.slice(from, from + atOnce)))
      }
    },
    setView: (cx, cy, zoom) => {
      ledAt = performance.now()
      const { w, h } = editor.screen
      editor.camera = { x: cx - w / 2 / zoom, y: cy - h / 2 / zoom, zoom }
    },
    screenOf: (id) => {
      const item = editor.scene.get(id)
      if (!item) return null
      const grip = gripOf(editor, item)
      const { left, top } = paper()
      const { x, y } = toScreen(editor.camera, grip)
      return { x: left + x, y: top + y, wx: grip.x, wy: grip.y }
    },
    select: (ids) => editor.select(ids),
    apply: (changes) => {
      const theirs = openBoard(catchUp())
      const places = changes.flatMap(({ id, dx, dy }) => {
        const g = editor.scene.get(id)?.thing.g
        return g ? [{ id, g: [g[0] + dx, g[1] + dy, g[2], g[3]] as const }] : []
      })
      moveThings(theirs, places)
    },
  }
}
