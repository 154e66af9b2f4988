import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Id, idPattern } from './ids.ts'
import { Code, Secret } from './session.ts'
import { Login, Name, Words } from './words.ts'

const takes = (schema: TSchema, good: readonly string[]) => {
  for (const text of good) expect(Value.Check(schema, text), JSON.stringify(text)).toBe(true)
}
const refuses = (schema: TSchema, bad: readonly string[]) => {
  for (const text of bad) expect(Value.Check(schema, text), JSON.stringify(text)).toBe(false)
}

/** Signs that draw nothing or turn the reading round; some of them are letters or marks to Unicode. */
const unseen = [
  0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200d, 0x200e, 0x200f, 0x202e, 0x2060, 0x2067, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xe0041,
]

describe('a name', () => {
  it('may be Kazakh, Russian, English, and the name of a house', () => {
    takes(Name, [
      'Айдана С.',
      'Әлия Ғабиденқызы',
      'Жан-Жак О’Нил',
      'Школа-демо № 101',
      '«Планёр 1 м»',
      '9 «А»',
      'Я',
      'Й'.normalize('NFD'),
      'محمد',
      'x'.repeat(80),
    ])
  })

  it('has a letter or a digit, an edge without space, and at most 80 signs', () => {
    refuses(Name, [
      '',
      ' ',
      '...',
      '«»',
      ' Аня',
      'Аня ',
      'x'.repeat(81),
      'x'.repeat(10_000),
      'Аня\n',
      'Ан\tя',
      'Аня\0',
      'Аня\u00a0Б',
      '<b>Аня</b>',
      '😀',
    ])
  })

  it('hides nothing, wherever it stands', () => {
    for (const code of unseen) {
      const sign = String.fromCodePoint(code)
      refuses(Name, [`${sign}Аня`, `А${sign}ня`, `Аня${sign}`])
    }
  })
})

describe('a sign-in name', () => {
  it('is one word of any alphabet', () => takes(Login, ['madina', 'мадина', 'Әлия_1', 'a.b-c']))
  it('hides nothing', () => {
    refuses(Login, ['ab', 'x'.repeat(41), 'a b c', 'a@b.kz', "a'or'1", '../etc', 'мадина\n'])
    for (const code of unseen) refuses(Login, [`mad${String.fromCodePoint(code)}ina`, `madina${String.fromCodePoint(code)}`])
  })
})

describe('words', () => {
  it('may have lines', () => takes(Words, ['', 'Цель:\n\tмерить ветер\r\n', 'a'.repeat(4000)]))
  it('have no controls, no turned reading and an end', () => refuses(Words, ['a\0', '\u001b[2J', 'a\u202eb', 'a'.repeat(4001)]))
})

describe('an id', () => {
  it('is exactly twenty of thirty-two letters', () => {
    takes(Id, ['0123456789abcdefghjk', 'zyxwvtsrqpnmkjhgfedc'])
    const bad = [
      '',
      '..',
      '0123456789abcdefghj',
      '0123456789abcdefghjkm',
      '0123456789ABCDEFGHJK',
      '0123456789abcdefghil',
      '0123456789abcdefghj\n',
      '__proto__',
    ]
    refuses(Id, bad)
    for (const id of bad) expect(idPattern.test(id), id).toBe(false)
  })
})

describe('what a child types', () => {
  it('is four digits or three pictures', () => {
    takes(Secret, ['2580', 'sun-fish-key'])
    refuses(Secret, ['258', '25801', '258a', 'sun-fish', 'sun-fish-key-cat', 'Sun-fish-key', '', '२५८०'])
  })
  it('is a code as on the card', () => {
    takes(Code, ['ABCD-EFGH', 'abcd efgh', 'ABCDEFGH'])
    refuses(Code, ['ABCD', 'ABCD-EFGH-JKLM', "ABCD'EFGH", 'АБВГ-ДЕЖЗ'])
  })
})
