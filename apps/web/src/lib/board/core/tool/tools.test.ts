import { describe, expect, it } from 'vitest'
import { readBoard, readThing, remove } from '@sheber/document/board'
import { decodeStroke } from '@sheber/document/ink'
import type { Connector, Thing } from '@sheber/document/thing'
import { addOne, clock, createEditor, draw, heard, press, put } from '../board.fixture.ts'
import { commands } from '../commands.ts'
import type { ToolName } from '../editor.ts'
import { readTrail } from '../trail.ts'
import { pointsOfTrail, trailOf } from '../trailing.ts'
import { type Press } from '../tools.ts'
import { allTools } from './all.ts'
import { glowMs } from './laser.ts'
import { strokesOf } from './pen.ts'

const desk = () => {
  const editor = createEditor()
  const time = clock()
  const tools = allTools(editor, time.ring)
  let writes = 0
  editor.board.doc.on('update', () => writes++)
  const use = (tool: ToolName, places: readonly (readonly [number, number])[], more: Partial<Press> = {}) => {
    editor.tool = tool
    draw(editor, tools[tool], places, more)
  }
  const things = () => readBoard(editor.board.doc).things
  return { editor, tools, time, use, things, last: () => things().at(-1) as Thing, writes: () => writes }
}

const makers: [ToolName, Partial<Thing>][] = [
  ['note', { kind: 'note' }],
  ['text', { kind: 'text' }],
  ['shape', { kind: 'shape' }],
  ['frame', { kind: 'frame' }],
  ['connector', { kind: 'connector' }],
  ['pen', { kind: 'ink' }],
  ['highlighter', { kind: 'ink' }],
  ['stamp', { kind: 'stamp' }],
]
const hands: [string, Partial<Press>][] = [
  ['mouse', {}],
  ['finger', { touch: true }],
  ['pen', { touch: true, pressure: 0.8 }],
]

describe.each(makers)('the %s tool', (tool, made) => {
  it.each(hands)('makes one thing by %s, in one step of undo', (_, hand) => {
    const { editor, use, things } = desk()
    use(
      tool,
      [
        [10, 10],
        [60, 40],
        [200, 150],
      ],
      hand,
    )
    editor.edit(null)
    if (tool !== 'text') {
      expect(things()).toMatchObject([{ ...made, by: 'aigerim' }])
      commands.undo(editor)
    }
    expect(things()).toEqual([])
  })

  it('makes nothing when it is called off, and nothing for one who may only look', () => {
    const { editor, tools, writes } = desk()
    editor.tool = tool
    tools[tool].down(press(editor, 10, 10))
    tools[tool].move(press(editor, 90, 90))
    tools[tool].cancel()
    tools[tool].up(press(editor, 90, 90))
    editor.may = 'read'
    draw(editor, tools[tool], [
      [10, 10],
      [90, 90],
    ])
    expect(writes()).toBe(0)
    expect(editor.draft).toBeNull()
    expect(editor.hover).toBeNull()
  })
})

describe('after one thing', () => {
  it.each<[ToolName, ToolName]>([
    ['note', 'select'],
    ['shape', 'select'],
    ['connector', 'select'],
    ['pen', 'pen'],
    ['eraser', 'eraser'],
  ])('%s becomes %s', (tool, then) => {
    const { editor, use } = desk()
    use(tool, [
      [0, 0],
      [100, 100],
    ])
    expect(editor.tool).toBe(then)
  })

  it('the tool stays for whoever keeps it', () => {
    const { editor, use, things } = desk()
    commands.keep(editor)
    for (const x of [0, 300])
      use('shape', [
        [x, 0],
        [x + 100, 100],
      ])
    expect(editor.tool).toBe('shape')
    expect(things()).toHaveLength(2)
  })
})

