import { addThings, openBoard } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import { Doc } from 'yjs'
import words from '../words.ru.ts'
import { everyKind, hostile } from './paper.fixture.ts'
import { svgOfPart } from './painted.ts'
import { countedWidths } from './widths.ts'
import { everyElement, readXml, wordsOf } from './xml.fixture.ts'

const docOf = (things: readonly NewThing[]) => {
  const doc = new Doc()
  addThings(openBoard(doc), things)
  return doc
}
const asked = { said: words, language: 'kk', title: 'Жел диірмені', urlOf: (file: string) => `/files/${file}/960.webp`, letters: null }
const text = (svg: string) =>
  everyElement(readXml(svg))
    .filter(({ name }) => name === 'text')
    .map(wordsOf)
    .join(' ')

describe('a board painted without a browser', () => {
  it('shows every kind of thing, and pictures by their addresses', async () => {
    const svg = (await svgOfPart(docOf(everyKind), { kind: 'board', things: [] }, asked)) ?? ''
    for (const word of ['ә ғ қ ң ө ұ', 'ү һ і', 'крыло', 'Мотор', 'Бак', '12 В']) expect(text(svg)).toContain(word)
    expect(everyElement(readXml(svg)).filter(({ name }) => name === 'image').length).toBeGreaterThan(0)
    expect(svg).not.toContain('>?<')
  })

  it('shows a part and nothing beside it; of what is gone there is nothing', async () => {
    const by = { by: 'a', at: 1 }
    const doc = docOf([
      { id: 'n1', kind: 'note', g: [0, 0, 200, 200], text: 'датчик', ...by },
      { id: 'n2', kind: 'note', g: [500, 0, 200, 200], text: 'құпия', ...by },
    ])
    const svg = (await svgOfPart(doc, { kind: 'things', things: ['n1'] }, asked)) ?? ''
    expect(text(svg)).toContain('датчик')
    expect(svg).not.toContain('құпия')
    expect(await svgOfPart(doc, { kind: 'things', things: ['gone'] }, asked)).toBeNull()
  })

  it('makes no mark-up of what somebody wrote', async () => {
    const notes = hostile.map((text, at): NewThing => ({ id: `n${at}`, kind: 'note', g: [at * 220, 0, 200, 200], text, by: 'a', at: 1 }))
    const svg = (await svgOfPart(docOf(notes), { kind: 'board', things: [] }, asked)) ?? ''
    expect(() => readXml(svg)).not.toThrow()
    expect(everyElement(readXml(svg)).some(({ name }) => /script|foreignObject/i.test(name))).toBe(false)
  })

  it('measures words by their letters', () => {
    const { measure } = countedWidths()
    expect(measure('і')).toBeCloseTo(0.24)
    expect(measure('Ғш')).toBeCloseTo(0.58 + 0.8)
    expect(measure('語')).toBe(1)
  })
})
