import { describe, expect, it } from 'vitest'
import { readBoard } from '@sheber/document/board'
import { decodeStroke } from '@sheber/document/ink'
import type { NewThing } from '@sheber/document/thing'
import { readDrawing } from './excalidraw.ts'
import { thingsMax } from './file.ts'
import { boardOf, handOf, hostile } from './paper.fixture.ts'

type Element = Record<string, unknown>

const usual = {
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  strokeWidth: 2,
  strokeStyle: 'solid',
  groupIds: [],
  isDeleted: false,
}
const png = 'data:image/png;base64,iVBORw0KGgo='

/** As excalidraw.com saves it, without what concerns only its way of drawing. */
const scheme: Element[] = [
  {
    ...usual,
    id: 'box',
    type: 'rectangle',
    x: 100,
    y: 100,
    width: 200,
    height: 80,
    roundness: { type: 3 },
    backgroundColor: '#A5D8FF',
    boundElements: [{ id: 'says', type: 'text' }],
  },
  {
    ...usual,
    id: 'says',
    type: 'text',
    x: 120,
    y: 120,
    width: 100,
    height: 25,
    text: 'Қозғал\nтқыш',
    originalText: 'Қозғалтқыш',
    fontSize: 28,
    textAlign: 'center',
    containerId: 'box',
  },
  {
    ...usual,
    id: 'egg',
    type: 'ellipse',
    x: 500,
    y: 100,
    width: 120,
    height: 80,
    strokeColor: '#e03131',
    strokeStyle: 'dotted',
    groupIds: ['in', 'out'],
  },
  {
    ...usual,
    id: 'rhomb',
    type: 'diamond',
    x: 500,
    y: 300,
    width: 120,
    height: 80,
    angle: Math.PI / 2,
    groupIds: ['out'],
    backgroundColor: '#fff',
  },
  {
    ...usual,
    id: 'arrow',
    type: 'arrow',
    x: 300,
    y: 140,
    width: 200,
    height: 0,
    points: [
      [0, 0],
      [200, 0],
    ],
    startBinding: { elementId: 'box', focus: 0, gap: 1 },
    endBinding: { elementId: 'egg', fixedPoint: [0, 0.5] },
    startArrowhead: null,
    endArrowhead: 'triangle',
  },
  { ...usual, id: 'label', type: 'text', x: 380, y: 130, width: 40, height: 25, text: '5 В', fontSize: 16, containerId: 'arrow' },
  {
    ...usual,
    id: 'bent',
    type: 'arrow',
    x: 0,
    y: 0,
    points: [
      [0, 0],
      [50, 50],
      [100, 0],
    ],
    elbowed: true,
    startArrowhead: 'circle_outline',
    endArrowhead: null,
  },
  {
    ...usual,
    id: 'line',
    type: 'line',
    x: 10,
    y: 10,
    points: [
      [0, 0],
      [30, 40],
    ],
  },
  {
    ...usual,
    id: 'zigzag',
    type: 'line',
    x: 0,
    y: 600,
    points: [
      [0, 0],
      [100, 100],
      [200, 0],
    ],
  },
  {
    ...usual,
    id: 'pen',
    type: 'freedraw',
    x: 700,
    y: 700,
    points: [
      [0, 0],
      [10, 20],
      [-10, 40],
    ],
    pressures: [0.1, 0.5, 0.9],
  },
  {
    ...usual,
    id: 'alone',
    type: 'text',
    x: 0,
    y: 800,
    width: 100,
    height: 25,
    text: 'Жел',
    fontSize: 20,
    textAlign: 'left',
    strokeColor: '#2f9e44',
  },
  { ...usual, id: 'sheet', type: 'frame', x: -20, y: -20, width: 800, height: 500, name: 'Сызба' },
  { ...usual, id: 'photo', type: 'image', x: 900, y: 0, width: 160, height: 120, fileId: 'f1', angle: Math.PI },
  { ...usual, id: 'site', type: 'embeddable', x: 0, y: 900, width: 300, height: 200, link: 'https://example.org/' },
  { ...usual, id: 'gone', type: 'rectangle', x: 0, y: 0, width: 9, height: 9, isDeleted: true },
  { ...usual, id: 'odd', type: 'selection', x: 0, y: 0, width: 9, height: 9 },
]
const files = { f1: { id: 'f1', mimeType: 'image/png', dataURL: png } }

