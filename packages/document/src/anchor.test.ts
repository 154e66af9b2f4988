import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anchorAt, anchorOnPage, placeOf, spanOnPage } from './anchor.ts'
import { pageBody } from './notebook.ts'
import { addRecord, openPortfolio, removeRecord, sayInRecord } from './portfolio.ts'

const trace = { by: 'aigerim', at: 1 }

/** One record with a reflection and two paragraphs, and a way to write in them. */
const written = () => {
  const doc = new Y.Doc()
  const portfolio = openPortfolio(doc)
  addRecord(portfolio, { id: 'r', kind: 'made', title: 'Мост' }, trace)
  sayInRecord(portfolio, 'r', 'reflection', 'Жақсы көпір болды')
  const body = (portfolio.records.get('r') as Y.Map<unknown>).get('body') as Y.XmlFragment
  const paragraph = (words: string) => {
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(words)
    element.insert(0, [text])
    body.push([element])
    return text
  }
  const first = paragraph('Бірінші қадам')
  const second = paragraph('екінші қадам')
  const copy = () => {
    const frozen = new Y.Doc()
    Y.applyUpdate(frozen, Y.encodeStateAsUpdate(doc))
    return frozen
  }
  return { doc, portfolio, body, first, second, copy }
}

const quoted = (doc: Y.Doc, place: { start: number; end: number }, part: 'reflection' | 'body' = 'body') =>
  anchorAt(doc, 'r', { part, ...place })

describe('an anchor', () => {
  it('made on the frozen version stands in the living one, wherever its words have moved to', () => {
    const { copy, doc, first } = written()
    const anchor = quoted(copy(), { start: 8, end: 13 }) ?? expect.unreachable()
    expect(anchor.quote).toBe('қадам')
    first.insert(0, 'Ең ')
    first.insert(16, '!')
    expect(placeOf(doc, 'r', anchor)).toEqual({ part: 'body', start: 11, end: 16 })
  })

  it('reaches over paragraphs', () => {
    const { doc } = written()
    const anchor = quoted(doc, { start: 8, end: 19 }) ?? expect.unreachable()
    expect(anchor.quote).toBe('қадам екінші')
    expect(placeOf(doc, 'r', anchor)).toEqual({ part: 'body', start: 8, end: 19 })
  })

  it('in plain words is found there', () => {
    const { doc } = written()
    const anchor = quoted(doc, { start: 6, end: 11 }, 'reflection') ?? expect.unreachable()
    expect(anchor.quote).toBe('көпір')
    expect(placeOf(doc, 'r', anchor)).toEqual({ part: 'reflection', start: 6, end: 11 })
  })

  it('is gone with its words, with its paragraph, and with its record', () => {
    const words = written()
    const anchor = quoted(words.doc, { start: 8, end: 13 }) ?? expect.unreachable()
    words.first.delete(8, 5)
    expect(placeOf(words.doc, 'r', anchor)).toBeNull()

    const paragraph = written()
    const second = quoted(paragraph.doc, { start: 13, end: 19 }) ?? expect.unreachable()
    paragraph.body.delete(1, 1)
    expect(placeOf(paragraph.doc, 'r', second)).toBeNull()

    const record = written()
    const third = quoted(record.doc, { start: 13, end: 19 }) ?? expect.unreachable()
    removeRecord(record.portfolio, 'r', trace)
    expect(placeOf(record.doc, 'r', third)).toBeNull()
  })

  it('is not made of nothing, of what is not there, or of another record', () => {
    const { doc } = written()
    expect(quoted(doc, { start: 3, end: 3 })).toBeNull()
    expect(quoted(doc, { start: 20, end: 900 })).toBeNull()
    expect(anchorAt(doc, 'x', { part: 'body', start: 0, end: 2 })).toBeNull()
  })

  it('that is no position is nowhere', () => {
    const { doc } = written()
    expect(placeOf(doc, 'r', { from: Uint8Array.of(9, 9, 9), to: Uint8Array.of() })).toBeNull()
  })

  it('on a page of a notebook stands in the living page, and is gone with its words', () => {
    const page = new Y.Doc()
    const line = (words: string) => {
      const element = new Y.XmlElement('paragraph')
      const text = new Y.XmlText(words)
      element.insert(0, [text])
      pageBody(page).push([element])
      return text
    }
    line('Жүк 4,2 кг')
    const second = line('иілу 3 мм')
    const frozen = new Y.Doc()
    Y.applyUpdate(frozen, Y.encodeStateAsUpdate(page))
    const anchor = anchorOnPage(frozen, { start: 10, end: 14 }) ?? expect.unreachable()
    expect(anchor.quote).toBe('иілу')
    second.insert(0, 'бүгін ')
    expect(spanOnPage(page, anchor)).toEqual({ start: 16, end: 20 })
    expect(spanOnPage(frozen, anchor)).toEqual({ start: 10, end: 14 })
    second.delete(6, 4)
    expect(spanOnPage(page, anchor)).toBeNull()
    expect(anchorOnPage(frozen, { start: 40, end: 44 })).toBeNull()
  })
})
