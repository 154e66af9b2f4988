import type { Content } from 'pdfmake'

/**
 * Where pages may break. The maker of pages keeps one page of what it is told to hold together and loses the rest, so only what is
 * surely shorter than a page is held; of longer things a heading keeps the first lines with it.
 */

/** In points: what cannot be torn is surely shorter than a page, which has 720. */
const pageMax = 560
/** … and what reads as well in two parts is held together only where little of a page is left empty for it. */
const heldMax = 220
/** A heading has this much of what follows on its page at least: two lines. */
const keptBelow = 34
const lineHeight = 13.7
/** A letter is about so wide. */
const letterWidth = 5.8
const pageWidth = 460

type Node = Record<string, unknown>
const isNode = (content: unknown): content is Node => typeof content === 'object' && content !== null && !Array.isArray(content)

const plain = (text: unknown): string =>
  Array.isArray(text) ? text.map(plain).join('') : isNode(text) ? plain(text['text']) : typeof text === 'string' ? text : ''

const sum = (parts: readonly unknown[], width: number): number => parts.reduce((all: number, part) => all + heightOf(part, width), 0)

const heightOfWords = (words: string, width: number): number => {
  const letters = Math.max(1, Math.floor(width / letterWidth))
  return lineHeight * words.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / letters)), 0)
}

/** How tall something is in a column of a width, in points: rather too much than too little. */
export const heightOf = (content: unknown, width = pageWidth): number => {
  if (Array.isArray(content)) return sum(content, width)
  if (!isNode(content)) return heightOfWords(plain(content), width)
  const { margin, stack, columns, table, ul, ol, fit, text } = content
  const [, above = 0, , below = 0] = Array.isArray(margin) ? (margin as number[]) : []
  const around = above + below + 4
  if (Array.isArray(fit)) return around + Number(fit[1])
  if (Array.isArray(stack)) return around + sum(stack, width)
  if (Array.isArray(columns)) return around + Math.max(0, ...columns.map((one) => heightOf(one, width / columns.length)))
  if (Array.isArray(ul ?? ol)) return around + sum((ul ?? ol) as unknown[], width)
  if (isNode(table)) {
    const rows = table['body'] as readonly (readonly unknown[])[]
    // Words of a row stand in narrow columns: as if all had what the narrowest can be given.
    return around + rows.reduce((all, row) => all + 4 + Math.max(0, ...row.map((cell) => heightOf(cell, width / row.length))), 0)
  }
  return around + heightOfWords(plain(text), width)
}

/** As one, where it is short; else it flows over pages. */
export const whole = (content: Content): Content => (heightOf(content) <= heldMax ? { stack: [content], unbreakable: true } : content)

/** Whether one page holds a row of a table whose columns are alike. */
export const isShortRow = (row: readonly unknown[]): boolean =>
  Math.max(0, ...row.map((cell) => heightOf(cell, pageWidth / row.length))) <= pageMax / 2

const isHeld = (content: Content): boolean => isNode(content) && content['unbreakable'] === true

/** How much of something cannot stand without the rest on a page: of a table the names of its columns and a row. */
const leastOf = (content: Content): number => {
  if (!isNode(content) || !isNode(content['table'])) return keptBelow
  const { body, headerRows, dontBreakRows } = content['table']
  const rows = dontBreakRows ? (body as unknown[]).slice(0, Number(headerRows ?? 0) + 1) : []
  return Math.min(pageMax, Math.max(keptBelow, heightOf({ table: { body: rows } })))
}

/** A heading with what stands below it: never alone at the foot of a page. `least` points of what follows stand there with it. */
export const led = (head: Content, [first, ...rest]: readonly Content[], least = leastOf(first ?? '')): Content[] => {
  if (first === undefined) return [head]
  if (isHeld(first)) return [{ stack: [head, first], unbreakable: true }, ...rest]
  // Room that is asked for with the heading, and given back to what follows.
  return [
    { stack: [head, { text: '', fontSize: 1, lineHeight: 1, margin: [0, 0, 0, least] }], unbreakable: true },
    { stack: [first], margin: [0, -least, 0, 0] },
    ...rest,
  ]
}
