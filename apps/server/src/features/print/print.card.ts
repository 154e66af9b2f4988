import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { marks } from './print.cut.ts'
import { plainOf } from './print.lines.ts'
import { a4, inks, mm } from './print.paper.ts'
import { code, column, rule, sheetOf, write, type Box, type Sheet } from './print.sheet.ts'
import { dayIn, printWords, saidIn } from './print.words.ts'

export interface Card {
  readonly judge: string
  /** It opens the judge's page on whatever phone reads it. */
  readonly address: string
  /** The last day on which it does. */
  readonly until: string
  /** The judge's own. */
  readonly language: Language
}

export interface Cards {
  readonly exhibition: Said
  readonly cards: readonly Card[]
  readonly language: Language
}

const card = { width: 92 * mm, height: 130 * mm } as const
const perPage = 4

/** What a judge without a sign-in is handed: four to a page, to be cut apart, so that nobody carries off another's. */
export const cardsPdf = ({ exhibition, cards, language }: Cards): Promise<Buffer> =>
  sheetOf({ title: printWords[language].card.title, language, size: 'A4' }, async (sheet) => {
    if (cards.length === 0) write(sheet, printWords[language].none, { x: 20 * mm, y: 30 * mm, size: 14 })
    for (const [n, one] of cards.entries()) {
      if (n > 0 && n % perPage === 0) await sheet.turn()
      const [across, down] = [n % 2, Math.floor((n % perPage) / 2)]
      const box = {
        ...card,
        x: across === 0 ? 10 * mm : a4.width - 10 * mm - card.width,
        y: down === 0 ? 14 * mm : a4.height - 14 * mm - card.height,
      }
      marks(sheet, box)
      draw(sheet, box, one, saidIn(exhibition, one.language))
    }
  })

const draw = (sheet: Sheet, box: Box, { judge, address, until, language }: Card, exhibition: string): void => {
  const w = printWords[language].card
  const pad = 6 * mm
  const [x, width] = [box.x + pad, box.width - 2 * pad]
  column(
    sheet,
    { x, y: box.y + 5 * mm, width, height: 14 * mm },
    [{ words: plainOf(exhibition), size: 9, weight: 'label', colour: inks.quiet }],
    'middle',
  )
  rule(sheet, x, x + width, box.y + 21 * mm, inks.ink, 1)
  column(
    sheet,
    { x, y: box.y + 23 * mm, width, height: 20 * mm },
    [
      { words: w.title, size: 9.5, colour: inks.quiet },
      { words: plainOf(judge), size: 17, weight: 'bold', leading: 1.15, before: 2 },
    ],
    'middle',
  )
  const square = 48 * mm
  code(sheet, address, { x: box.x + (box.width - square) / 2, y: box.y + 46 * mm, size: square })
  column(sheet, { x, y: box.y + 97 * mm, width, height: box.height - 97 * mm - 5 * mm }, [
    { words: w.how, size: 10, leading: 1.2 },
    { words: w.alone, size: 9, colour: inks.quiet, leading: 1.2, before: 3 },
    { words: w.until(dayIn(language, until)), size: 9, weight: 'label', before: 3 },
  ])
}
