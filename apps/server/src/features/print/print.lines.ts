/** Words set into lines, and lines into a place: pure, by a measure that knows how wide letters are. */

/** How wide words are in letters of size 1. */
export type Measure = (words: string) => number

export interface Lines {
  readonly lines: readonly string[]
  /** A word was wider than the line, and is divided. */
  readonly broken: boolean
}

/** An emoji is an ornament that our letters do not have; ©, ® and ™ are letters. */
const emoji = /(?![©®™])[\p{Extended_Pictographic}\p{RI}\p{EMod}\u20e3]/gu
/** Draws nothing, or turns the direction of what follows. */
const unseen = /\p{DI}/gu

/** As paper takes words: one kind of space, nothing that is not seen. Paragraphs stay. */
export const paragraphsOf = (words: string): string =>
  words
    .normalize('NFC')
    .replace(emoji, ' ')
    .replace(unseen, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+|(?!\n)\p{C}+/gu, ' ')
    .replace(/ +/g, ' ')
    .replace(/ *\n+ */g, '\n')
    .trim()

/** In one line. */
export const plainOf = (words: string): string => paragraphsOf(words).replace(/\s+/g, ' ')

/** A name that is not divided between two lines, unless it would fill one. */
export const wholeOf = (name: string): string => (name.length <= 40 ? name.replaceAll(' ', '\u00a0') : name)

const splitter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const lettersOf = (word: string): string[] => Array.from(splitter.segment(word), ({ segment }) => segment)

/** A word in parts: it may be divided after a hyphen and in an address, but a number keeps its ending (2-қабат). */
const partsOf = (word: string): string[] => word.split(/(?<=\p{L}[-–—]|\/)(?=[^-–—/])/u)

export const linesOf = (words: string, width: number, measure: Measure): Lines => {
  const lines: string[] = []
  let broken = false
  for (const paragraph of words.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ').filter(Boolean)) {
      for (const [n, part] of partsOf(word).entries()) {
        const longer = line && n === 0 ? `${line} ${part}` : line + part
        if (measure(longer) <= width) line = longer
        else {
          if (line) lines.push(line)
          line = part
          if (measure(part) > width) {
            broken = true
            line = ''
            for (const letter of lettersOf(part)) {
              if (line && measure(line + letter) > width) {
                lines.push(line)
                line = ''
              }
              line += letter
            }
          }
        }
      }
    }
    if (line) lines.push(line)
  }
  return { lines, broken }
}

/** What finds no room ends in dots: seen, never silent. */
export const cutTo = (lines: readonly string[], most: number, width: number, measure: Measure): readonly string[] => {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, Math.max(0, most))
  let last = lettersOf(kept.at(-1) ?? '')
  while (last.length > 1 && measure(`${last.join('')}…`) > width) last = last.slice(0, -1)
  return [...kept.slice(0, -1), ...(kept.length > 0 ? [`${last.join('').trimEnd()}…`] : [])]
}

export interface Block {
  readonly words: string
  readonly size: number
  /** It never becomes smaller than this. */
  readonly least?: number
  /** Height of a line in sizes. */
  readonly leading?: number
  /** Room above, unless it is the first. */
  readonly before?: number
}

export interface Set<B extends Block> {
  readonly block: B
  readonly size: number
  readonly lines: readonly string[]
  /** From the top of the place. */
  readonly top: number
}

export interface Column<B extends Block> {
  readonly set: readonly Set<B>[]
  readonly height: number
}

const leadingOf = ({ leading = 1.25 }: Block) => leading

const setAt = <B extends Block>(blocks: readonly B[], width: number, scale: number, measure: (block: B) => Measure) => {
  let top = 0
  let broken = false
  const set: Set<B>[] = []
  for (const block of blocks) {
    const size = Math.max(block.size * scale, Math.min(block.size, block.least ?? 0))
    const found = linesOf(block.words, width / size, measure(block))
    if (found.lines.length === 0) continue
    if (set.length > 0) top += (block.before ?? 0) * scale
    set.push({ block, size, lines: found.lines, top })
    top += found.lines.length * size * leadingOf(block)
    broken ||= found.broken
  }
  return { set, height: top, broken }
}

const scales = Array.from({ length: 36 }, (_, n) => 0.97 ** n)

/**
 * Blocks one under another, all of them smaller together until they fit; a word is divided only where no size helps, and what
 * would be too small to read is cut where everybody sees it.
 */
export const columnOf = <B extends Block>(
  all: readonly B[],
  { width, height }: { width: number; height: number },
  measure: (block: B) => Measure,
): Column<B> => {
  const blocks = all.filter(({ words }) => words)
  let fits: ReturnType<typeof setAt<B>> | null = null
  for (const scale of scales) {
    const one = setAt(blocks, width, scale, measure)
    if (one.height > height) continue
    if (!one.broken) return one
    // The largest one with a divided word, if all of them divide it.
    fits ??= one
  }
  if (fits) return fits
  const smallest = setAt(blocks, width, scales.at(-1) ?? 1, measure)
  const set = smallest.set.flatMap((one): Set<B>[] => {
    const step = one.size * leadingOf(one.block)
    const room = Math.floor((height - one.top) / step + 1e-6)
    const lines = cutTo(one.lines, room, width / one.size, measure(one.block))
    return lines.length > 0 ? [{ ...one, lines }] : []
  })
  return { set, height: Math.max(0, ...set.map(({ top, lines, size, block }) => top + lines.length * size * leadingOf(block))) }
}
