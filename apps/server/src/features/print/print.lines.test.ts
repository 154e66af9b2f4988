import { expect, it } from 'vitest'
import { columnOf, cutTo, linesOf, paragraphsOf, plainOf, wholeOf } from './print.lines.ts'

/** Every letter is as wide as it is high. */
const measure = (words: string) => words.length
const blockMeasure = () => measure

it('takes words as paper does', () => {
  expect(plainOf('  Жазық\n\tметеостанциясы 🚀\u200b ')).toBe('Жазық метеостанциясы')
  expect(plainOf('\u202eтаман\u202c')).toBe('таман')
  expect(plainOf('a\u0000b')).toBe('a b')
  expect(plainOf('Шебер© №5™')).toBe('Шебер© №5™')
  expect(plainOf('и\u0306')).toBe('й')
  expect(paragraphsOf('бір \r\n екі\u2028үш\n\n')).toBe('бір\nекі\nүш')
  expect(plainOf('👩‍🚀🇰🇿👍🏽')).toBe('')
})

it('sets lines, and divides where a word allows it before it divides where none does', () => {
  expect(linesOf('бір екі үш', 7, measure)).toEqual({ lines: ['бір екі', 'үш'], broken: false })
  expect(linesOf('ақ-қара', 4, measure)).toEqual({ lines: ['ақ-', 'қара'], broken: false })
  expect(linesOf('орын 2-қабат', 7, measure)).toEqual({ lines: ['орын', '2-қабат'], broken: false })
  expect(linesOf('kz/stand/17', 6, measure)).toEqual({ lines: ['kz/', 'stand/', '17'], broken: false })
  expect(linesOf('абвгде', 4, measure)).toEqual({ lines: ['абвг', 'де'], broken: true })
  expect(linesOf('бір\nекі', 20, measure)).toEqual({ lines: ['бір', 'екі'], broken: false })
  expect(linesOf('', 20, measure)).toEqual({ lines: [], broken: false })
})

it('keeps a name and its initial on one line', () => {
  expect(linesOf(['Айдана С.', 'Гүлжайна Ө.'].map(wholeOf).join('\u00a0· '), 18, measure).lines).toEqual([
    'Айдана\u00a0С.\u00a0·',
    'Гүлжайна\u00a0Ө.',
  ])
  const long = 'а '.repeat(30)
  expect(wholeOf(long)).toBe(long)
})

it('shows that it cut', () => {
  expect(cutTo(['абвг', 'де'], 1, 4, measure)).toEqual(['абв…'])
  expect(cutTo(['абвг', 'де'], 2, 4, measure)).toEqual(['абвг', 'де'])
  expect(cutTo(['абвг'], 0, 4, measure)).toEqual([])
})

it('makes all of a column smaller together until it fits, and leaves out what says nothing', () => {
  const { set, height } = columnOf(
    [
      { words: 'абвг', size: 10, leading: 1 },
      { words: '', size: 10 },
      { words: 'де', size: 5, leading: 1, before: 5 },
    ],
    { width: 100, height: 100 },
    blockMeasure,
  )
  expect(set.map(({ size, lines, top }) => ({ size, lines, top }))).toEqual([
    { size: 10, lines: ['абвг'], top: 0 },
    { size: 5, lines: ['де'], top: 15 },
  ])
  expect(height).toBe(20)
})

it('shrinks rather than divides a word, and divides rather than cuts', () => {
  const one = (words: string, width: number, height: number) =>
    columnOf([{ words, size: 10, leading: 1 }], { width, height }, blockMeasure).set[0]
  const shrunk = one('абвгдежзик', 60, 100)
  expect(shrunk?.lines).toEqual(['абвгдежзик'])
  expect(shrunk?.size).toBeLessThanOrEqual(6)
  const divided = one('абвгдежзик'.repeat(10), 60, 400)
  expect(divided?.lines.join('')).toBe('абвгдежзик'.repeat(10))
})

it('cuts at the smallest size, and what comes after finds no room', () => {
  const { set, height } = columnOf(
    [
      { words: 'сөз '.repeat(300), size: 10, least: 8, leading: 1 },
      { words: 'соңы', size: 10, least: 8, leading: 1 },
    ],
    { width: 80, height: 40 },
    blockMeasure,
  )
  expect(set).toHaveLength(1)
  expect(set[0]?.lines).toHaveLength(5)
  expect(set[0]?.lines.at(-1)).toMatch(/…$/)
  expect(height).toBe(40)
})
