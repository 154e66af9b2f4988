import type { RecordPlace } from '@sheber/contract/review'
import * as Y from 'yjs'
import { depthMax } from './body.ts'
import { asFields, type Fields } from './kit.ts'
import { pageBody } from './notebook.ts'
import { openPortfolio } from './portfolio.ts'

/**
 * Places in the text of a record, or of a page of a notebook, that stay where they are while others write. A reader counts signs from the beginning of a part,
 * through all its blocks and without anything between them; the document keeps two of its own relative positions.
 */

type Text = Y.Text | Y.XmlText
const parts = ['title', 'reflection', 'body'] as const

/** Runs of text in the order in which document/body reads them. */
const textsIn = (of: Y.XmlFragment, depth = 0): Text[] =>
  (of.toArray() as unknown[]).flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement && depth < depthMax ? textsIn(child, depth + 1) : []
  })

const textsOf = (record: Fields, part: RecordPlace['part']): Text[] => {
  const value = record.get(part)
  if (value instanceof Y.XmlFragment) return textsIn(value)
  return value instanceof Y.Text ? [value] : []
}

const wordsOf = (text: Text): string =>
  text.toDelta().reduce((all: string, { insert }: { insert?: unknown }) => all + (typeof insert === 'string' ? insert : ''), '')

/** Signs that are read, against positions in the document: what is embedded takes a place there and says nothing. */
const indexAt = (text: Text, signs: number): number => {
  let index = 0
  let left = signs
  for (const { insert } of text.toDelta() as { insert?: unknown }[]) {
    const length = typeof insert === 'string' ? insert.length : 0
    if (left <= length && length > 0) return index + left
    left -= length
    index += length || 1
  }
  return index
}
const signsAt = (text: Text, index: number): number => {
  let signs = 0
  let left = index
  for (const { insert } of text.toDelta() as { insert?: unknown }[]) {
    const length = typeof insert === 'string' ? insert.length : 1
    if (typeof insert === 'string') signs += Math.min(left, length)
    left -= length
    if (left <= 0) break
  }
  return signs
}

const recordIn = (doc: Y.Doc, recordId: string): Fields | null => asFields(openPortfolio(doc).records.get(recordId))

export interface Anchored {
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly quote: string
}

/** Words are counted from the beginning of the first of these texts. */
interface Span {
  readonly start: number
  readonly end: number
}

const anchorIn = (texts: readonly Text[], { start, end }: Span): Anchored | null => {
  if (start >= end) return null
  let passed = 0
  let from: Y.RelativePosition | null = null
  let quote = ''
  for (const text of texts) {
    const words = wordsOf(text)
    const at = passed
    passed += words.length
    if (from === null && start < passed) from = Y.createRelativePositionFromTypeIndex(text, indexAt(text, start - at), 0)
    if (from !== null) quote += `${quote && ' '}${words.slice(Math.max(0, start - at), end - at)}`
    // It holds on to the sign before it: what is written behind the words is not among them.
    if (from !== null && end <= passed)
      return {
        from: Y.encodeRelativePosition(from),
        to: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, indexAt(text, end - at), -1)),
        quote,
      }
  }
  return null
}

/** Null: there are no words at that place. */
export const anchorAt = (doc: Y.Doc, recordId: string, { part, ...span }: RecordPlace): Anchored | null => {
  const record = recordIn(doc, recordId)
  return record && anchorIn(textsOf(record, part), span)
}

/** … of a page of a notebook. */
export const anchorOnPage = (page: Y.Doc, span: Span): Anchored | null => anchorIn(textsIn(pageBody(page)), span)

const positionOf = (doc: Y.Doc, bytes: Uint8Array): Y.AbsolutePosition | null => {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), doc)
  } catch {
    // Of another document, or of a state that this one has not reached.
    return null
  }
}

type Held = Pick<Anchored, 'from' | 'to'>

const spanIn = (doc: Y.Doc, texts: readonly Text[], { from, to }: Held): Span | null => {
  const first = positionOf(doc, from)
  const last = positionOf(doc, to)
  if (!first || !last) return null
  let passed = 0
  let start: number | null = null
  for (const text of texts) {
    if (text === first.type) start = passed + signsAt(text, first.index)
    if (text === last.type && start !== null) {
      const end = passed + signsAt(text, last.index)
      return start < end ? { start, end } : null
    }
    passed += wordsOf(text).length
  }
  return null
}

/** Where the words stand in this state of the document; null: they are gone. */
export const placeOf = (doc: Y.Doc, recordId: string, held: Held): RecordPlace | null => {
  const record = recordIn(doc, recordId)
  if (!record || record.get('del') != null) return null
  for (const part of parts) {
    const span = spanIn(doc, textsOf(record, part), held)
    if (span) return { part, ...span }
  }
  return null
}

/** … on this state of a page. */
export const spanOnPage = (page: Y.Doc, held: Held): Span | null => spanIn(page, textsIn(pageBody(page)), held)
