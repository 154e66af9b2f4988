import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { linesOf, paragraphsOf, plainOf, wholeOf } from './print.lines.ts'
import { a4, inks, mm } from './print.paper.ts'
import { column, rule, sheetOf, write, type Sheet, type Text } from './print.sheet.ts'
import { printWords, saidIn, type PrintWords } from './print.words.ts'

/** What a round of judging said of a stand. */
export interface ReportRound {
  readonly criteria: readonly {
    readonly title: string
    readonly weight: number
    readonly points: number
    /** The most that was to be had. Without it there is no bar: it would say nothing. */
    readonly most?: number
    /** What the level that the points reached says. */
    readonly level: string
  }[]
  readonly words: readonly { readonly judge?: string; readonly text: string }[]
  /** How the result was found, in one sentence. */
  readonly sentence: string
}

export interface Report extends ReportRound {
  readonly exhibition: Said
  readonly stand: { readonly number: number | string; readonly title: string; readonly team: readonly string[] }
  /** What it was given, as it is called. */
  readonly awards?: readonly string[]
  /** Of a finalist; it comes before what was said in the first round. */
  readonly final?: ReportRound | null
  /** How two rounds become one order; empty: there was one. */
  readonly rule?: string
  /** Places between which chance decides; null where none were given. */
  readonly range: { readonly from: number; readonly to: number; readonly of: number } | null
  /** False: there was no jury, and so nothing of one. */
  readonly judged: boolean
  readonly language: Language
}

const margin = 20 * mm
const width = a4.width - 2 * margin
const [top, bottom] = [18 * mm, a4.height - 20 * mm]

/** What a team takes home from the jury: every criterion, every word, and how sure the result is. */
export const reportPdf = (...reports: readonly Report[]): Promise<Buffer> => {
  const [first] = reports
  const language = first?.language ?? 'kk'
  const of = first && (reports.length === 1 ? first.stand.title : saidIn(first.exhibition, language))
  return sheetOf({ title: `${printWords[language].report}: ${of ?? ''}`, language, size: 'A4' }, async (sheet) => {
    for (const [n, report] of reports.entries()) {
      if (n > 0) await sheet.turn()
      pages(sheet, report)
    }
  })
}

const pages = (sheet: Sheet, report: Report): void => {
  const { exhibition, stand, awards = [], range, judged, language, final, rule: said = '' } = report
  const w = printWords[language]
  const flow = flowOn(sheet, (page) => {
    rule(sheet, margin, margin + width, bottom + 5 * mm)
    column(sheet, { x: margin, y: bottom + 7 * mm, width: width - 20 * mm, height: 5 * mm }, [
      {
        words: [`${w.stand} ${plainOf(String(stand.number))}`, plainOf(stand.title)].filter(Boolean).join(' · '),
        size: 8.5,
        colour: inks.quiet,
      },
    ])
    write(sheet, String(page), { x: margin + width, y: bottom + 10 * mm, size: 8.5, colour: inks.quiet, align: 'right' })
  })
  flow.text({ words: plainOf(saidIn(exhibition, language)), size: 11, colour: inks.quiet })
  flow.text({ words: w.report, size: 11, weight: 'label', colour: inks.accent, before: 10 })
  flow.text({ words: plainOf(stand.title), size: 24, weight: 'bold', leading: 1.15, before: 2 })
  flow.text({ words: `${w.stand} ${plainOf(String(stand.number))}`, size: 11, weight: 'label', before: 5 })
  flow.text({ words: stand.team.map(plainOf).filter(Boolean).map(wholeOf).join(', '), size: 11, before: 1 })

  for (const award of awards.map(plainOf).filter(Boolean))
    flow.text({ words: award, size: 13, weight: 'bold', colour: inks.accent, before: 8 })

  if (range) {
    flow.gap(14)
    flow.text({
      words: range.from === range.to ? w.place(range.from, range.of) : w.range(range.from, range.to, range.of),
      size: 16,
      weight: 'bold',
    })
    scale(sheet, flow.take(11 * mm), range)
    if (range.from !== range.to) flow.text({ words: w.rangeWhy, size: 9.5, colour: inks.quiet })
  }
  if (said) flow.text({ words: paragraphsOf(said), size: 10.5, before: range ? 3 : 12 })
  if (final) {
    flow.text({ words: w.rounds.final, size: 17, weight: 'bold', before: 18, together: 40 * mm })
    round(sheet, flow, final, { judged, language, before: 3 })
    flow.text({ words: w.rounds.first, size: 17, weight: 'bold', before: 22, together: 40 * mm })
  }
  round(sheet, flow, report, { judged, language, before: range || final || said ? 3 : 12 })
  flow.end()
}

interface Rounded {
  readonly judged: boolean
  readonly language: Language
  /** Above its first sentence. */
  readonly before: number
}

