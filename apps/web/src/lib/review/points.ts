import type { Remark } from '@sheber/contract/review'
import type { Spot } from '#lib/portfolio/piece/spot.ts'

/** A remark that stands at a place of a picture or of a piece of a board, with the number it has there and in the list of remarks. */
export interface Point {
  readonly n: number
  readonly threadId: string
  /** One of both; both: a picture on a page of a notebook. */
  readonly fileId: string | null
  readonly pieceId: string | null
  /** Of a board: what lies there. */
  readonly thingId: string | null
  /** Of the picture's width and height. */
  readonly x: number
  readonly y: number
  /** What holds it does so no more; said of a picture on a page of a notebook. */
  readonly lost: boolean
}

/** In the order in which they were said; the answers in a thread have no place of their own. */
export const pointsOf = (remarks: readonly Pick<Remark, 'id' | 'threadId' | 'anchor'>[]): readonly Point[] =>
  remarks
    .filter(({ id, threadId }) => id === threadId)
    .flatMap(({ threadId, anchor }) => (anchor?.point ? [{ threadId, ...anchor.point }] : []))
    .map((point, at) => ({ n: at + 1, ...point }))

const step = 0.05
const fine = 0.01
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export type { Spot }

/** Where an arrow moves a mark to, within the picture; null: it is no arrow. */
export const moved = ({ x, y }: Spot, key: string, isFine: boolean): Spot | null => {
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined
  if (!to) return null
  const by = isFine ? fine : step
  const within = (value: number) => Math.min(1, Math.max(0, Math.round(value * 100) / 100))
  return { x: within(x + to[0] * by), y: within(y + to[1] * by) }
}
