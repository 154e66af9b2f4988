import { crown } from './print.ornament.ts'
import { inks, mm } from './print.paper.ts'
import { write, type Sheet } from './print.sheet.ts'

/** The words on a circle, from its left over its top: each letter turned as it stands. */
const onCircle = (sheet: Sheet, words: string, { x, y, r, most }: { x: number; y: number; r: number; most: number }): void => {
  const { doc } = sheet
  const look = { weight: 'label', colour: inks.accent } as const
  const measure = sheet.measure(look)
  const letters = [...words]
  // A short name is spread out.
  const spacing = Math.min(0.5, Math.max(0.06, ((r * 2 * Math.PI * 0.8) / most - measure(words)) / Math.max(1, letters.length)))
  const wide = measure(words) + spacing * letters.length
  // As large as the circle allows, with a gap at the bottom between end and beginning.
  const size = Math.min(most, (r * 2 * Math.PI * 0.9) / wide)
  let along = (-wide * size) / 2
  let before = ''
  for (const letter of letters) {
    // The width of what has been written, and not a sum of letters: kerning counts.
    const width = measure(before + letter) - measure(before)
    const angle = ((along + (width * size) / 2) / r) * (180 / Math.PI)
    doc.save().translate(x, y).rotate(angle)
    write(sheet, letter, { ...look, x: 0, y: -r, size, align: 'center' })
    doc.restore()
    along += (width + spacing) * size
    before += letter
  }
}

/** The organiser's seal: drawn, so that it is there before anybody has ink; what proves the paper is its code. */
export const seal = (sheet: Sheet, { x, y, organiser, year }: { x: number; y: number; organiser: string; year: string }): void => {
  const { doc } = sheet
  const r = 17.5 * mm
  doc.circle(x, y, r).lineWidth(1.6).stroke(inks.accent)
  doc
    .circle(x, y, r - 1.1 * mm)
    .lineWidth(0.5)
    .stroke(inks.accent)
  doc
    .circle(x, y, r - 6.3 * mm)
    .lineWidth(0.5)
    .stroke(inks.accent)
  onCircle(sheet, organiser.toLocaleUpperCase(), { x, y, r: r - 4.9 * mm, most: 8.5 })
  // Where the name ends and begins.
  doc.circle(x, y + r - 3.7 * mm, 0.6 * mm).fill(inks.accent)
  crown(sheet, x, y - 2.2 * mm, 5.6 * mm, inks.accent, 0.9)
  write(sheet, year, { x, y: y + 7.6 * mm, size: 9.5, weight: 'bold', colour: inks.accent, align: 'center' })
}