describe('a box', () => {
  it('is as large as it is drawn, square with shift, from its middle with alt', () => {
    const { use, last } = desk()
    use('shape', [
      [300, 300],
      [220, 260],
    ])
    expect(last()).toMatchObject({ g: [220, 260, 80, 40] })
    use(
      'shape',
      [
        [500, 500],
        [530, 580],
      ],
      { shift: true, ctrl: true },
    )
    expect(last()).toMatchObject({ g: [500, 500, 80, 80] })
    use(
      'shape',
      [
        [800, 100],
        [830, 120],
      ],
      { alt: true, ctrl: true },
    )
    expect(last()).toMatchObject({ g: [770, 80, 60, 40] })
  })

  it('has the usual size where one only taps, and the look of what is next', () => {
    const { editor, use, last } = desk()
    commands.diamond(editor)
    editor.setNext({ fill: 'green', dash: 'dashed' })
    use('shape', [[100, 100]])
    expect(last()).toMatchObject({ g: [20, 50, 160, 100], form: 'diamond', fill: 'green', dash: 'dashed' })
  })

  it('of words is as wide as they are after a tap, as wide as it was drawn otherwise', () => {
    const { editor, use, last } = desk()
    use('text', [[100, 100]])
    expect(editor.editing).toBe(last().id)
    expect(last()).toMatchObject({ wide: 'words' })
    editor.edit(null)
    use('text', [
      [100, 300],
      [400, 320],
    ])
    expect(last()).toMatchObject({ wide: 'box', g: [100, 300, 300, 26] })
  })

  it('of no words leaves nothing behind, nor a step of undo', () => {
    const { editor, use, things } = desk()
    put(editor.board, 'a', 0, 0)
    editor.select(['a'])
    commands.right(editor)
    use('text', [[500, 500]])
    editor.edit(null)
    expect(things()).toHaveLength(1)
    commands.undo(editor)
    expect(readThing(editor.board, 'a')?.g[0]).toBe(0)
  })

  it('of a sheet is slid under what lies on it, and above the sheet it lies on itself', () => {
    const { editor, use, things } = desk()
    use('frame', [
      [-100, -100],
      [900, 700],
    ])
    put(editor.board, 'a', 50, 50)
    use(
      'frame',
      [
        [0, 0],
        [300, 300],
      ],
      { ctrl: true },
    )
    expect(things().map(({ kind, id }) => (kind === 'frame' ? id : kind))).toEqual(['new1', 'new2', 'note'])
  })
})

