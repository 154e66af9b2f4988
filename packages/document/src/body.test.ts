import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isSafeHref, readBody, wordsOfBody } from './body.ts'

const fragment = () => new Y.Doc().getXmlFragment('body')
const element = (name: string, attributes: Record<string, string> = {}, ...content: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.insert(0, content)
  return made
}
const text = (words: string, marks?: object) => {
  const made = new Y.XmlText()
  made.insert(0, words, marks)
  return made
}

describe('rich text', () => {
  it('is read with its blocks, marks and attributes', () => {
    const body = fragment()
    body.insert(0, [
      element('heading', { level: '2' }, text('Ұшу')),
      element('paragraph', {}, text('60 секунд', { bold: {}, link: { href: 'https://example.kz/' } })),
      element('picture', { fileId: 'f1', caption: 'Планёр' }),
    ])
    expect(readBody(body)).toEqual([
      { name: 'heading', attributes: { level: '2' }, content: [{ text: 'Ұшу', marks: [] }] },
      {
        name: 'paragraph',
        attributes: {},
        content: [{ text: '60 секунд', marks: ['bold', 'link'], href: 'https://example.kz/' }],
      },
      { name: 'picture', attributes: { fileId: 'f1', caption: 'Планёр' }, content: [] },
    ])
  })

  it('shows the words of a block that it does not know, without its form', () => {
    const body = fragment()
    body.insert(0, [element('hologram', {}, element('paragraph', {}, text('Сөз')))])
    expect(readBody(body)).toEqual([{ name: 'paragraph', attributes: {}, content: [{ text: 'Сөз', marks: [] }] }])
  })

  it.each(['javascript:alert(1)', 'data:text/html,1', '//evil.example', ' https://x', 'vbscript:1'])('leads nowhere by %s', (href) => {
    expect(isSafeHref(href)).toBe(false)
    const body = fragment()
    body.insert(0, [element('paragraph', {}, text('тут', { link: { href } }))])
    expect(readBody(body)).toEqual([{ name: 'paragraph', attributes: {}, content: [{ text: 'тут', marks: [] }] }])
  })

  it.each(['https://example.kz', 'mailto:a@example.kz', '/board/1'])('leads to %s', (href) => {
    expect(isSafeHref(href)).toBe(true)
  })

  it('goes no deeper than somebody would write', () => {
    let deep = element('blockquote')
    for (let i = 0; i < 200; i++) deep = element('blockquote', {}, deep)
    const body = fragment()
    body.insert(0, [deep])
    const depth = (parts: ReturnType<typeof readBody>): number =>
      parts.length === 0 ? 0 : 1 + Math.max(...parts.map((part) => ('text' in part ? 0 : depth(part.content))))
    expect(depth(readBody(body))).toBe(24)
  })

  it('that is none is empty', () => {
    expect(readBody('words')).toEqual([])
    expect(readBody(new Y.Map())).toEqual([])
  })

  it('is plain words for a search', () => {
    const body = fragment()
    body.insert(0, [element('paragraph', {}, text('Бір')), element('picture', { caption: 'екі' })])
    expect(wordsOfBody(readBody(body))).toBe('Бір\nекі ')
  })
})
