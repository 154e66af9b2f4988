import { expect, it } from 'vitest'
import { readCode } from './tokens.ts'

const kindsOf = (line: string, language: Parameters<typeof readCode>[1]) =>
  (readCode(line, language)[0] ?? []).filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => `${kind} ${text}`)

it('tells words, numbers, quotes and remarks apart', () => {
  expect(kindsOf('  int pin = 0x1F; // "піні"', 'arduino')).toEqual(['keyword int', 'number 0x1F', 'remark // "піні"'])
  expect(kindsOf('digitalWrite(13, HIGH);', 'arduino')).toEqual(['name digitalWrite', 'number 13', 'keyword HIGH'])
  expect(kindsOf('#include <Servo.h>', 'arduino')).toEqual(['keyword #include', 'name Servo'])
  expect(kindsOf('print("a # b")  # c', 'python')).toEqual(['name print', 'quote "a # b"', 'remark # c'])
  expect(kindsOf("const a1 = 'x//y'", 'javascript')).toEqual(['keyword const', "quote 'x//y'"])
  expect(kindsOf('if 3 "x"', 'plain')).toEqual([])
})

it('goes on over lines, and loses no letter', () => {
  const text = 'int a; /* one\ntwo */ int b;\n"/* no */" int'
  const lines = readCode(text, 'arduino')
  expect(lines.map((tokens) => tokens.map((token) => token.text).join('')).join('\n')).toBe(text)
  expect(lines[1]?.[0]).toEqual({ kind: 'remark', text: 'two */' })
  expect(lines[2]?.map(({ kind }) => kind)).toEqual(['quote', 'plain', 'keyword'])
})

it('loses no letter of what a joker pastes', () => {
  for (const joke of ['"'.repeat(20_000), '/*'.repeat(10_000), '`\\'.repeat(9_000), 'a'.repeat(20_000), '0x'.repeat(9_000)]) {
    for (const language of ['arduino', 'python', 'javascript', 'plain'] as const) {
      const read = readCode(joke, language)
      expect(
        read
          .flat()
          .map(({ text }) => text)
          .join(''),
      ).toBe(joke)
    }
  }
})
