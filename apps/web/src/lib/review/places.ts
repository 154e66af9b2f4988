import type { TextPlace } from '@sheber/contract/review'

/**
 * Places in the words of a record, counted as document/anchor counts them: through all text of a part, without what only
 * the page adds to it. A part is an element with `data-part`.
 */

const isRead = (node: Text) => !node.parentElement?.closest('figure, .formula')

const textsIn = (root: Node): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isRead(node as Text)) found.push(node as Text)
  return found
}

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

/** What is selected within one part of an element; null: nothing, or more than one part. */
export const selectedIn = (record: Element): { place: TextPlace; quote: string } | null => {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const common = range.commonAncestorContainer
  const part = (common instanceof Element ? common : common.parentElement)?.closest('[data-part]')
  const name = part?.getAttribute('data-part') as TextPlace['part'] | undefined
  if (!part || !name || !record.contains(part)) return null
  const place = {
    part: name,
    start: signsBefore(part, range.startContainer, range.startOffset),
    end: signsBefore(part, range.endContainer, range.endOffset),
  }
  const quote = selection.toString().trim()
  return place.start < place.end && quote ? { place, quote } : null
}

/** The words at a place, for marking them; null where the page does not show them. */
export const rangeAt = (record: Element, { part, start, end }: TextPlace): Range | null => {
  const root = record.querySelector(`[data-part="${part}"]`)
  if (!root) return null
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
