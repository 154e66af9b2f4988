import { addThings, openBoard } from '@sheber/document/board'
import { encodeStroke } from '@sheber/document/ink'
import { forms, type kinds as known, type NewThing } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { halfWide } from './board.fixture.ts'
import { plainLook } from './canvas.fixture.ts'
import { kindOf } from './kinds.ts'
import { pictured } from './kinds/pictured.ts'
import { paintItem, penOf } from './paint.ts'
import { isEven, ribbon } from './ribbon.ts'
import { Scene } from './scene.ts'
import { stamps } from './stamps.ts'
import type { voted } from '../vote/kinds.ts'
import { models } from '../model/kind.ts'
import type { workshop } from '../workshop/kinds.ts'
import type { Letters, Path, Surface } from './surface.ts'

type Without<T> = T extends unknown ? Omit<T, 'id' | 'by' | 'at'> : never

const sceneOf = (thing: Without<NewThing>) => {
  const board = openBoard(new Y.Doc())
  addThings(board, [{ ...thing, id: 'one', by: 'aigerim', at: 1 }])
  return new Scene(board, halfWide)
}

/** Whether a press on (x, y) takes the one thing there is. */
const takes = (thing: Without<NewThing>, x: number, y: number, slack = 0) => sceneOf(thing).at({ x, y }, slack)?.id === 'one'

const zigzag = encodeStroke({
  w: 100,
  h: 100,
  points: [
    { x: 0, y: 0, pressure: 0.2 },
    { x: 100, y: 0, pressure: 0.9 },
    { x: 0, y: 100, pressure: 0.4 },
  ],
})

describe('a press takes', () => {
  it('a filled shape anywhere, an open rectangle by its line', () => {
    expect(takes({ kind: 'shape', g: [0, 0, 100, 100], fill: 'blue' }, 50, 50)).toBe(true)
    expect(takes({ kind: 'shape', g: [0, 0, 100, 100] }, 50, 50)).toBe(false)
    expect(takes({ kind: 'shape', g: [0, 0, 100, 100] }, 2, 50)).toBe(true)
    expect(takes({ kind: 'shape', g: [0, 0, 100, 100], text: 'слово' }, 50, 50)).toBe(true)
  })

  it('a stroke by its line, wherever its box is', () => {
    const stroke: Without<NewThing> = { kind: 'ink', g: [0, 0, 200, 200], points: zigzag, width: 8 }
    expect(takes(stroke, 100, 2)).toBe(true)
    expect(takes(stroke, 100, 100)).toBe(true)
    expect(takes(stroke, 180, 180)).toBe(false)
  })

  it('a frame by its edge and its name, never by what lies on it', () => {
    const frame: Without<NewThing> = { kind: 'frame', g: [0, 0, 400, 400], text: 'Зертхана' }
    expect([takes(frame, 200, 200), takes(frame, 2, 200), takes(frame, 40, -12)]).toEqual([false, true, true])
  })

  it('a line by the line, with a little slack', () => {
    const line: Without<NewThing> = { kind: 'connector', p: [0, 0, 100, 100] }
    expect([takes(line, 50, 50), takes(line, 58, 50), takes(line, 58, 50, 8)]).toEqual([true, false, true])
  })

  it('what is turned where it is seen', () => {
    const note: Without<NewThing> = { kind: 'shape', fill: 'red', g: [0, 0, 200, 20], turn: 90 }
    expect([takes(note, 100, 100), takes(note, 190, 10)]).toEqual([true, false])
  })
})

interface Said {
  readonly words: string[]
  readonly paths: string[]
  readonly colours: string[]
}

const spoken = (): { surface: Surface; said: Said } => {
  const said: Said = { words: [], paths: [], colours: [] }
  const surface: Surface = {
    rect: (_x, _y, _w, _h, colour) => said.colours.push(colour),
    box: (_x, _y, _w, _h, { colour }) => said.colours.push(colour),
    fill: ({ d }: Path, colour) => said.paths.push(d) + said.colours.push(colour),
    stroke: ({ d }: Path, { colour }) => said.paths.push(d) + said.colours.push(colour),
    text: (words, _x, _y, { colour }: Letters) => said.words.push(words) + said.colours.push(colour),
    picture: ({ url }) => said.words.push(url),
    at: (_x, _y, within) => within(),
    veil: () => undefined,
  }
  return { surface, said }
}

const said = { card: { task: '', page: '', file: '', record: '', board: '', project: '' }, coming: '…' }

const painted = (thing: Without<NewThing>, zoom = 1, more: Partial<Parameters<typeof penOf>[3]> = {}): Said => {
  const scene = sceneOf(thing)
  const { surface, said } = spoken()
  const sheet = { look: plainLook, nameOf: () => 'Айгерім', editing: null, ...more }
  for (const item of scene.order) {
    const kind = { ...pictured, ...models }[item.thing.kind as keyof typeof pictured]
    const pen = penOf(scene, surface, zoom, sheet)
    if (kind) (kind.paint as (item: unknown, pen: unknown) => void)(item, pen)
    else paintItem(item, pen)
  }
  return said
}

