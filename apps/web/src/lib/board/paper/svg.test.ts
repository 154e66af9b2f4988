import { describe, expect, it } from 'vitest'
import type { NewThing } from '@sheber/document/thing'
import { halfWide } from '../core/board.fixture.ts'
import type { Surface } from '../core/surface.ts'
import { cutAll, cutChosen, cutFrame, framesOf, paintCut, vectorZoom } from './cut.ts'
import { everyKind, hostile, sceneOf } from './paper.fixture.ts'
import { svgOf, svgSurface } from './svg.ts'
import { everyElement, readXml, wordsOf } from './xml.fixture.ts'

const nothing = { measure: halfWide, pictureOf: () => null }
const title = 'Жел диірмені'

const drawn = (things: readonly NewThing[], { name = title, nameOf = (): string => 'Айгерім' } = {}) => {
  const scene = sceneOf(things)
  const cut = cutAll(scene, name)
  if (!cut) throw new Error('The board is empty')
  const out: string[] = []
  paintCut(scene, cut, svgSurface(out, nothing), { nameOf, background: true, zoom: vectorZoom })
  return svgOf({ part: cut.part, title: cut.name, language: 'kk', fonts: '' }, out)
}

const painted = (paint: (surface: Surface) => void, means: Parameters<typeof svgSurface>[1] = nothing) => {
  const out: string[] = []
  paint(svgSurface(out, means))
  return readXml(svgOf({ part: { x: 0, y: 0, w: 10, h: 10 }, title, language: 'kk', fonts: '' }, out))
}