describe('a connector', () => {
  const two = () => {
    const one = desk()
    put(one.editor.board, 'a', 0, 0)
    put(one.editor.board, 'b', 400, 0)
    return { ...one, line: () => one.last() as Connector }
  }

  it('holds things as a whole, ports where it comes near them, else the paper', () => {
    const { use, line } = two()
    use('connector', [
      [30, 30],
      [200, 30],
      [470, 70],
    ])
    expect(line()).toMatchObject({ a: { id: 'a', u: 0.5, v: 0.5 }, b: { id: 'b', u: 0.5, v: 0.5 } })
    use('connector', [
      [98, 52],
      [402, 49],
    ])
    expect(line()).toMatchObject({ a: { id: 'a', u: 1, v: 0.5 }, b: { id: 'b', u: 0, v: 0.5 } })
    use('connector', [
      [30, 30],
      [250, 300],
    ])
    expect(line()).toMatchObject({ a: { id: 'a' }, b: null, p: [30, 30, 250, 300] })
    use(
      'connector',
      [
        [30, 30],
        [420, 80],
      ],
      { alt: true },
    )
    expect(line()).toMatchObject({ b: { id: 'b', u: 0.2, v: 0.8 } })
  })

  it('shows the ports of what is under its end, and itself while it is drawn', () => {
    const { editor, tools } = two()
    editor.tool = 'connector'
    tools.connector.hover?.(press(editor, 30, 30))
    expect(editor.hover).toMatchObject({ id: 'a', taken: null })
    expect(editor.hover?.ports.map(({ at }) => [at.x, at.y])).toEqual([
      [50, 0],
      [100, 50],
      [50, 100],
      [0, 50],
    ])
    tools.connector.down(press(editor, 30, 30))
    tools.connector.move(press(editor, 401, 50))
    expect(editor.hover).toMatchObject({ id: 'b', taken: 3 })
    expect(editor.draft).toMatchObject({ kind: 'line', a: { id: 'a' }, b: { id: 'b' }, to: { x: 400, y: 50 } })
  })

  it('is laid by two taps too, and by none if the tool is laid aside in between', () => {
    const { editor, tools, use, line, things } = two()
    use('connector', [[30, 30]])
    expect(things()).toHaveLength(2)
    draw(editor, tools.connector, [[470, 70]])
    expect(line()).toMatchObject({ a: { id: 'a' }, b: { id: 'b' } })
    use('connector', [[30, 30]])
    commands.escape(editor)
    use('connector', [[470, 70]])
    expect(things()).toHaveLength(3)
  })

  it('is taken by an end and laid elsewhere, and bent by its middle', () => {
    const { editor, tools, use, line, writes } = two()
    editor.setNext({ route: 'elbow' })
    use('connector', [
      [98, 50],
      [402, 50],
    ])
    const before = writes()
    draw(
      editor,
      tools.select,
      [
        [400, 50],
        [300, 200],
        [300, 300],
      ],
      { grip: 'b' },
    )
    expect(writes()).toBe(before + 1)
    expect(line()).toMatchObject({ a: { id: 'a' }, b: null, p: [100, 50, 300, 300] })
    draw(
      editor,
      tools.select,
      [
        [300, 300],
        [430, 30],
      ],
      { grip: 'b' },
    )
    expect(line()).toMatchObject({ b: { id: 'b', u: 0.5, v: 0.5 } })
    remove(editor.board, ['b'], 'dana', 9)
    expect(editor.scene.get(line().id)).toBeDefined()
  })

  it('bends where its middle is pushed', () => {
    const { editor, tools, use, line } = two()
    put(editor.board, 'c', 400, 300)
    editor.setNext({ route: 'elbow' })
    use('connector', [
      [98, 50],
      [402, 350],
    ])
    draw(
      editor,
      tools.select,
      [
        [250, 200],
        [175, 200],
      ],
      { grip: 'bend' },
    )
    expect(line().bend).toBeCloseTo(0.25)
    expect(line()).toMatchObject({ a: { id: 'a' }, b: { id: 'c' } })
  })
})

describe('ink', () => {
  it('is written once, with its pressure, without points nobody sees', () => {
    const { editor, tools, last, writes } = desk()
    editor.tool = 'pen'
    const path = Array.from({ length: 200 }, (_, i) => ({ world: { x: 100 + i, y: 100 + (i > 100 ? 50 : 0) }, pressure: 0.8 }))
    tools.pen.down(press(editor, 100, 100, { pressure: 0.8 }))
    tools.pen.move(press(editor, 299, 150, { path }))
    expect(writes()).toBe(0)
    expect(editor.draft).toMatchObject({ kind: 'stroke', brush: 'pen' })
    tools.pen.up(press(editor, 299, 150, { pressure: 0.8 }))
    expect(writes()).toBe(2)
    const stroke = last()
    if (stroke.kind !== 'ink') throw new Error(stroke.kind)
    expect(stroke.g).toEqual([100, 100, 199, 50])
    const { w, h, points } = decodeStroke(stroke.points)
    expect([w, h]).toEqual([199, 50])
    expect(points.length).toBeLessThan(10)
    expect(points[0]).toEqual({ x: 0, y: 0, pressure: 0.8 })
    expect(points.at(-1)).toMatchObject({ x: 199, y: 50 })
  })

  it('of an endless hand is several strokes that touch, and nothing is lost', () => {
    const points = Array.from({ length: 12_000 }, (_, i) => ({ x: i, y: (i % 2) * 9, pressure: 0.5 }))
    const strokes = strokesOf(points)
    expect(strokes.length).toBeGreaterThan(4)
    for (const [i, stroke] of strokes.entries()) if (i > 0) expect(stroke[0]).toBe(strokes[i - 1]?.at(-1))
    expect(new Set(strokes.flat()).size).toBe(points.length)
  })

  it('is shown to others in less than two kilobytes, in its whole length', () => {
    const points = Array.from({ length: 9_000 }, (_, i) => ({ x: 5_000 * Math.sin(i / 7), y: i, pressure: 1 }))
    const trail = trailOf(points, { kind: 'pen', ink: 'red', width: 4 })
    expect(JSON.stringify(trail).length).toBeLessThan(2048)
    const shown = pointsOfTrail(readTrail(JSON.parse(JSON.stringify(trail))) ?? trail)
    expect(shown[0]).toEqual({ x: 0, y: 0 })
    expect(shown.at(-1)?.y).toBe(8_999)
    for (const claim of [null, 1, { kind: 'x', points: [] }, { ...trail, points: [NaN, 1] }, { ...trail, points: Array(999).fill(1) }])
      expect(readTrail(claim)).toBeNull()
  })
})

