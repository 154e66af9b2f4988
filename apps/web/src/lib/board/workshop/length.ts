/** World units to one square of the bare paper: what one counts where there is no scale. */
export const square = 40

const marks = { kk: ['мм', 'см', 'м'], ru: ['мм', 'см', 'м'], en: ['mm', 'cm', 'm'] } as const

const languageOf = (language: string): keyof typeof marks => (language === 'kk' || language === 'ru' ? language : 'en')

const digits = (n: number) => (n < 10 ? 2 : n < 100 ? 1 : 0)

const written = (n: number, language: string) =>
  new Intl.NumberFormat(languageOf(language), { maximumFractionDigits: digits(n), useGrouping: false }).format(n)

/** A length in the unit in which one says it. `mm`: world units to a millimetre, 0 where there is no scale. */
export const sayLength = (units: number, mm: number, language: string): string => {
  if (!(mm > 0)) return `${written(units / square, language)} □`
  const length = units / mm
  const [small, middle, large] = marks[languageOf(language)]
  if (length < 100) return `${written(length, language)} ${small}`
  return length < 1000 ? `${written(length / 10, language)} ${middle}` : `${written(length / 1000, language)} ${large}`
}