describe('a board as SVG', () => {
  it('shows every kind of thing', () => {
    for (const thing of everyKind) {
      const root = readXml(drawn([thing]))
      // The paper itself is one.
      expect(everyElement(root).filter(({ name }) => /^(rect|path|text|image)$/.test(name)).length, thing.kind).toBeGreaterThan(1)
    }
    const words = everyElement(readXml(drawn(everyKind)))
      .filter(({ name }) => name === 'text')
      .map(wordsOf)
      .join(' ')
    for (const word of ['ә ғ қ ң ө ұ', 'ү һ і', 'крыло', 'Мотор', 'Бак', '12 В', 'Айгерім', 'Жел диірмені: 1-сызба'])
      expect(words).toContain(word)
  })

  it('is as large as what is on it', () => {
    const root = readXml(drawn([{ kind: 'shape', id: 'a', g: [100, 200, 300, 150], width: 2, by: 'a', at: 1 }]))
    const [x = 0, y = 0, w = 0, h = 0] = root.attributes.viewBox?.split(' ').map(Number) ?? []
    expect([x, y, x + w, y + h]).toEqual([74, 174, 426, 376])
    expect([root.attributes.width, root.attributes.height]).toEqual(['352', '202'])
  })

  it('keeps colours from outside, dashes, and how things are turned', () => {
    const source = drawn(everyKind)
    for (const part of ['#ffc9c9', '#e03131', 'stroke-dasharray="8 6"', 'rotate(12)', 'stroke-width="24"', 'opacity="0.4"'])
      expect(source).toContain(part)
    expect(source).not.toMatch(/NaN|undefined|Infinity|null/)
  })

  it('holds no script and no address, whatever is written on things', () => {
    expect(hostile).toHaveLength(60)
    const known = new Set(['svg', 'title', 'g', 'rect', 'path', 'text'])
    for (const words of hostile) {
      const things = everyKind.map((thing): NewThing => {
        const bad = { text: words, group: words }
        if (thing.kind === 'link') return { ...thing, ...bad, url: words, about: words }
        if (thing.kind === 'image') return { ...thing, ...bad, file: words }
        if (thing.kind === 'card') return { ...thing, ...bad, ref: words }
        if (thing.kind === 'stamp') return { ...thing, ...bad, stamp: words }
        // A colour that is none: the document reads it as none, and so does whoever paints.
        if (thing.kind === 'shape') return { ...thing, ...bad, ink: words as '#000000', fill: words as '#000000' }
        return { ...thing, ...bad }
      })
      const source = drawn(things, { name: words, nameOf: () => words })
      const elements = everyElement(readXml(source))
      expect(elements.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([])
      const attributes = elements.flatMap(({ attributes }) => Object.entries(attributes))
      expect(attributes.filter(([name]) => /^on|href|^style$|^src$/.test(name))).toEqual([])
      expect(attributes.filter(([name, value]) => !name.startsWith('xmlns') && /:\/\/|script|url\(/i.test(value))).toEqual([])
      expect(wordsOf(elements[1] ?? { name: '', attributes: {}, children: [] }).length).toBeLessThanOrEqual(words.length)
    }
  })

  it('escapes what a painter hands over, colours and paths too', () => {
    for (const words of hostile) {
      const root = painted((surface) => {
        surface.rect(0, 0, 1, 1, words)
        surface.fill({ d: words }, words)
        surface.stroke({ d: words }, { colour: words, width: 1 })
        surface.text(words, 0, 0, { size: 10, colour: words })
      })
      expect(everyElement(root).map(({ name }) => name)).toEqual(['svg', 'title', 'rect', 'path', 'path', 'text'])
    }
  })

  it('brings pictures along, and leaves out what could not be fetched', () => {
    const data = 'data:image/png;base64,AAAA'
    const paint = (surface: Surface) => {
      surface.picture({ url: '/a', source: null }, 1, 2, 3, 4)
      surface.picture({ url: '/b', source: null }, 1, 2, 3, 4)
    }
    const images = everyElement(painted(paint, { ...nothing, pictureOf: (url) => (url === '/a' ? data : null) })).filter(
      ({ name }) => name === 'image',
    )
    expect(images.map(({ attributes }) => attributes.href)).toEqual([data])
  })

  it('presses words that would be too wide, and moves what is veiled no further than its group', () => {
    const root = painted((surface) => {
      surface.text('ұзын сөз', 0, 0, { size: 20, colour: '#000000', most: 40 })
      surface.text('бар', 0, 0, { size: 20, colour: '#000000', most: 40 })
      surface.at(5, 5, () => surface.veil(0.5), { turn: 90, sx: 2, sy: 2 })
      surface.rect(0, 0, 1, 1, 'rgb(13 18 22 / 7%)')
    })
    const [long, short, group, rect] = root.children.slice(1).filter((child) => typeof child !== 'string')
    expect(long?.attributes.textLength).toBe('40')
    expect(short?.attributes.textLength).toBeUndefined()
    expect(group?.attributes.transform).toBe('translate(5 5) rotate(90) scale(2 2)')
    expect(rect?.attributes).toMatchObject({ fill: 'rgb(13,18,22)', 'fill-opacity': '0.07' })
    expect(rect?.attributes.opacity).toBeUndefined()
  })
})

describe('what is cut out', () => {
  const frames: NewThing[] = [
    { kind: 'frame', id: 'right', g: [1000, 10, 400, 300], text: 'B', mm: 2, by: 'a', at: 1 },
    { kind: 'frame', id: 'left', g: [0, 0, 400, 300], text: 'A', by: 'a', at: 1 },
    { kind: 'note', id: 'note', g: [50, 50, 100, 100], by: 'a', at: 1 },
    { kind: 'note', id: 'far', g: [5000, 50, 100, 100], by: 'a', at: 1 },
  ]

  it('is a frame with all that lies on it, to its very edge', () => {
    const scene = sceneOf(frames)
    const [left, right] = framesOf(scene)
    expect([left?.id, right?.id]).toEqual(['left', 'right'])
    const cut = left && cutFrame(scene, left, 'A')
    expect(cut?.part).toEqual({ x: 0, y: 0, w: 400, h: 300 })
    expect(cut?.items.map(({ id }) => id)).toEqual(['left', 'note'])
    expect(right && cutFrame(scene, right, 'B').mm).toBe(2)
  })

  it('is the selection alone, and nothing where nothing is', () => {
    const scene = sceneOf(frames)
    expect(cutChosen(scene, new Set(['far', 'gone']), 'x')?.items.map(({ id }) => id)).toEqual(['far'])
    expect(cutChosen(scene, new Set(['gone']), 'x')).toBeNull()
    expect(cutAll(sceneOf([]), 'x')).toBeNull()
  })
})
