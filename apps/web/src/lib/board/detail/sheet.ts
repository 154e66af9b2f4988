import type { Place, ThingOf } from '@sheber/document/thing'

/** A frame as a sheet of paper: its size, the scale of what is drawn on it, and its lines. */

type Frame = ThingOf<'frame'>

/** World units to a millimetre of paper: an A4 sheet is then about as wide as a screen. */
export const paperMm = 4

/** Short side and long side, millimetres. */
export const papers = { a5: [148, 210], a4: [210, 297], a3: [297, 420], a2: [420, 594], a1: [594, 841] } as const
export type PaperName = keyof typeof papers
export const paperNames = Object.keys(papers) as PaperName[]

/** So many millimetres of the thing on one of the paper. */
export const scales = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const

const isNear = (a: number, b: number) => Math.abs(a - b) < 0.5

/** Which paper it is now; null: a size of its own. */
export const paperOf = ([, , w, h]: Place): PaperName | null =>
  paperNames.find((name) => {
    const [short, long] = papers[name]
    return isNear(Math.min(w, h), short * paperMm) && isNear(Math.max(w, h), long * paperMm)
  }) ?? null

export const isUpright = ([, , w, h]: Place) => h > w

/** The upper left corner stays. */
export const placeOnPaper = ([x, y]: Place, name: PaperName, upright: boolean): Place => {
  const [short, long] = papers[name]
  const [w, h] = upright ? [short, long] : [long, short]
  return [x, y, w * paperMm, h * paperMm]
}

export const scaleOf = ({ mm }: Pick<Frame, 'mm'>): number => (mm > 0 ? paperMm / mm : 0)

/** Its lines stay as close on the paper as they were: one millimetre where there were none. */
export const inScale = ({ mm, grid }: Pick<Frame, 'mm' | 'grid'>, scale: number) => {
  if (scale === 0) return { mm: 0, grid: 0 }
  const next = paperMm / scale
  return { mm: next, grid: mm > 0 ? (grid * mm) / next : scale }
}

export const sayScale = (scale: number) => (scale < 1 ? `${Math.round(1 / scale)}:1` : `1:${Math.round(scale * 100) / 100}`)
