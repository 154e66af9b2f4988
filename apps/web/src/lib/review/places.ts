import type { AskedPlace, TextPlace } from '@sheber/contract/review'

/**
 * Places in the words of a record, and of pages of a notebook in it, counted as document/anchor counts them: through all text of
 * a part, without what only the page adds to it. A part is an element with `data-part`, a page's with `data-piece` too; which
 * state of the work it shows stands in `data-when` on it or around it.
 */

type When = 'then' | 'today'

const beside = 'figure, .formula'
/** A part may stand in a figure itself. */
const isRead = (root: Element, { parentElement }: Text) => parentElement?.closest(beside) === root.closest(beside)

const textsIn = (root: Element): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isRead(root, node as Text)) found.push(node as Text)
  return found
}

const isShownAs = (part: Element, when: When) => part.closest('[data-when]')?.getAttribute('data-when') === when

/** Signs that are read before a boundary of a range. */
const signsBefore = (root: Element, node: Node, offset: number): number => {
  const before = document.createRange()
  before.setStart(root, 0)
  before.setEnd(node, offset)
  let signs = 0
  for (const text of textsIn(root)) {
    if (!before.intersectsNode(text)) break
    signs += text === node ? offset : text.length
  }
  return signs
}

export interface Selected {
  readonly at: AskedPlace
  readonly quote: string
}

/** What is selected within one part of what was handed in: places are counted there. Null: nothing, or more than one part. */
export const selectedIn = (record: Element): Selected | null => {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const common = range.commonAncestorContainer
  const part = (common instanceof Element ? common : common.parentElement)?.closest('[data-part]')
  const name = part?.getAttribute('data-part') as TextPlace['part'] | undefined
  if (!part || !name || !record.contains(part) || !isShownAs(part, 'then')) return null
  const span = {
    start: signsBefore(part, range.startContainer, range.startOffset),
    end: signsBefore(part, range.endContainer, range.endOffset),
  }
  const quote = selection.toString().trim()
  if (span.start >= span.end || !quote) return null
  if (name !== 'page') return { at: { kind: 'text', place: { part: name, ...span } }, quote }
  return { at: { kind: 'page', place: { part: name, pieceId: part.getAttribute('data-piece') ?? '', ...span } }, quote }
}

const partAt = (record: Element, place: TextPlace): Element | null =>
  record.querySelector(
    place.part === 'page' ? `[data-part="page"][data-piece="${CSS.escape(place.pieceId)}"]` : `[data-part="${place.part}"]`,
  )

/** The words at a place, for marking them; null where the page does not show them, or shows another state of the work. */
export const rangeAt = (record: Element, place: TextPlace, when?: When): Range | null => {
  const { start, end } = place
  const root = partAt(record, place)
  if (!root || (when && !isShownAs(root, when))) return null
  const range = document.createRange()
  let passed = 0
  let begun = false
  for (const text of textsIn(root)) {
    const next = passed + text.length
    if (!begun && start < next) {
      range.setStart(text, start - passed)
      begun = true
    }
    if (begun && end <= next) {
      range.setEnd(text, end - passed)
      return range
    }
    passed = next
  }
  return null
}

/** Marks words without touching the page, until it is told to stop; browsers that cannot do it show the quote alone. */
export const mark = (ranges: readonly Range[]): (() => void) => {
  if (!('highlights' in CSS) || ranges.length === 0) return () => {}
  const all = CSS.highlights.get('remark') ?? new Highlight()
  CSS.highlights.set('remark', all)
  for (const range of ranges) all.add(range)
  return () => {
    for (const range of ranges) all.delete(range)
  }
}
