import { describe, expect, it } from 'vitest'
import { judgePassword, judgeSecret, secretKind } from './secret.ts'

const code = (judge: () => string) => {
  try {
    return judge() && 'taken'
  } catch (refused) {
    return (refused as { code: string }).code
  }
}

describe('a password', () => {
  it.each([
    ['қызыл алма ағашы', 'madina'],
    ['три тёплых носка', 'madina'],
    ['correct horse battery', 'madina'],
    ['🚀🌳🐟🔑🚀🌳🐟🔑🚀🌳', 'madina'],
  ])('is good: %s', (password, login) => expect(code(() => judgePassword(password, login))).toBe('taken'))

  it.each([
    ['nine char', 'madina', 'nine signs'],
    ['🚀🌳🐟🔑🚀', 'madina', 'five signs that count as ten units'],
    ['aaaaaaaaaaaaaa', 'madina', 'one letter'],
    ['ababababababab', 'madina', 'two letters'],
    ['madina-2026!!', 'madina', 'holds the name'],
    ['МАДИНА-2026!!', 'мадина', 'holds the name in capitals'],
  ])('is too easy: %s for %s, %s', (password, login) => expect(code(() => judgePassword(password, login))).toBe('password-weak'))
})

describe("a child's secret", () => {
  it.each(['2580', '7193', '1357', '0912', '1999'])('takes the PIN %s', (pin) => expect(code(() => judgeSecret(pin))).toBe('taken'))

  it('refuses every run, every repetition and every year of birth', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'))
    const weak = all.filter((pin) => code(() => judgeSecret(pin)) === 'pin-weak')
    const runs = 7 + 7 // 0123 … 6789 and 9876 … 3210
    expect(weak).toHaveLength(10 + runs + 30)
    for (const pin of ['0000', '1234', '9876', '2012', '2019']) expect(weak).toContain(pin)
  })

  it.each(['sun-fish-key', 'sun-sun-key'])('takes the pictures %s', (secret) => expect(code(() => judgeSecret(secret))).toBe('taken'))

  it.each(['sun-sun-sun', 'sun-fish-dragon', 'sun-fish', '__proto__-sun-fish', 'constructor-sun-key', ''])('does not know %s', (secret) =>
    expect(code(() => judgeSecret(secret))).toBe('input'),
  )

  it('tells digits from pictures', () => {
    expect(secretKind('2580')).toBe('pin')
    expect(secretKind('sun-fish-key')).toBe('pictures')
    expect(secretKind('25801')).toBe('pictures')
  })
})
