import { mm } from './print.paper.ts'
import type { Box, Sheet } from './print.sheet.ts'

/** Where the knife goes: outside the sign, so that nothing of them is left on it. */
export const marks = ({ doc }: Sheet, { x, y, width, height }: Box): void => {
  const [gap, arm] = [1.5 * mm, 5 * mm]
  doc.save().lineWidth(0.5)
  for (const [cornerX, outX] of [
    [x, -1],
    [x + width, 1],
  ] as const)
    for (const [cornerY, outY] of [
      [y, -1],
      [y + height, 1],
    ] as const) {
      doc
        .moveTo(cornerX + outX * gap, cornerY)
        .lineTo(cornerX + outX * (gap + arm), cornerY)
        .stroke('#000000')
      doc
        .moveTo(cornerX, cornerY + outY * gap)
        .lineTo(cornerX, cornerY + outY * (gap + arm))
        .stroke('#000000')
    }
  doc.restore()
}
