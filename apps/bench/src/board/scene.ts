import { round } from '../percentile.ts'
import type { Connector, El, Scene, Shape, Sticky, Stroke } from './contract.ts'

/** Of a hundred things. */
const parts = { sticky: 60, shape: 20, draw: 10, connector: 10 } as const
const strokePoints = 60

const size = 120
const step = 132
/** A cluster is what a team wrote about one question: notes and figures in rows, ink across them. */
const cluster = { columns: 8, rows: 5, gap: 70 } as const
const perCluster = cluster.columns * cluster.rows

export const colours = ['#ffec99', '#a5d8ff', '#b2f2bb', '#fcc2d7', '#d0bfff'] as const
const inks = ['#1e1e1e', '#e03131', '#1971c2'] as const
const forms = ['rectangle', 'ellipse', 'diamond'] as const
const words = [
  'датчик',
  'мотор',
  'арбалық',
  'проверить',
  'питание',
  'жылдамдық',
  'корпус',
  'сынақ',
  'схема',
  'өлшеу',
  'код',
  'винт',
  'кеңес',
  'план',
  'батарея',
  'қанат',
] as const

export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** mulberry32: the same numbers from the same seed, everywhere. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The same choice for all targets: `count` different ones of `from`, or all of them. */
export const sample = <T>(from: readonly T[], count: number, seed: number): T[] => {
  const random = randomFrom(seed)
  return from
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, one]) => one)
}

/** `count` things on a plane, as a class leaves them: the same for the same seed. */
export const makeScene = (count: number, seed: number): Scene => {
  const random = randomFrom(seed)
  const upTo = (most: number) => Math.floor(random() * most)
  const one = <T>(of: readonly T[]): T => of[upTo(of.length)] as T
  const many = (part: keyof typeof parts) => Math.round((count * parts[part]) / 100)
  const someWords = (most: number) => Array.from({ length: 1 + upTo(most) }, () => one(words)).join(' ')

  const notes = many('sticky')
  const boxes = notes + many('shape')
  const clusters = Math.max(1, Math.ceil(boxes / perCluster))
  const across = Math.ceil(Math.sqrt(clusters * 1.3))
  const corner = (at: number) => {
    const place = Math.floor(at / perCluster)
    const within = at % perCluster
    return {
      x: (place % across) * (cluster.columns * step + cluster.gap) + (within % cluster.columns) * step,
      y: Math.floor(place / across) * (cluster.rows * step + cluster.gap) + Math.floor(within / cluster.columns) * step,
    }
  }

  // Shuffled, so that every part of the board holds every kind.
  const kinds = sample(
    Array.from({ length: boxes }, (_, at) => at < notes),
    boxes,
    seed + 1,
  )
  const laid = kinds.map((isNote, at): Sticky | Shape => {
    const { x, y } = corner(at)
    // No hand lays notes with a ruler.
    const box = { id: `t${at}`, x: x + upTo(9) - 4, y: y + upTo(9) - 4, w: size, h: size, color: one(colours) }
    if (isNote) return { ...box, type: 'sticky', text: someWords(4) }
    return { ...box, type: 'shape', form: one(forms), h: 90, ...(random() < 0.5 && { text: one(words) }) }
  })

  const stroke = (at: number): Stroke => {
    const { x, y } = corner(upTo(boxes))
    const [turn, long, tall] = [random() * 6, 120 + upTo(180), 30 + upTo(60)]
    const points = Array.from({ length: strokePoints }, (_, p) => {
      const part = p / (strokePoints - 1)
      return [round(part * long, 1), round(((Math.sin(turn + part * 9) + 1) / 2) * tall, 1)] as const
    })
    const top = Math.min(...points.map(([, py]) => py))
    const fromTop = points.map(([px, py]) => [px, round(py - top, 1)] as const)
    return {
      id: `d${at}`,
      type: 'draw',
      x: x + upTo(60),
      y: y + top + upTo(60),
      w: long,
      h: Math.max(...fromTop.map(([, py]) => py)),
      color: one(inks),
      points: fromTop,
    }
  }
  const strokes = Array.from({ length: many('draw') }, (_, at) => stroke(at))

  /** Nobody draws an arrow across the whole board: from a thing to one beside it or a row below, within a cluster. */
  const connect = (at: number): Connector => {
    const from = upTo(boxes)
    const isNear = (to: number) => to >= 0 && to < boxes && Math.floor(to / perCluster) === Math.floor(from / perCluster)
    const near = [1, -1, cluster.columns, cluster.columns + 1].map((far) => from + far).filter(isNear)
    return { id: `c${at}`, type: 'connector', from: `t${from}`, to: `t${one(near)}` }
  }
  return { els: [...laid, ...strokes], conns: Array.from({ length: many('connector') }, (_, at) => connect(at)) }
}

export const boundsOf = (els: readonly El[]): Rect => {
  const x = Math.min(...els.map((el) => el.x))
  const y = Math.min(...els.map((el) => el.y))
  return { x, y, w: Math.max(...els.map((el) => el.x + el.w)) - x, h: Math.max(...els.map((el) => el.y + el.h)) - y }
}

export const middleOf = ({ x, y, w, h }: Rect) => ({ x: x + w / 2, y: y + h / 2 })

/** Notes and figures, the nearest to a point first. */
export const nearest = (scene: Scene, to: { readonly x: number; readonly y: number }): (Sticky | Shape)[] => {
  const far = (el: El) => Math.hypot(el.x + el.w / 2 - to.x, el.y + el.h / 2 - to.y)
  return scene.els.filter((el) => el.type !== 'draw').sort((a, b) => far(a) - far(b))
}
