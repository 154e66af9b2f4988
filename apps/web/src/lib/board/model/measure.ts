import type { Extent, Unit } from '@sheber/document/thing'

const millimetres: Readonly<Record<Unit, number>> = { mm: 1, cm: 10, m: 1000, inch: 25.4 }

const marks = { kk: 'мм', ru: 'мм', en: 'mm' } as const
const languageOf = (language: string): keyof typeof marks => (language === 'kk' || language === 'ru' ? language : 'en')

const digits = (n: number) => (n < 10 ? 2 : n < 1000 ? 1 : 0)

export const inMillimetres = (extent: Extent, unit: Unit): Extent => {
  const [x, y, z] = extent.map((side) => side * millimetres[unit])
  return [x ?? 0, y ?? 0, z ?? 0]
}

/** One side, as a workshop says it: always in millimetres. */
export const saySide = (mm: number, language: string): string => {
  const known = languageOf(language)
  return `${new Intl.NumberFormat(known, { maximumFractionDigits: digits(mm), useGrouping: false }).format(mm)} ${marks[known]}`
}

/** `20 × 20 × 12,5 мм` */
export const saySize = (extent: Extent, unit: Unit, language: string): string => {
  const known = languageOf(language)
  const sides = inMillimetres(extent, unit).map((mm) => saySide(mm, known).split(' ')[0])
  return `${sides.join(' × ')} ${marks[known]}`
}