/** Every criterion and every word of one round. */
const round = (sheet: Sheet, flow: Flow, { criteria, words, sentence }: ReportRound, { judged, language, before }: Rounded): void => {
  const w = printWords[language]
  flow.text({ words: paragraphsOf(sentence), size: 10.5, before })
  if (!judged) return

  flow.text({ words: w.criteria, size: 15, weight: 'bold', before: 20, together: 30 * mm })
  if (criteria.length === 0) flow.text({ words: w.noCriteria, size: 10.5, before: 4 })
  for (const each of criteria) criterion(sheet, flow, each, w, language)

  flow.text({ words: w.said, size: 15, weight: 'bold', before: 20, together: 25 * mm })
  const spoken = words.filter(({ text }) => paragraphsOf(text))
  if (spoken.length === 0) flow.text({ words: w.nobody, size: 10.5, before: 4 })
  for (const { judge, text } of spoken) {
    // That it was somebody of the jury is said above all of them.
    const name = plainOf(judge ?? '')
    const beside = { inset: 5 * mm, bar: true } as const
    flow.text({ words: name, size: 9.5, weight: 'label', colour: inks.quiet, before: 9, together: 14 * mm, ...beside })
    flow.text({ words: paragraphsOf(text), size: 10.5, leading: 1.4, before: name ? 0 : 8, ...beside })
  }
}

type Flow = ReturnType<typeof flowOn>

interface Flowing extends Text {
  readonly inset?: number
  /** A line at its left, as beside somebody's words. */
  readonly bar?: boolean
  /** So much must still find room after its first line, or it begins a page. */
  readonly together?: number
}

/** From line to line, from page to page. */
const flowOn = (sheet: Sheet, foot: (page: number) => void) => {
  let [y, page] = [top, 1]
  const turn = () => {
    foot(page)
    sheet.doc.addPage()
    page += 1
    y = top
  }
  return {
    gap: (height: number) => {
      if (y > top) y += height
    },
    /** A place of this height; where it begins. */
    take: (height: number): number => {
      if (y + height > bottom) turn()
      y += height
      return y - height
    },
    text: ({ words, before = 0, together = 0, inset = 0, bar = false, ...look }: Flowing) => {
      if (!words) return
      const step = look.size * (look.leading ?? 1.3)
      const { lines } = linesOf(words, (width - inset) / look.size, sheet.measure(look))
      if (y > top) y += before
      if (y + Math.max(step, together) > bottom) turn()
      for (const line of lines) {
        if (y + step > bottom) turn()
        if (bar) sheet.doc.rect(margin, y, 1 * mm, step + 0.2).fill(inks.accent)
        write(sheet, line, { ...look, x: margin + inset, y: y + step / 2 + look.size * 0.35 })
        y += step
      }
    },
    end: () => foot(page),
  }
}

const told = (value: number, language: Language): string => {
  const shown = String(Math.round(value * 10) / 10)
  return language === 'en' ? shown : shown.replace('.', ',')
}

const criterion = (sheet: Sheet, flow: Flow, one: Report['criteria'][number], w: PrintWords, language: Language): void => {
  const { doc } = sheet
  const right = `${w.points(told(one.points, language), one.most === undefined ? '' : told(one.most, language))} · ${w.weight(told(one.weight, language))}`
  flow.gap(11)
  flow.text({ words: plainOf(one.title), size: 11.5, weight: 'label', together: 22 * mm })
  flow.text({ words: right, size: 9.5, colour: inks.quiet })
  if (one.most !== undefined && one.most > 0) {
    const y = flow.take(4.4 * mm) + 1.2 * mm
    const share = Math.min(1, Math.max(0, one.points / one.most))
    doc.roundedRect(margin, y, width, 2 * mm, 1 * mm).fill(inks.tint)
    if (share > 0) doc.roundedRect(margin, y, Math.max(2 * mm, width * share), 2 * mm, 1 * mm).fill(inks.accent)
  }
  flow.text({ words: paragraphsOf(one.level), size: 10.5 })
}

/** All places in a row, with the team's among them. */
const scale = (sheet: Sheet, y: number, { from, to, of }: { from: number; to: number; of: number }): void => {
  const { doc } = sheet
  const places = Math.max(1, of)
  const at = (place: number) => margin + (width * Math.min(places, Math.max(0, place))) / places
  doc.roundedRect(margin, y + 2 * mm, width, 3 * mm, 1.5 * mm).fill(inks.tint)
  doc.roundedRect(at(from - 1), y + 2 * mm, Math.max(3 * mm, at(to) - at(from - 1)), 3 * mm, 1.5 * mm).fill(inks.accent)
  write(sheet, '1', { x: margin, y: y + 8.4 * mm, size: 8, colour: inks.quiet })
  write(sheet, String(of), { x: margin + width, y: y + 8.4 * mm, size: 8, colour: inks.quiet, align: 'right' })
}
