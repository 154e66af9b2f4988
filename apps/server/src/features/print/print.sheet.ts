import { readFileSync } from 'node:fs'
import { columnOf, plainOf, type Block, type Measure } from './print.lines.ts'
import { fontFile, inks, weights, type Weight } from './print.paper.ts'
import { outlinesOf, qrOf } from './print.qr.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Align = 'left' | 'center' | 'right'

export interface Look {
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: Align
  /** Between letters, in sizes. */
  readonly spacing?: number
}

/** Pages that are being written. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument
  /** The next page; others are let in before it begins, so that a hundred of them hold nobody up. */
  turn(): Promise<void>
  /** Remembered: the same words are asked for at many sizes. */
  measure(look?: Look): Measure
}

/** Loaded by the first who asks: the setter of pages is not small, and few ask for it. It is the one beneath pdfmake. */
let files: Map<Weight, Buffer> | null = null
const openFiles = () => (files ??= new Map(weights.map((weight) => [weight, readFileSync(fontFile(weight))])))

/** PDF pages without margins: what is drawn says where. */
export const sheetOf = async (
  { title, language, size, landscape = false }: { title: string; language: string; size: 'A3' | 'A4'; landscape?: boolean },
  draw: (sheet: Sheet) => void | Promise<void>,
): Promise<Buffer> => {
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size,
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    lang: language,
    info: { Title: plainOf(title), Creator: 'Sheber' },
    displayTitle: true,
  })
  const written = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  for (const [weight, bytes] of openFiles()) doc.registerFont(weight, bytes)
  const known = new Map<string, number>()
  await draw({
    doc,
    turn: async () => {
      await new Promise((come) => setImmediate(come))
      doc.addPage()
    },
    measure:
      ({ weight = 'text', spacing = 0 } = {}) =>
      (words) => {
        const key = `${weight} ${words}`
        let width = known.get(key)
        if (width === undefined) known.set(key, (width = doc.font(weight).fontSize(100).widthOfString(words) / 100))
        return width + spacing * words.length
      },
  })
  doc.end()
  return written
}

export interface Line extends Look {
  readonly x: number
  /** Where its letters stand. */
  readonly y: number
  readonly size: number
}

/** One line as it is; `x` is its left end, its middle or its right end. */
export const write = ({ doc, measure }: Sheet, words: string, line: Line): void => {
  const { x, y, size, weight = 'text', colour = inks.ink, align = 'left', spacing = 0 } = line
  const width = (measure(line)(words) - spacing) * size
  const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width
  doc
    .font(weight)
    .fontSize(size)
    .fillColor(colour)
    .text(words, left, y, { lineBreak: false, baseline: 'alphabetic', ...(spacing && { characterSpacing: spacing * size }) })
}

export interface Text extends Block, Look {}

/** A column of texts in its box, as large as they may be there; the place below the last of them. */
export const column = (sheet: Sheet, box: Box, texts: readonly Text[], at: 'top' | 'middle' | 'bottom' = 'top'): number => {
  const { set, height } = columnOf(texts, box, (text) => sheet.measure(text))
  const top = box.y + (at === 'top' ? 0 : at === 'middle' ? (box.height - height) / 2 : box.height - height)
  for (const { block, size, lines, top: from } of set) {
    const step = size * (block.leading ?? 1.25)
    const x = block.align === 'center' ? box.x + box.width / 2 : block.align === 'right' ? box.x + box.width : box.x
    // Capitals stand in the middle of their line; they are 0.7 high.
    lines.forEach((line, n) => write(sheet, line, { ...look(block), x, y: top + from + step * (n + 0.5) + size * 0.35, size }))
  }
  return top + height
}

const look = ({ weight, colour, align, spacing }: Text): Look => ({
  ...(weight && { weight }),
  ...(colour && { colour }),
  ...(align && { align }),
  ...(spacing && { spacing }),
})

/** The code of an address, its dark places filling the square. Black: readers want all the contrast there is. */
export const code = ({ doc }: Sheet, address: string, { x, y, size }: { x: number; y: number; size: number }): void => {
  const qr = qrOf(address)
  const module = size / qr.length
  for (const corners of outlinesOf(qr)) {
    for (const [n, [cornerX, cornerY]] of corners.entries()) {
      if (n === 0) doc.moveTo(x + cornerX * module, y + cornerY * module)
      else doc.lineTo(x + cornerX * module, y + cornerY * module)
    }
    doc.closePath()
  }
  doc.fill('#000000', 'even-odd')
}

export const rule = ({ doc }: Sheet, from: number, to: number, y: number, colour: string = inks.line, width = 0.6): void => {
  doc.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke(colour)
}

/** As it is said aloud, or typed by hand. */
export const shortOf = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '')
