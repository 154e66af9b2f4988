import { inks, mm } from './print.paper.ts'
import type { Box, Sheet } from './print.sheet.ts'

/**
 * A border of қошқар мүйіз, the ram's horns of Kazakh felt and wood: two horns that roll out of one stem. One stands on the band's
 * inner edge, the next hangs from the outer one, so that what lies between them is a horn again.
 */

/** Around the stem's foot at 0 0, 7.6 high and 9.6 wide. */
const horns =
  'M0 0V-5.1A2.5 2.5 0 0 1 5-5.1A1.75 1.75 0 0 1 1.5-5.1A1 1 0 0 1 3.5-5.1' +
  'M0-5.1A2.5 2.5 0 0 0-5-5.1A1.75 1.75 0 0 0-1.5-5.1A1 1 0 0 0-3.5-5.1'

/** For the corners: the horns on a leaf, and a seed over them. */
const corner =
  'M0 0V-6M0-6A3.4 3.4 0 0 1 6.8-6A2.4 2.4 0 0 1 2-6A1.4 1.4 0 0 1 4.8-6M0-6A3.4 3.4 0 0 0-6.8-6A2.4 2.4 0 0 0-2-6A1.4 1.4 0 0 0-4.8-6'

const draw = ({ doc }: Sheet, path: string, at: { x: number; y: number; turn: number; size: number; colour: string; width: number }) => {
  doc
    .save()
    .translate(at.x, at.y)
    .rotate(at.turn)
    .scale(at.size)
    .path(path)
    .lineWidth(at.width)
    .lineCap('round')
    .lineJoin('round')
    .stroke(at.colour)
    .restore()
}

const frame = ({ doc }: Sheet, { x, y, width, height }: Box, colour: string, line: number) =>
  doc.rect(x, y, width, height).lineWidth(line).stroke(colour)

const diamond = ({ doc }: Sheet, x: number, y: number, r: number, colour: string) =>
  doc.polygon([x, y - r], [x + r, y], [x, y + r], [x - r, y]).fill(colour)

/** Drawn inside the box; what remains in the middle. */
export const border = (sheet: Sheet, box: Box, band: number): Box => {
  const inner = { x: box.x + band, y: box.y + band, width: box.width - 2 * band, height: box.height - 2 * band }
  const size = band / 11.4
  // The corners' horns reach into the sides.
  const room = band * 0.42
  const side = (whole: number, turn: number, x: number, y: number) => {
    const length = whole - 2 * room
    // An odd number, so that both ends of a side look alike.
    const count = Math.max(1, Math.round(length / (band * 1.06) / 2) * 2 - 1)
    const step = length / count
    sheet.doc.save().translate(x, y).rotate(turn)
    for (let n = 0; n < count; n++) {
      const stands = n % 2 === 0
      const at = { x: room + step * (n + 0.5), y: stands ? 0 : -band, turn: stands ? 0 : 180, size, width: 1.25 }
      draw(sheet, horns, { ...at, colour: stands ? inks.accent : inks.lamp })
      diamond(sheet, room + step * (n + 0.5), stands ? -band * 0.83 : -band * 0.17, band * 0.055, stands ? inks.accent : inks.lamp)
    }
    sheet.doc.restore()
  }
  const { x, y, width, height } = inner
  side(width, 0, x, y)
  side(height, 90, x + width, y)
  side(width, 180, x + width, y + height)
  side(height, 270, x, y + height)
  const corners = [
    [x, y, -45],
    [x + width, y, 45],
    [x + width, y + height, 135],
    [x, y + height, 225],
  ] as const
  for (const [cornerX, cornerY, turn] of corners)
    draw(sheet, corner, { x: cornerX, y: cornerY, turn, size: size * 0.92, colour: inks.accent, width: 1.35 })
  frame(sheet, box, inks.accent, 1.4)
  frame(sheet, inner, inks.accent, 0.7)
  const gap = 1.2 * mm
  frame(sheet, { x: x + gap, y: y + gap, width: width - 2 * gap, height: height - 2 * gap }, inks.lamp, 0.4)
  return inner
}

/** A short rule with a horn in its middle, between the parts of a page. */
export const divider = (sheet: Sheet, x: number, y: number, width: number): void => {
  const { doc } = sheet
  const [gap, half] = [7 * mm, width / 2]
  for (const side of [-1, 1])
    doc
      .moveTo(x + side * gap, y)
      .lineTo(x + side * half, y)
      .lineWidth(0.5)
      .stroke(inks.lamp)
  draw(sheet, horns, { x, y: y + 1.8 * mm, turn: 0, size: 0.85, colour: inks.lamp, width: 1.3 })
}

/** Шаңырақ, the crown of a yurt: what is round on these pages. */
export const crown = ({ doc }: Sheet, x: number, y: number, r: number, colour: string, width: number): void => {
  doc.save().lineWidth(width)
  doc.circle(x, y, r).stroke(colour)
  doc.circle(x, y, r * 0.8).stroke(colour)
  // Where the roof's poles are stuck in.
  for (let n = 0; n < 36; n++) {
    const [cos, sin] = [Math.cos((n * Math.PI) / 18), Math.sin((n * Math.PI) / 18)]
    doc
      .moveTo(x + cos * r * 0.8, y + sin * r * 0.8)
      .lineTo(x + cos * r, y + sin * r)
      .lineWidth(width * 0.6)
      .stroke(colour)
  }
  doc.lineWidth(width)
  doc.circle(x, y, r * 0.8).clip()
  for (const turn of [0, 90])
    for (const bend of [-1, 0, 1]) {
      doc
        .save()
        .translate(x, y)
        .rotate(turn + 45)
      // Three bent poles each way, which cross in the middle.
      const [end, middle] = [bend * r * 0.26, bend * r * 0.1]
      doc.moveTo(-r, end).quadraticCurveTo(0, middle, r, end).stroke(colour)
      doc.restore()
    }
  doc.restore()
}
