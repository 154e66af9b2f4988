import { judgePassword, judgeSecret } from '@sheber/domain/secret'
import { expect, it } from 'vitest'
import { drawPassword, drawSecret } from './draw.server.ts'
import { easyWords } from './easy-words.server.ts'

const languages = ['kk', 'ru', 'en'] as const
const times = Array.from({ length: 300 }, (_, i) => i)

it.each(languages)('draws %s passwords of three easy words and two digits that the judge lets pass', (language) => {
  for (const _ of times) {
    const password = drawPassword(language, 'marat.o')
    const [one, two, three, digits, ...rest] = password.split('-')
    expect([one, two, three].every((word) => easyWords[language].includes(word ?? ''))).toBe(true)
    expect(digits).toMatch(/^\d\d$/)
    expect(rest).toEqual([])
    expect(judgePassword(password, 'marat.o')).toBe(password)
  }
})

it('never draws a password that holds the sign-in name', () => {
  for (const _ of times) expect(drawPassword('en', 'sun')).not.toContain('sun')
})

it('draws secrets that pass the judge of chosen ones, and not always the same', () => {
  for (const kind of ['pin', 'pictures'] as const) {
    const drawn = times.map(() => drawSecret(kind))
    for (const secret of drawn) expect(judgeSecret(secret)).toBe(secret)
    expect(new Set(drawn).size).toBeGreaterThan(100)
  }
})

it.each(languages)('knows at least ninety %s words, none twice, none that an old keyboard cannot type', (language) => {
  const words = easyWords[language]
  expect(words.length).toBeGreaterThanOrEqual(90)
  expect(new Set(words).size).toBe(words.length)
  for (const word of words) expect(word).toMatch(language === 'en' ? /^[a-z]{2,}$/ : /^[а-ик-яы]{2,}$/)
})
