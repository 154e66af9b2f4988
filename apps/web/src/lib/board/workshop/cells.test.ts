import { expect, it } from 'vitest'
import { isTable, readCells } from './cells.ts'

it('reads what a spreadsheet puts on the clipboard', () => {
  expect(readCells('Жел\tВ\r\n3\t4,5\r\n')).toEqual([
    ['Жел', 'В'],
    ['3', '4,5'],
  ])
  expect(readCells('"a\nb"\t"say ""hi"""')).toEqual([['a\nb', 'say "hi"']])
  expect(readCells('\t\n\t')).toEqual([
    ['', ''],
    ['', ''],
  ])
  expect(readCells('"open\tend')).toEqual([['"open', 'end']])
  expect(readCells('')).toEqual([['']])
})

it('tells a table from a word', () => {
  expect([' сөз \n', 'a\tb', 'a\nb'].map(isTable)).toEqual([false, true, true])
})
