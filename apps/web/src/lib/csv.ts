/**
 * Rows of cells as RFC 4180 has them: quoted where a cell holds the separator, a quote or a new line. What `csvOf` set before a
 * formula is taken off again.
 */
export const readCells = (text: string, separator: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim().replace(/^'(?=[=+\-@\t\r])/, ''))
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string
    if (quoted) {
      if (letter !== '"') cell += letter === '\r' ? '' : letter
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === separator) endCell()
    else if (letter === '\n') endRow()
    else if (letter !== '\r') cell += letter
  }
  if (cell || row.length > 0) endRow()
  return rows
}

/** Whatever cuts the first line into most cells: Excel writes semicolons where a comma is the decimal sign. */
export const separatorOf = (text: string): string => {
  const line =
    text
      .slice(0, 10_000)
      .split('\n')
      .find((one) => one.trim()) ?? ''
  const [separator = ','] = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)
  return separator
}

/** A spreadsheet takes what begins like this for a formula, and would run it. */
const formula = /^[=+\-@\t\r]/

const cellOf = (words: string) => `"${(formula.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`

/** With a mark at the start by which spreadsheets know that it is UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[], separator: ',' | ';'): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(separator)).join('\r\n')}\r\n`
