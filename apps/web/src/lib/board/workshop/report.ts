import type { Language } from '@sheber/contract/words'
import { isHex } from '@sheber/document/colour'
import type { Contact, Problem, Wire, Wiring } from './connections.ts'
import { partNames, symbolNames } from './names.ts'
import { isPart } from './parts.ts'
import { isSymbol } from './symbols.ts'
import type { WorkshopWords } from './words.ts'

/** Connections in words: for the panel, for paper, for a spreadsheet. */

export interface Line {
  readonly net: number
  readonly from: string
  readonly to: string
  readonly colour: string
  readonly label: string
}

const column = { kk: 0, ru: 1, en: 2 } as const

export const reportOf = ({ nets, problems, called }: Wiring, w: WorkshopWords, language: Language) => {
  const nameOf = (id: string): string => {
    const it = called.get(id)
    if (!it) return '?'
    const { is, kind, text, nth } = it
    const known = kind === 'part' ? isPart(is) && partNames[is] : isSymbol(is) && symbolNames[is]
    const name = text || (known ? known[column[language]] : '?')
    return nth > 0 ? `${name} ${nth}` : name
  }
  const said = (contact: Contact | undefined) => (contact ? `${nameOf(contact.id)} · ${contact.pin}` : '?')
  const colourOf = ({ colour }: Wire) => (isHex(colour) ? colour : w.paint[colour as keyof WorkshopWords['paint']])
  const number = (n: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n)
  const problemOf = (problem: Problem): string => {
    const [a, b] = problem.at.map((contact) => said(contact))
    const [first, second] = [a ?? '?', b ?? '?']
    const { wiring } = w
    switch (problem.is) {
      case 'over':
        return wiring.over(first, second, number(problem.volts), number(problem.most))
      case 'under':
        return wiring.under(first, second, number(problem.volts), number(problem.least))
      case 'supplies':
      case 'short':
      case 'motor':
        return wiring[problem.is](first, second)
      default:
        return wiring[problem.is](first)
    }
  }
  const lines = nets.flatMap(({ wires }, i): Line[] =>
    wires.map((wire) => ({ net: i + 1, from: said(wire.from), to: said(wire.to), colour: colourOf(wire), label: wire.label })),
  )
  return { lines, problems: problems.map(problemOf) }
}

/** Its rows, the header first. */
export const tableOf = (lines: readonly Line[], { wiring }: WorkshopWords): string[][] => [
  [wiring.net, wiring.from, wiring.to, wiring.colour, wiring.label],
  ...lines.map(({ net, from, to, colour, label }) => [String(net), from, to, colour, label]),
]
