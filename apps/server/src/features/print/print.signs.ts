import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { marks } from './print.cut.ts'
import { plainOf } from './print.lines.ts'
import { a4, inks, mm } from './print.paper.ts'
import { code, column, rule, sheetOf, write, type Box, type Sheet } from './print.sheet.ts'
import { firstOf, printWords, saidInAll } from './print.words.ts'

export interface Signs {
  readonly exhibition: Said
  readonly stands: readonly {
    readonly number: number | string
    readonly title: string
    readonly organisations: readonly string[]
    readonly address: string
  }[]
  readonly languages: readonly Language[]
}

const sign = { width: 186 * mm, height: 132 * mm } as const

/** Two signs to a page, to be cut along their marks and folded in the middle of the page or not, as the stand wants it. */
export const signsPdf = ({ exhibition, stands, languages }: Signs): Promise<Buffer> => {
  const language = firstOf(languages)
  const named = saidInAll(exhibition, languages.length > 0 ? languages : [language]).map(plainOf)
  return sheetOf({ title: named[0] ?? '', language, size: 'A4' }, async (sheet) => {
    if (stands.length === 0) write(sheet, printWords[language].none, { x: 20 * mm, y: 30 * mm, size: 14 })
    for (const [n, stand] of stands.entries()) {
      if (n > 0 && n % 2 === 0) await sheet.turn()
      const box = { ...sign, x: (a4.width - sign.width) / 2, y: n % 2 === 0 ? 11 * mm : a4.height - 11 * mm - sign.height }
      marks(sheet, box)
      draw(sheet, box, stand, named, language)
    }
  })
}

const draw = (sheet: Sheet, box: Box, stand: Signs['stands'][number], named: readonly string[], language: Language): void => {
  const pad = 8 * mm
  const [x, width] = [box.x + pad, box.width - 2 * pad]
  column(
    sheet,
    { x, y: box.y + 6 * mm, width, height: 9 * mm },
    [{ words: named.join(' · '), size: 10.5, weight: 'label', colour: inks.quiet }],
    'middle',
  )
  rule(sheet, x, x + width, box.y + 17 * mm, inks.ink, 1)
  const look = { weight: 'heavy', colour: inks.accent } as const
  const number = plainOf(String(stand.number))
  const size = Math.min(190, (106 * mm) / Math.max(0.3, sheet.measure(look)(number)))
  write(sheet, printWords[language].stand.toLocaleUpperCase(), {
    x,
    y: box.y + 25 * mm,
    size: 11,
    weight: 'label',
    colour: inks.quiet,
    spacing: 0.08,
  })
  write(sheet, number, { ...look, x, y: box.y + 77 * mm, size })
  const square = 46 * mm
  code(sheet, stand.address, { x: x + width - square, y: box.y + 27 * mm, size: square })
  column(
    sheet,
    { x, y: box.y + 84 * mm, width, height: box.height - 84 * mm - 7 * mm },
    [
      { words: plainOf(stand.title), size: 30, weight: 'bold', leading: 1.14 },
      { words: stand.organisations.map(plainOf).filter(Boolean).join(' · '), size: 13, colour: inks.quiet, before: 5, least: 9 },
    ],
    'middle',
  )
}
