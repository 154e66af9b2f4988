import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { plainOf, wholeOf } from './print.lines.ts'
import { border, crown, divider } from './print.ornament.ts'
import { a4, inks, mm } from './print.paper.ts'
import { seal } from './print.seal.ts'
import { code, column, rule, sheetOf, shortOf, type Sheet, type Text } from './print.sheet.ts'
import { dayIn, firstOf, printWords, saidIn, saidInAll, type DiplomaKind, type Heading } from './print.words.ts'

export interface Diploma {
  readonly kind: DiplomaKind
  readonly degree: 1 | 2 | 3 | null
  readonly award: Said
  readonly exhibition: Said
  readonly organiser: Said
  readonly year: number
  /** `2026-05-14`. */
  readonly day: string
  readonly nomination: Said | string
  readonly title: string
  readonly team: readonly string[]
  /** To whom it is given, where it is not the team's. */
  readonly person?: string
  /** Empty: it is not named. */
  readonly school: string
  readonly supervisors: readonly string[]
  readonly signers: readonly { readonly name: string; readonly office: string }[]
  /** Empty: it has none. */
  readonly number: string
  /** Where the code leads: to what is known of this very paper; null: nowhere. */
  readonly address: string | null
  /** The first is the paper's own, the others stand smaller beneath it. */
  readonly languages: readonly Language[]
}

/** A4 upright, one page for each; together, because a print shop wants one file. */
export const diplomaPdf = (...diplomas: readonly Diploma[]): Promise<Buffer> => {
  const language = firstOf(diplomas[0]?.languages ?? [])
  const title = diplomas.map(({ kind, degree }) => headed(printWords[language].kinds[kind], degree, language, kind))[0]
  return sheetOf(
    {
      title: [title ? lineOf(title) : '', diplomas.length === 1 ? diplomas[0]?.number : ''].filter(Boolean).join(' '),
      language,
      size: 'A4',
    },
    async (sheet) => {
      for (const [n, diploma] of diplomas.entries()) {
        if (n > 0) await sheet.turn()
        page(sheet, diploma)
      }
    },
  )
}

const numerals = ['', 'I', 'II', 'III'] as const

const headed = (plain: Heading, degree: 1 | 2 | 3 | null, language: Language, kind: DiplomaKind): Heading =>
  degree && kind === 'diploma' ? printWords[language].degree(numerals[degree]) : plain

const headingOf = ({ kind, degree }: Diploma, language: Language): Heading =>
  headed(printWords[language].kinds[kind], degree, language, kind)

const lineOf = ({ over, big, under }: Heading): string => {
  // `under` is written small already, and may hold a Roman numeral.
  return [over, over ? big.toLocaleLowerCase() : big, under].filter(Boolean).join(' ')
}

const middle = { align: 'center' } as const

