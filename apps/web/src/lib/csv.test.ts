import { describe, expect, it } from 'vitest'
import { csvOf, readCells } from './csv.ts'

describe('a table as text', () => {
  it('comes back as it went out, whatever is in its cells', () => {
    const rows = [
      ['code', 'words'],
      ['A1', 'says "yes", then\nno; or so'],
      ['', 'ғ'],
      ['=1+1', "'quoted'"],
    ]
    expect(readCells(csvOf(rows, ',').slice(1), ',')).toEqual(rows)
    expect(readCells(csvOf(rows, ';').slice(1), ';')).toEqual(rows)
  })

  it.each(['=1+1', '+7', '-x', '@sum', '\tx'])('no spreadsheet runs %j', (words) => {
    expect(csvOf([[words]], ',')).toBe(`\uFEFF"'${words}"\r\n`)
  })
})
