/** What a spreadsheet puts on the clipboard: cells between tabs, rows between line ends, quoted where they hold either. */
export const readCells = (pasted: string): string[][] => {
  const rows: string[][] = [[]]
  const text = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const pattern = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y
  let at = 0
  while (at <= text.length) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const [whole = '', quoted] = match ?? []
    rows.at(-1)?.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'))
    at += whole.length
    if (text[at] === '\n') rows.push([])
    at++
  }
  return rows
}

export const isTable = (pasted: string) => /[\t\n]/.test(pasted.trim())