describe('every kind paints itself', () => {
  // The technical kinds are held by tests of their own.
  const samples: Record<Exclude<keyof typeof known, keyof typeof workshop | keyof typeof voted>, Without<NewThing>> = {
    note: { kind: 'note', text: 'Жел' },
    text: { kind: 'text', text: 'Жел' },
    shape: { kind: 'shape', text: 'Жел' },
    ink: { kind: 'ink', points: zigzag, g: [0, 0, 100, 100] },
    connector: { kind: 'connector', p: [0, 0, 90, 90], text: 'Жел' },
    frame: { kind: 'frame', text: 'Жел' },
    image: { kind: 'image' },
    model: { kind: 'model', g: [0, 0, 320, 292], text: 'Жел', name: 'қанат.stl', bytes: 684, extent: [20, 10, 5] },
    card: { kind: 'card', text: 'Жел', of: 'task' },
    link: { kind: 'link', text: 'Жел', url: 'https://www.example.kz/a' },
    stamp: { kind: 'stamp', stamp: 'star' },
  }

  it.each(Object.entries(samples))('%s, near and far, in colours of the look alone', (_kind, thing) => {
    for (const zoom of [0.1, 1, 4]) {
      const { colours, paths } = painted(thing, zoom)
      expect(colours.length).toBeGreaterThan(0)
      for (const colour of colours) expect(colour).toMatch(/^[a-z]+$/)
      for (const path of paths) expect(path).not.toMatch(/NaN|undefined|Infinity/)
    }
    if ('text' in thing) expect(painted(thing).words).toContain('Жел')
  })

  it.each(forms)('%s has an outline', (form) => {
    expect(painted({ kind: 'shape', form, g: [0, 0, 120, 80] }).paths[0]).toMatch(/^M.+Z$/)
  })

  it.each(Object.keys(stamps))('stamp %s', (name) => {
    expect(painted({ kind: 'stamp', stamp: name }).paths.length).toBeGreaterThanOrEqual(2)
  })

  it('a link says whose page it is, a card what it stands for', () => {
    expect(painted({ kind: 'link', url: 'https://www.example.kz/a', text: 'Анемометр' }).words).toContain('example.kz')
    expect(
      painted({ kind: 'card', of: 'task', text: 'Лопасти' }, 1, { said: { ...said, card: { ...said.card, task: '<task>' } } }).words,
    ).toContain('<task>')
  })

  it('a card is called as it is called where it lies, and says so where it is closed', () => {
    const card = { kind: 'card', of: 'project', ref: 'p', text: 'Ескі', g: [0, 0, 240, 110] } as const
    const told = (title: string | null, access: 'open' | 'closed') =>
      painted(card, 1, { live: { me: 'a', now: () => 0, said: () => ({ title, line: 'Құрастыру', access }) } }).words
    expect(told('Жаңа', 'open')).toEqual(['', 'Жаңа', 'Құрастыру'])
    expect(told(null, 'closed')).toEqual(['', 'Ескі', 'Құрастыру'])
  })

  it('a picture stands in its place once it has come', () => {
    const pictures = { of: (file: string, width: number) => ({ url: `${file} ${width}`, source: {} as CanvasImageSource }) }
    expect(painted({ kind: 'image', file: 'abc', g: [0, 0, 300, 200] }, 2, { pictures }).words).toEqual(['abc 600'])
    expect(painted({ kind: 'image', file: 'abc', g: [0, 0, 300, 200] }, 1, { said }).words).toEqual(['…'])
  })

  it('a kind that has not come yet stands as a placeholder', () => {
    const [item] = sceneOf({ kind: 'stamp', stamp: 'star' }).order
    expect(item && kindOf(item.thing)).not.toBe(pictured.stamp)
  })
})

describe('a line of a hand', () => {
  const points = (pressures: readonly number[]) => pressures.map((pressure, i) => ({ x: i * 10, y: i % 2, pressure }))

  it('is of one width where the device tells no pressure', () => {
    expect(isEven(points([0.5, 0.5, 0.52]))).toBe(true)
    expect(isEven(points([0.5, 0.2, 0.5]))).toBe(false)
  })

  it('is as wide as the hand pressed', () => {
    const high = (pressure: number) => {
      const ys = [...ribbon(points([pressure, pressure, pressure]), 10).matchAll(/[ML ](-?[\d.]+) (-?[\d.]+)/g)].map(([, , y]) => Number(y))
      return Math.max(...ys) - Math.min(...ys)
    }
    expect(high(0.9)).toBeGreaterThan(high(0.3) * 1.8)
  })

  it('is a dot where it is a dot, and nothing where it is nothing', () => {
    expect(ribbon(points([0.7]), 10)).toMatch(/^M.*Z$/)
    expect(ribbon([], 10)).toBe('')
  })

  it('turning back on itself it stays a path', () => {
    const back = [0, 10, 0, 10].map((x, i) => ({ x, y: 0, pressure: i / 4 }))
    expect(ribbon(back, 6)).not.toMatch(/NaN/)
  })
})