const page = (sheet: Sheet, diploma: Diploma): void => {
  const languages = diploma.languages.length > 0 ? [...new Set(diploma.languages)] : (['kk'] as const)
  const [language, ...others] = languages
  const w = printWords[language ?? 'kk']
  const inner = border(sheet, { x: 9 * mm, y: 9 * mm, width: a4.width - 18 * mm, height: a4.height - 18 * mm }, 10 * mm)
  crown(sheet, a4.width / 2, 139 * mm, 62 * mm, '#f1f5f7', 3.2 * mm)

  const box = { x: inner.x + 12 * mm, y: inner.y + 9 * mm, width: inner.width - 24 * mm, height: 0 }
  column(sheet, { ...box, height: 17 * mm }, [
    ...saidInAll(diploma.organiser, languages).map((words, n): Text => ({
      ...middle,
      words: plainOf(words),
      size: n === 0 ? 12.5 : 9.5,
      weight: n === 0 ? 'label' : 'text',
      colour: n === 0 ? inks.ink : inks.quiet,
      leading: 1.3,
    })),
  ])

  const heading = headingOf(diploma, language ?? 'kk')
  const bottom = column(
    sheet,
    { ...box, y: 48 * mm, height: 40 * mm },
    [
      { ...middle, words: heading.over, size: 17, weight: 'label', colour: inks.lamp, leading: 1.35 },
      { ...middle, words: heading.big.toLocaleUpperCase(), size: 44, weight: 'heavy', colour: inks.accent, spacing: 0.05, leading: 1.15 },
      { ...middle, words: heading.under, size: 17, weight: 'label', colour: inks.lamp, leading: 1.35 },
      { ...middle, words: others.map((other) => lineOf(headingOf(diploma, other))).join(' · '), size: 11, colour: inks.quiet, before: 4 },
    ],
    'middle',
  )
  divider(sheet, a4.width / 2, bottom + 6 * mm, 70 * mm)

  const team = diploma.team.map(plainOf).filter(Boolean)
  const person = plainOf(diploma.person ?? '')
  const to = person ? 'person' : 'team'
  // A few names stand each on its line; many follow one another.
  const names = person || (team.length > 4 ? team.map(wholeOf).join(', ') : team.join('\n'))
  const texts: Text[] = [
    { ...middle, words: languages.map((each) => printWords[each].given[diploma.kind][to]).join(' · '), size: 10.5, colour: inks.quiet },
    { ...middle, words: names, size: person ? 30 : team.length > 4 ? 17 : 21, weight: 'bold', leading: 1.22, before: 7 },
    {
      ...middle,
      words: person && team.length > 1 ? w.members(team.map(wholeOf).join(', ')) : '',
      size: 10.5,
      colour: inks.quiet,
      before: 3,
    },
    { ...middle, words: plainOf(diploma.school), size: 11, before: 4 },
    ...(plainOf(diploma.title) ? languages.map((each) => printWords[each].project[diploma.kind](plainOf(diploma.title))) : []).map(
      (words, n): Text => ({
        ...middle,
        words,
        size: n === 0 ? 15 : 10.5,
        weight: n === 0 ? 'label' : 'text',
        colour: n === 0 ? inks.ink : inks.quiet,
        before: n === 0 ? 13 : 3,
      }),
    ),
    ...saidInAll(diploma.award, languages).map((words, n): Text => ({
      ...middle,
      words: plainOf(words),
      size: n === 0 ? 14 : 10.5,
      weight: n === 0 ? 'bold' : 'text',
      colour: n === 0 ? inks.lamp : inks.quiet,
      before: n === 0 ? 12 : 2,
    })),
    ...languages
      .map((each) => ({ each, said: plainOf(saidIn(diploma.nomination, each)) }))
      .filter(({ said }) => said)
      .map(({ each, said }, n): Text => ({
        ...middle,
        words: printWords[each].nomination(said),
        size: n === 0 ? 11.5 : 9.5,
        colour: n === 0 ? inks.ink : inks.quiet,
        before: n === 0 ? 9 : 2,
      })),
    ...saidInAll(diploma.exhibition, languages).map((words, n): Text => ({
      ...middle,
      words: plainOf(words),
      size: n === 0 ? 11.5 : 9.5,
      colour: n === 0 ? inks.ink : inks.quiet,
      before: n === 0 ? 8 : 2,
    })),
    {
      ...middle,
      words:
        diploma.supervisors.length > 0
          ? w.supervisors(diploma.supervisors.map(plainOf).map(wholeOf).join(', '), diploma.supervisors.length > 1)
          : '',
      size: 10.5,
      before: 9,
    },
  ]
  const top = bottom + 11 * mm
  column(sheet, { ...box, y: top, height: signedAt(diploma).first - 11 * mm - top }, texts, 'middle')
  foot(sheet, diploma, w, language ?? 'kk')
}

/** Where the first signs and how far beneath it the next: all of them over the seal, which covers nobody. */
const signedAt = ({ signers }: Diploma): { first: number; step: number } => {
  const last = 234.5 * mm
  const step = Math.min(13 * mm, (22 * mm) / Math.max(1, signers.length - 1))
  return { first: Math.min(221 * mm, last - step * Math.max(0, signers.length - 1)), step }
}

/** Who signs, the seal, and the code by which anybody checks the paper. */
const foot = (sheet: Sheet, diploma: Diploma, w: (typeof printWords)[Language], language: Language): void => {
  const [left, right] = [31 * mm, a4.width - 31 * mm]
  const { first, step } = signedAt(diploma)
  for (const [n, { name, office }] of diploma.signers.entries()) {
    const y = first + n * step
    const height = Math.min(9.2 * mm, step - 0.4 * mm)
    const place = { y: y + 1.2 * mm - height, height }
    column(
      sheet,
      { ...place, x: left, width: 57 * mm },
      [{ words: plainOf(office), size: 10, colour: inks.quiet, leading: 1.15 }],
      'bottom',
    )
    rule(sheet, left + 60 * mm, right - 44 * mm, y, inks.ink, 0.5)
    column(
      sheet,
      { ...place, x: right - 41 * mm, width: 41 * mm },
      [{ words: plainOf(name), size: 10.5, weight: 'label', leading: 1.15 }],
      'bottom',
    )
  }
  seal(sheet, { x: left + 18 * mm, y: 256 * mm, organiser: plainOf(saidIn(diploma.organiser, language)), year: String(diploma.year) })
  const size = 24 * mm
  const { address } = diploma
  if (address) code(sheet, address, { x: right - size, y: 245 * mm, size })
  const words = { x: left + 40 * mm, width: right - size - 6 * mm - (left + 40 * mm) }
  column(
    sheet,
    { ...words, y: 245 * mm, height: size },
    [
      { words: dayIn(language, diploma.day), size: 10.5, weight: 'label' },
      { words: diploma.number && w.number(plainOf(diploma.number)), size: 10.5, weight: 'label', before: 1 },
      { words: !address ? '' : w.verify, size: 8, colour: inks.quiet, align: 'right', before: 9 },
      { words: address ? shortOf(address) : '', size: 8, colour: inks.quiet, align: 'right' },
    ],
    'bottom',
  )
}
