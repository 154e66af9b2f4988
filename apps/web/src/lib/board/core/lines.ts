/** Breaking words into lines and choosing a size of letters, the same on every machine that measures the same. */

/** Width of `text` in letters of 1 world unit. */
export type Measure = (text: string) => number

export interface Layout {
  /** Size of the letters, world units. */
  readonly size: number
  readonly lines: readonly string[]
  /** Not everything fitted: the last line ends in an ellipsis. */
  readonly cut: boolean
}

export const lineHeight = 1.3
export const padding = 14
/** Room at the foot of a note for its author's name. */
export const foot = 22

// Spaces end a word and hang over the edge; hyphens, dashes and slashes stay with what stands before them.
// A no-break space is none of them.
const words = /[^ \t\-–—/]*(?:[-–—/]+|[ \t]+|$)/g

// Code points that each stand for a letter of their own: nothing among them joins the one before it.
const plain = /^[ -\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]*$/

// Made when first needed: on a slow machine it costs a twelfth of a second, and few words need it.
let splitter: Intl.Segmenter | undefined

/** What must not be torn apart: an emoji with its skin, a letter with its accents. */
function* lettersOf(word: string): Iterable<string> {
  if (plain.test(word)) {
    yield* word
    return
  }
  splitter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (const { segment } of splitter.segment(word)) yield segment
}

const spaces = /[ \t]+$/

/** One paragraph into `lines`. A word wider than the line is broken between letters. */
const breakParagraph = (paragraph: string, width: number, measure: Measure, lines: string[]) => {
  let line = ''
  let used = 0
  for (const [word] of paragraph.matchAll(words)) {
    if (!word) continue
    const bare = word.replace(spaces, '')
    const wide = measure(bare)
    const whole = bare === word ? wide : measure(word)
    if (used + wide <= width) {
      line += word
      used += whole
      continue
    }
    if (line) lines.push(line.replace(spaces, ''))
    line = word
    used = whole
    if (wide <= width) continue
    line = ''
    used = 0
    for (const letter of lettersOf(word)) {
      const step = measure(letter)
      if (line && used + step > width && letter.trim()) {
        lines.push(line)
        line = ''
        used = 0
      }
      line += letter
      used += step
    }
  }
  lines.push(line.replace(spaces, ''))
}

/** `width` in letters' sizes: the width of the box divided by the size of the letters. */
export const breakLines = (text: string, width: number, measure: Measure): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) breakParagraph(paragraph, width, measure, lines)
  return lines
}

const widestWord = (text: string, measure: Measure) => {
  let widest = 0
  for (const [word] of text.matchAll(/[^\s\-–—/]+[-–—/]*/g)) widest = Math.max(widest, measure(word))
  return widest
}

const shrink = [1, 0.88, 0.78, 0.69, 0.61, 0.54, 0.48, 0.42, 0.36]
const sizeMin = 9

/**
 * The largest letters with which `text` fills a note of w × h: a short word is seen from far, a long text still fits.
 * Letters shrink before a word is broken (Kazakh words are long), down to about half.
 */
export const fitText = (text: string, w: number, h: number, measure: Measure): Layout => {
  const width = w - 2 * padding
  const height = h - padding - foot
  const largest = Math.min(64, Math.max(14, Math.sqrt(w * h) * 0.13))
  if (!text) return { size: largest, lines: [], cut: false }
  const widest = widestWord(text, measure)
  const sizes = shrink.map((part) => Math.max(sizeMin, largest * part))
  for (const size of sizes) {
    if (widest * size > width && size > largest * 0.5) continue
    const lines = breakLines(text, width / size, measure)
    if (lines.length * lineHeight * size <= height) return { size, lines, cut: false }
  }
  const size = sizes.at(-1) ?? sizeMin
  const lines = breakLines(text, width / size, measure)
  const most = Math.max(1, Math.floor(height / (lineHeight * size)))
  const kept = lines.slice(0, most)
  const last = kept.length - 1
  kept[last] = `${(kept[last] ?? '').slice(0, -1)}…`
  return { size, lines: kept, cut: true }
}

/** `text` in a box without padding: at `size`, or as large as fits where that is 0. */
export const fitBox = (text: string, w: number, h: number, size: number, measure: Measure): Layout => {
  if (size > 0) return { size, lines: text ? breakLines(text, w / size, measure) : [], cut: false }
  return fitText(text, w + 2 * padding, h + padding + foot, measure)
}

export interface Widths {
  readonly measure: Measure
  /** The letters have changed. */
  forget(): void
}

/** Remembers the width of every word it was asked for; begins anew when there are too many. */
export const remembered = (measure: Measure, most = 20_000): Widths => {
  const widths = new Map<string, number>()
  return {
    measure: (text) => {
      const known = widths.get(text)
      if (known !== undefined) return known
      if (widths.size >= most) widths.clear()
      const width = measure(text)
      widths.set(text, width)
      return width
    },
    forget: () => widths.clear(),
  }
}
