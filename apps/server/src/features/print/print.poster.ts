import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { languages as allLanguages } from '@sheber/contract/plain'
import { paragraphsOf, plainOf, wholeOf } from './print.lines.ts'
import { a4, inks, mm } from './print.paper.ts'
import { qrOf, quietModules } from './print.qr.ts'
import { code, column, rule, sheetOf, shortOf, write, type Sheet } from './print.sheet.ts'
import { daysIn, firstOf, printWords, saidInAll, type Days } from './print.words.ts'

export interface Poster {
  readonly format: 'A3' | 'A4'
  readonly exhibition: Said
  readonly place: string
  readonly days: Days
  readonly number: number | string
  readonly title: string
  readonly team: readonly string[]
  readonly organisations: readonly string[]
  readonly about: string
  /** Of the stand's page. */
  readonly address: string
  /** In which it speaks, the first loudest; how a phone opens it stands there in all three. */
  readonly languages: readonly Language[]
}

/** One page for each; a hundred of them are one file, as a print shop wants it. All have the format of the first. */
export const posterPdf = (...posters: readonly Poster[]): Promise<Buffer> => {
  const [first] = posters
  const size = first?.format ?? 'A4'
  const language = firstOf(first?.languages ?? [])
  return sheetOf({ title: posters.length === 1 && first ? first.title : printWords[language].stand, language, size }, async (sheet) => {
    for (const [n, poster] of posters.entries()) {
      if (n > 0) await sheet.turn()
      sheet.doc.save()
      // A3 is A4 seen through a glass.
      if (size === 'A3') sheet.doc.scale(Math.SQRT2)
      page(sheet, poster)
      sheet.doc.restore()
    }
  })
}

const margin = 14 * mm
const width = a4.width - 2 * margin

/**
 * A phone that films 1080 points across sees about 0.9 of them in a millimetre at 1.5 m, and reads a code whose modules are more
 * than two points wide: 3 mm.
 */
const moduleMm = 3
const [codeLeast, codeMost] = [105 * mm, 123 * mm]

const page = (sheet: Sheet, poster: Poster): void => {
  const language = firstOf(poster.languages)
  const w = printWords[language]
  const [named = '', ...others] = saidInAll(poster.exhibition, poster.languages.length > 0 ? poster.languages : [language]).map(plainOf)
  column(sheet, { x: margin, y: 12 * mm, width: width * 0.62, height: 16 * mm }, [
    { words: named, size: 12.5, weight: 'label', leading: 1.2 },
    ...others.map((words) => ({ words, size: 8.5, colour: inks.quiet, before: 2 })),
  ])
  column(sheet, { x: margin + width * 0.66, y: 12 * mm, width: width * 0.34, height: 16 * mm }, [
    { words: daysIn(language, poster.days), size: 10.5, weight: 'label', align: 'right' },
    { words: plainOf(poster.place), size: 9.5, colour: inks.quiet, align: 'right', before: 1 },
  ])
  rule(sheet, margin, margin + width, 30 * mm, inks.ink, 1)

  const number = plainOf(String(poster.number))
  const numberLook = { weight: 'heavy', colour: inks.accent } as const
  const numberWidth = Math.min(64 * mm, sheet.measure(numberLook)(number) * 118)
  const numberSize = numberWidth / Math.max(0.3, sheet.measure(numberLook)(number))
  write(sheet, w.stand.toLocaleUpperCase(), {
    x: margin + 0.6 * mm,
    y: 38 * mm,
    size: 9.5,
    weight: 'label',
    colour: inks.quiet,
    spacing: 0.08,
  })
  write(sheet, number, { ...numberLook, x: margin, y: 41 * mm + 33 * mm, size: numberSize })

  const code1 = codeSize(poster.address)
  const codeTop = a4.height - margin - 12 * mm - code1
  const side = margin + Math.max(numberWidth, 40 * mm) + 8 * mm
  const titleBottom = column(sheet, { x: side, y: 33.5 * mm, width: margin + width - side, height: 46 * mm }, [
    { words: plainOf(poster.title), size: 34, weight: 'bold', leading: 1.12 },
    { words: poster.organisations.map(plainOf).filter(Boolean).join('\u00a0· '), size: 11, colour: inks.quiet, before: 7, least: 8 },
  ])
  column(
    sheet,
    { x: margin, y: Math.max(titleBottom, 76 * mm) + 4 * mm, width, height: codeTop - 8 * mm - Math.max(titleBottom, 76 * mm) - 4 * mm },
    [
      { words: poster.team.map(plainOf).filter(Boolean).map(wholeOf).join('\u00a0· '), size: 15, weight: 'label', least: 9 },
      { words: paragraphsOf(poster.about), size: 16, leading: 1.4, before: 7, least: 8.5 },
    ],
  )

  code(sheet, poster.address, { x: margin, y: codeTop, size: code1 })
  const gap = (code1 / qrOf(poster.address).length) * quietModules
  const words = { x: margin + code1 + gap, width: width - code1 - gap }
  phone(sheet, words.x, codeTop)
  column(
    sheet,
    { ...words, y: codeTop + 36 * mm, height: code1 - 36 * mm },
    [...new Set([...poster.languages, ...allLanguages])].map((each, n) => ({
      words: printWords[each].scan,
      size: n === 0 ? 26 : 16,
      weight: n === 0 ? 'bold' : 'text',
      colour: n === 0 ? inks.ink : inks.quiet,
      leading: 1.18,
      before: 13,
    })),
  )
  column(
    sheet,
    { x: margin, y: codeTop + code1 + 5 * mm, width, height: 9 * mm },
    [{ words: shortOf(plainOf(poster.address)), size: 17, weight: 'label', colour: inks.accent }],
    'middle',
  )
}

const codeSize = (address: string): number => Math.min(codeMost, Math.max(codeLeast, qrOf(address).length * moduleMm * mm))

/** A phone that looks at a code. */
const phone = ({ doc }: Sheet, x: number, y: number): void => {
  const [w, h] = [15 * mm, 27 * mm]
  doc.save().lineWidth(1.6).lineJoin('round').lineCap('round')
  doc.roundedRect(x, y, w, h, 2.4 * mm).stroke(inks.ink)
  doc
    .moveTo(x + w / 2 - 2 * mm, y + h - 2.4 * mm)
    .lineTo(x + w / 2 + 2 * mm, y + h - 2.4 * mm)
    .stroke(inks.ink)
  const [left, top, right, bottom, arm] = [x + 3.2 * mm, y + 8 * mm, x + w - 3.2 * mm, y + 16.6 * mm, 2.4 * mm]
  const corner = (cornerX: number, cornerY: number, toX: number, toY: number) =>
    doc
      .moveTo(cornerX + toX * arm, cornerY)
      .lineTo(cornerX, cornerY)
      .lineTo(cornerX, cornerY + toY * arm)
      .stroke(inks.accent)
  corner(left, top, 1, 1)
  corner(right, top, -1, 1)
  corner(left, bottom, 1, -1)
  corner(right, bottom, -1, -1)
  doc.restore()
}