const drawing = (elements: unknown, more: object = { files }) => {
  const read = readDrawing({ type: 'excalidraw', version: 2, elements, ...more }, handOf())
  if (!read) throw new Error('It is no drawing')
  return read
}

/** As the document takes them, by what they say or what they are. */
const laid = (things: readonly NewThing[]) => readBoard(boardOf(things).doc).things

const only = <K extends NewThing['kind']>(kind: K, things: readonly NewThing[]) =>
  things.filter((thing): thing is Extract<NewThing, { kind: K }> => thing.kind === kind)

describe('a drawing of Excalidraw', () => {
  const { things, pictures, unknown, over } = drawing(scheme)

  it('brings its shapes, with the words in them', () => {
    const [box, egg, rhomb] = only('shape', things)
    expect(box).toMatchObject({
      form: 'rounded',
      g: [100, 100, 200, 80],
      fill: '#a5d8ff',
      ink: '#1e1e1e',
      text: 'Қозғалтқыш',
      size: 28,
      align: 'middle',
    })
    expect(egg).toMatchObject({ form: 'ellipse', fill: 'none', ink: '#e03131', dash: 'dotted', text: '' })
    expect(rhomb).toMatchObject({ form: 'diamond', turn: 90, fill: '#ffffff' })
    expect([egg?.group, box?.group]).toEqual([rhomb?.group, ''])
    expect(egg?.group).not.toBe('')
  })

  it('brings arrows bound to what they were bound to', () => {
    const [box, egg] = only('shape', things)
    const [bound, bent, line] = only('connector', things)
    expect(bound).toMatchObject({
      a: { id: box?.id, u: 0.5, v: 0.5 },
      b: { id: egg?.id, u: 0, v: 0.5 },
      p: [300, 140, 500, 140],
      tail: 'none',
      head: 'triangle',
      text: '5 В',
    })
    expect(bent).toMatchObject({ a: null, b: null, route: 'elbow', tail: 'dot', head: 'none' })
    expect(line).toMatchObject({ p: [10, 10, 40, 50], tail: 'none', head: 'none', route: 'straight' })
  })

  it('brings what was drawn by hand, corners and pressure kept', () => {
    const [zigzag, pen] = only('ink', things)
    expect(zigzag?.g).toEqual([0, 600, 200, 100])
    expect(decodeStroke(zigzag?.points ?? new Uint8Array()).points).toHaveLength(6)
    expect(pen?.g).toEqual([690, 700, 20, 40])
    expect(
      decodeStroke(pen?.points ?? new Uint8Array()).points.map(({ x, y, pressure }) => [x, y, Math.round(pressure * 10) / 10]),
    ).toEqual([
      [10, 0, 0.1],
      [20, 20, 0.5],
      [0, 40, 0.9],
    ])
  })

  it('brings text with room for our letters, links, and frames beneath everything', () => {
    expect(only('text', things)).toMatchObject([{ text: 'Жел', g: [0, 800, 120, 25], size: 20, ink: '#2f9e44' }])
    expect(only('link', things)).toMatchObject([{ url: 'https://example.org/' }])
    expect(things[0]).toMatchObject({ kind: 'frame', text: 'Сызба', g: [-20, -20, 800, 500] })
  })

  it('hands pictures over as files that know their place', async () => {
    expect(pictures).toMatchObject([{ g: [900, 0, 160, 120], turn: 180 }])
    expect(pictures[0]?.file).toMatchObject({ type: 'image/png', size: 8 })
    expect(await pictures[0]?.file.text()).toContain('PNG')
  })

  it('says what it could not bring', () => {
    expect({ unknown, over }).toEqual({ unknown: 1, over: 0 })
    expect(laid(things)).toHaveLength(things.length)
  })

  it('comes from the clipboard as well', () => {
    expect(readDrawing({ type: 'excalidraw/clipboard', elements: scheme, files }, handOf())?.things).toHaveLength(things.length)
    for (const other of [null, [], {}, { type: 'excalidraw' }, { type: 'excalidrawlib', elements: [] }, { type: 'tldraw', elements: [] }])
      expect(readDrawing(other, handOf())).toBeNull()
  })
})

