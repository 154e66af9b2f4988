import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isBlank, linedWords, notebookRoots, pageBody, putQuestions, readPage } from './notebook.ts'
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