describe('the eraser', () => {
  const withInk = () => {
    const one = desk()
    one.use('pen', [
      [0, 0],
      [100, 100],
    ])
    put(one.editor.board, 'a', 300, 0)
    put(one.editor.board, 'far', 700, 0)
    return one
  }

  it('takes whole strokes and things that it touches, in one step', () => {
    const { editor, use, things } = withInk()
    use('eraser', [
      [100, 0],
      [0, 100],
      [350, 50],
    ])
    expect(things().map(({ id }) => id)).toEqual(['far'])
    commands.undo(editor)
    expect(things()).toHaveLength(3)
  })

  it('marks first, and gives everything back when it is called off', () => {
    const { editor, tools, things } = withInk()
    editor.tool = 'eraser'
    tools.eraser.down(press(editor, 350, 50))
    expect([...editor.erasing]).toEqual(['a'])
    expect(things()).toHaveLength(3)
    tools.eraser.cancel()
    expect(editor.erasing.size).toBe(0)
    expect(things()).toHaveLength(3)
  })

  it('passes over what is locked', () => {
    const { editor, use, things } = withInk()
    editor.select(['a'])
    commands.lockPlace(editor)
    use('eraser', [[350, 50]])
    expect(things()).toHaveLength(3)
  })
})

describe('the lasso', () => {
  it('takes what has its middle within the loop, with its group, not what is locked', () => {
    const { editor, use } = desk()
    for (const [i, id] of ['a', 'b', 'c', 'd'].entries()) put(editor.board, id, i * 200, 0)
    editor.select(['c', 'd'])
    commands.group(editor)
    editor.select(['b'])
    commands.lockAll(editor)
    use('lasso', [
      [-20, -20],
      [520, -20],
      [520, 120],
      [-20, 120],
    ])
    expect([...editor.selection]).toEqual(['a', 'c', 'd'])
    expect(editor.lasso).toEqual([])
    expect(editor.tool).toBe('select')
    use('lasso', [[250, 50]])
    expect([...editor.selection]).toEqual(['b'])
  })
})

describe('the laser', () => {
  it('writes nothing, and its trail glows out', () => {
    const { editor, use, writes, time } = desk()
    use('laser', [
      [0, 0],
      [50, 50],
      [90, 20],
    ])
    expect(editor.laser).toHaveLength(3)
    time.pass(glowMs)
    expect(editor.laser).toEqual([])
    expect(writes()).toBe(0)
  })
})

it('a comment is asked for where one points', () => {
  const { editor, use, writes } = desk()
  addOne(editor.board, { kind: 'note', id: 'a', g: [0, 0, 100, 100] })
  const before = writes()
  const asked = heard(editor, 'comment')
  use('comment', [[50, 50]])
  use('comment', [[500, 500]])
  expect(asked).toEqual([
    ['comment', { at: { x: 50, y: 50 }, id: 'a' }],
    ['comment', { at: { x: 500, y: 500 }, id: null }],
  ])
  expect(writes()).toBe(before)
})