describe('a drawing that lies', () => {
  const lies: unknown[] = [null, 'NaN', -1, 1e308, -1e308, Infinity, [], {}, [null], '__proto__', true, '\u0000', 'javascript:alert(1)']

  it('gives things that are sane, whatever stands in its fields', () => {
    for (const lie of lies) {
      const names = [...new Set(scheme.flatMap((element) => Object.keys(element)))].filter(
        (name) => name !== 'type' && name !== 'isDeleted',
      )
      for (const name of names) {
        const { things } = drawing(scheme.map((element) => ({ ...element, [name]: lie })))
        for (const thing of laid(things)) {
          expect(
            thing.g.every((n) => Number.isFinite(n) && Math.abs(n) <= 1e6),
            `${thing.kind}.${name} = ${String(lie)}`,
          ).toBe(true)
          expect(Number.isFinite(thing.turn)).toBe(true)
          if (thing.kind === 'shape') expect(thing.ink).toMatch(/^(ink|#[0-9a-f]{6})$/)
          if (thing.kind === 'link') expect(thing.url).toMatch(/^https:/)
        }
      }
    }
  })

  it('is read to its end when nothing in it is an element', () => {
    expect(drawing(lies)).toMatchObject({ things: [], pictures: [] })
    expect(drawing([...lies, {}, { type: 'rectangle' }]).things).toHaveLength(1)
  })

  it('may bind in circles, to itself, and to what is gone', () => {
    const arrow = (id: string, from: string, to: string) => ({
      ...usual,
      id,
      type: 'arrow',
      x: 0,
      y: 0,
      points: [
        [0, 0],
        [9, 9],
      ],
      startBinding: { elementId: from },
      endBinding: { elementId: to },
    })
    const text = (id: string, containerId: string) => ({
      ...usual,
      id,
      type: 'text',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      text: id,
      containerId,
    })
    const { things } = drawing([
      arrow('a', 'b', 'a'),
      arrow('b', 'a', 'gone'),
      text('x', 'y'),
      text('y', 'x'),
      text('z', 'z'),
      text('on', 'a'),
      text('on too', 'a'),
    ])
    expect(only('connector', things).map(({ a, b, text }) => [a, b, text])).toEqual([
      [null, null, 'on'],
      [null, null, ''],
    ])
    // Whatever belongs to nothing stands by itself: no word is lost.
    expect(only('text', things).map(({ text }) => text)).toEqual(['x', 'y', 'z', 'on too'])
  })

  it('may be endless: so much is taken, and the rest counted', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ ...usual, id: `${i}`, type: 'rectangle', x: i, y: 0, width: 9, height: 9 }))
    const { things, over } = drawing(many)
    expect([things.length, over]).toEqual([thingsMax, 100_000 - thingsMax])
    const points = Array.from({ length: 500_000 }, (_, i) => [i % 100, i % 77])
    const { things: strokes } = drawing([{ ...usual, id: 'a', type: 'freedraw', x: 0, y: 0, points }])
    expect(strokes.length).toBe(50)
  })

  it('has only pictures in its pictures', () => {
    const photo = scheme.filter(({ id }) => id === 'photo')
    for (const dataURL of [
      '',
      'data:text/html;base64,PHNjcmlwdD4=',
      'https://evil.example/x.png',
      'data:image/png;base64,%%%',
      'data:image/png,AAAA',
      7,
    ])
      expect(drawing(photo, { files: { f1: { dataURL } } })).toMatchObject({ pictures: [], unknown: 1 })
    expect(drawing(photo, { files: null }).pictures).toEqual([])
  })

  it('takes hostile words for words', () => {
    for (const text of hostile) {
      const [read] = drawing([{ ...usual, id: text, type: 'text', x: 0, y: 0, width: 9, height: 9, text }]).things
      expect(read?.text).toBe(text)
    }
  })
})
