import { expect, it } from 'vitest'
import { drawCode, printCode, readCode } from './code.ts'

it('is drawn without the signs that are mixed up', () => {
  const ids = ['00000111110000011111', '0a1b0c1d0e1f0g1h0j1k', 'zzzzzzzzzzzzzzzzzzzz']
  const next = () => ids.shift() as string
  expect(drawCode(next)).toBe('ABCDEFGH')
  expect(drawCode(next)).toBe('ZZZZZZZZ')
  expect(ids).toEqual([])
})

it('is printed in two halves and read however it is typed', () => {
  expect(printCode('ABCDEFGH')).toBe('ABCD-EFGH')
  for (const typed of ['ABCD-EFGH', 'abcdefgh', ' abcd efgh ', 'AB CD–EF GH']) expect(readCode(typed)).toBe('ABCDEFGH')
})
