import { describe, expect, it } from 'vitest'
import { halfWide } from './board.fixture.ts'
import { breakLines, fitText, lineHeight, padding, remembered } from './lines.ts'

const lines = (text: string, letters: number) => breakLines(text, letters / 2, halfWide)

describe('breakLines', () => {
  it.each([
    ['the wind turns', 8, ['the wind', 'turns']],
    ['ветряк крутится', 10, ['ветряк', 'крутится']],
    ['қанатты құрастырамыз ба', 20, ['қанатты құрастырамыз', 'ба']],
    ['Python-ға үйрену', 8, ['Python-', 'ға', 'үйрену']],
    ['да/нет', 4, ['да/', 'нет']],
    ['одна\nдве', 20, ['одна', 'две']],
    ['одна\n\nдве', 20, ['одна', '', 'две']],
    ['5\u00a0кг', 3, ['5\u00a0к', 'г']],
    ['конец   ', 5, ['конец']],
    ['  отступ', 8, ['  отступ']],
    ['', 5, ['']],
  ])('%j in %d letters', (text, letters, expected) => {
    expect(lines(text, letters)).toEqual(expected)
  })

  it('breaks a word that is wider than the line, but not a letter', () => {
    expect(lines('абвгдежз', 3)).toEqual(['абв', 'где', 'жз'])
    expect(lines('слово абвгдежз', 6)).toEqual(['слово', 'абвгде', 'жз'])
    expect(lines('👩‍🚀👩‍🚀', 1).join('')).toBe('👩‍🚀👩‍🚀')
    expect(lines('👩‍🚀👩‍🚀', 1)).toHaveLength(2)
    // Written as two code points: a letter and the sign above it.
    expect(lines('и\u0306и\u0306', 2).join('')).toBe('и\u0306и\u0306')
    for (const line of lines('и\u0306и\u0306и\u0306', 3)) expect(line).not.toMatch(/^\u0306/)
  })

  it('loses nothing but the spaces at the ends of lines', () => {
    const text = 'Қостанайдағы балалар жел электр станциясының үлгісін құрастырды — 12 қанат'
    for (let letters = 1; letters < 80; letters++) {
      const out = lines(text, letters)
      expect(out.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      for (const line of out) expect(line.length).toBeLessThanOrEqual(Math.max(letters, 1))
    }
  })
})

describe('fitText', () => {
  it('writes a short word large and a long text small', () => {
    const short = fitText('Жел', 200, 200, halfWide)
    const long = fitText('слово '.repeat(40), 200, 200, halfWide)
    expect(short.size).toBe(26)
    expect(long.size).toBeLessThan(short.size)
    expect(long.cut).toBe(false)
    expect(long.lines.length * long.size * lineHeight).toBeLessThanOrEqual(200 - padding)
  })

  it('shrinks the letters before it breaks a word', () => {
    const { lines, size } = fitText('құрастырушыларымыз', 200, 200, halfWide)
    expect(lines).toEqual(['құрастырушыларымыз'])
    expect(size).toBeLessThan(26)
  })

  it('cuts what cannot fit with an ellipsis', () => {
    const { lines, cut } = fitText('слово '.repeat(400), 120, 120, halfWide)
    expect(cut).toBe(true)
    expect(lines.at(-1)).toMatch(/…$/)
    expect(lines.length * 9 * lineHeight).toBeLessThanOrEqual(120)
  })
})

it('measures each word once, and does not grow for ever', () => {
  let asked = 0
  const { measure, forget } = remembered((text) => {
    asked++
    return text.length
  }, 3)
  measure('a')
  measure('a')
  expect(asked).toBe(1)
  for (const word of ['b', 'c', 'd', 'a']) measure(word)
  expect(asked).toBe(5)
  forget()
  measure('a')
  expect(asked).toBe(6)
})
