import { distance, middle, type Point } from '../core/geometry.ts'
import type { Around } from '../core/kind.ts'
import type { Dimension } from '../core/measure.ts'

/** World units to one square of the bare paper: what one counts where there is no scale. */
export const square = 40

/** What one square is written as. */
export const squareSign = '□'

const marks = { kk: ['мм', 'см', 'м'], ru: ['мм', 'см', 'м'], en: ['mm', 'cm', 'm'] } as const

const languageOf = (language: string): keyof typeof marks => (language === 'kk' || language === 'ru' ? language : 'en')

const digits = (n: number) => (n < 10 ? 2 : n < 100 ? 1 : 0)

const written = (n: number, language: string) =>
  new Intl.NumberFormat(languageOf(language), { maximumFractionDigits: digits(n), useGrouping: false }).format(n)

/** A length in the unit in which one says it. `mm`: world units to a millimetre, 0 where there is no scale. */
export const sayLength = (units: number, mm: number, language: string): string => {
  if (!(mm > 0)) return `${written(units / square, language)} ${squareSign}`
  const length = units / mm
  const [small, middle, large] = marks[languageOf(language)]
  if (length < 100) return `${written(length, language)} ${small}`
  return length < 1000 ? `${written(length / 10, language)} ${middle}` : `${written(length / 1000, language)} ${large}`
}

/** What a dimension says: words of its own, else how far it is from one point to the other on the sheet beneath. */
export const measuredWords = ({ text }: Dimension, [from, to]: readonly [Point, Point], around: Around, language: string): string =>
  text.split('\n')[0]?.trim() || sayLength(distance(from, to), around.scaleAt(middle(from, to)), language)
