import type { Rect } from '../core/geometry.ts'

/** Sheets of paper, and where on them a part of the board comes to lie. */

export const papers = ['a4', 'a3', 'poster', 'frame'] as const
export type Paper = (typeof papers)[number]

/** Short side and long side, millimetres; a frame is its own paper. */
const sizes = { a4: [210, 297], a3: [297, 420], poster: [850, 1680] } as const
/** What a printer cannot reach, millimetres. */
const margin = 10

export const pointsPerMm = 72 / 25.4
/** One world unit is a CSS pixel at 100 %. */
const mmPerUnit = 25.4 / 96
/** Readers of PDF open no larger page: 200 inches. */
const sideMmMax = 5080

export interface Page {
  /** Millimetres. */
  readonly w: number
  readonly h: number
  /** Where the upper left corner of the part lies, millimetres from the upper left corner of the page. */
  readonly x: number
  readonly y: number
  /** Millimetres to a world unit. */
  readonly scale: number
  /** What is drawn to a scale has its real size. */
  readonly real: boolean
}

/** `mm` world units are a millimetre; 0 where there is no scale. */
export const pageOf = ({ w, h }: Rect, mm: number, paper: Paper): Page => {
  const real = mm > 0 ? 1 / mm : null
  if (paper === 'frame') {
    const wanted = real ?? mmPerUnit
    const scale = Math.min(wanted, sideMmMax / w, sideMmMax / h)
    return { w: w * scale, h: h * scale, x: 0, y: 0, scale, real: real !== null && scale === wanted }
  }
  const [short, long] = sizes[paper]
  const [pageW, pageH] = w > h ? [long, short] : [short, long]
  const [roomW, roomH] = [pageW - 2 * margin, pageH - 2 * margin]
  const fits = real !== null && w * real <= roomW && h * real <= roomH
  const scale = fits ? real : Math.min(roomW / w, roomH / h)
  return { w: pageW, h: pageH, x: (pageW - w * scale) / 2, y: (pageH - h * scale) / 2, scale, real: fits }
}
