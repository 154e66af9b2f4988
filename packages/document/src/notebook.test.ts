import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { carryLate, isBlank, linedWords, notebookRoots, pageBody, putQuestions, readLate, readPage, withLate } from './notebook.ts'
import { readRoots, rootsOf } from './roots.ts'
import { notebookRoom } from './room.ts'

const paragraph = (words: string) => {
  const made = new Y.XmlElement('paragraph')
  if (words) made.insert(0, [new Y.XmlText(words)])
  return made
}
const room = notebookRoom('0123456789abcdefghjk')

describe('a page of the notebook', () => {
  it('is blank while there is nothing but empty lines', () => {
    const doc = new Y.Doc()
    expect(isBlank(readPage(doc))).toBe(true)
    pageBody(doc).insert(0, [paragraph(''), paragraph('  ')])
    expect(isBlank(readPage(doc))).toBe(true)
    pageBody(doc).insert(1, [new Y.XmlElement('picture')])
    expect(isBlank(readPage(doc))).toBe(false)
  })

  it('begins with its questions, and in place of the lines that the editor has left', () => {
    const doc = new Y.Doc()
    pageBody(doc).insert(0, [paragraph('')])
    expect(putQuestions(doc, ['Цель', 'Результат'])).toBe(true)
    expect(readPage(doc).map((one) => ('name' in one ? one.name : ''))).toEqual(['heading', 'paragraph', 'heading', 'paragraph'])
    expect(readPage(doc)[0]).toMatchObject({ attributes: { level: 2 }, content: [{ text: 'Цель' }] })
    expect(linedWords(readPage(doc), 100)).toBe('Цель Результат')
    expect(linedWords(readPage(doc), 4)).toBe('Цель')
  })

  it('keeps what somebody has written: asked by the second of two, nothing is put', () => {
    const doc = new Y.Doc()
    expect(putQuestions(doc, ['Мақсат'])).toBe(true)
    const before = readPage(doc)
    expect(putQuestions(doc, ['Цель'])).toBe(false)
    expect(readPage(doc)).toEqual(before)
  })

  it('is written by two hands at once, and neither loses a line', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    pageBody(one).insert(0, [paragraph('Ток 0,2 А')])
    pageBody(other).insert(0, [paragraph('Кернеу 5 В')])
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    expect(linedWords(readPage(one), 100)).toContain('Ток 0,2 А')
    expect(linedWords(readPage(one), 100)).toContain('Кернеу 5 В')
    expect(readPage(one)).toEqual(readPage(other))
  })

  it('has its roots, and the debugger reads them', () => {
    const doc = new Y.Doc()
    pageBody(doc).insert(0, [paragraph('н')])
    expect(rootsOf(room)).toBe(notebookRoots)
    expect(readRoots(room, doc)).toEqual({ body: '<paragraph>н</paragraph>' })
  })
})

describe('words that came too late', () => {
  const wordsIn = (doc: Y.Doc) => linedWords(readPage(doc), 200)
  const begun = () => {
    const page = new Y.Doc()
    pageBody(page).insert(0, [paragraph('Бірінші'), paragraph('Екінші')])
    const device = new Y.Doc()
    Y.applyUpdate(device, Y.encodeStateAsUpdate(page))
    return { page, device }
  }
  const brought = (page: Y.Doc, device: Y.Doc) => withLate(page, Y.encodeStateAsUpdate(device, Y.encodeStateVector(page)))

  it('are told apart from what stands there, also within a line, and go to another page once', () => {
    const { page, device } = begun()
    const [first] = pageBody(device).toArray()
    const words = (first as Y.XmlElement).get(0) as Y.XmlText
    words.insert(words.length, ' сынақ', { bold: true })
    pageBody(device).insert(2, [paragraph('Үшінші'), paragraph('')])
    // The page goes on without them.
    pageBody(page).insert(2, [paragraph('Басқаның жолы')])
    const late = brought(page, device)
    expect(linedWords(readLate(page, late), 200)).toBe('Бірінші сынақ Үшінші')
    expect(JSON.stringify(readLate(page, late))).toContain('bold')
    const next = new Y.Doc()
    pageBody(next).insert(0, [paragraph('')])
    carryLate(page, late, next)
    expect([wordsIn(next), pageBody(next).length]).toEqual(['Бірінші сынақ Үшінші', 2])
    expect(wordsIn(page)).toBe('Бірінші Екінші Басқаның жолы')
  })

  it('are none where something was only taken away', () => {
    const { page, device } = begun()
    pageBody(device).delete(0, 1)
    expect(readLate(page, brought(page, device))).toEqual([])
  })
})
