import { describe, expect, it } from 'vitest'
import { readBoard, readThing, remove, style, typeText } from '@sheber/document/board'
import { clock, createEditor, press, put } from './board.fixture.ts'
import { commands, bringBack, paintSelected } from './commands.ts'
import { overlaps } from './geometry.ts'
import { readPeer, type Peer } from './presence.ts'
import { readingOrder } from './scene.ts'
import { allTools } from './tool/all.ts'

const desk = () => {
  const editor = createEditor()
  put(editor.board, 'a', 0, 0)
  put(editor.board, 'b', 200, 0)
  put(editor.board, 'c', 50, 50)
  let writes = 0
  editor.board.doc.on('update', () => writes++)
  return {
    editor,
    tools: allTools(editor, clock().ring),
    writes: () => writes,
    at: (id: string) => readThing(editor.board, id)?.g.slice(0, 2),
  }
}

const dana = (more: object): Peer => readPeer(7, { user: { id: 'dana', name: 'Дана' }, ...more }) as Peer

describe('the select tool', () => {
  it('takes the uppermost thing, and lets go on empty paper', () => {
    const { editor, tools } = desk()
    for (const step of ['down', 'up'] as const) tools.select[step](press(editor, 75, 75))
    expect([...editor.selection]).toEqual(['c'])
    for (const step of ['down', 'up'] as const) tools.select[step](press(editor, 600, 600))
    expect(editor.selection.size).toBe(0)
  })

  it('writes once for a whole drag, and undoes it in one step', () => {
    const { editor, tools, writes, at } = desk()
    tools.select.down(press(editor, 10, 10))
    for (let x = 10; x <= 60; x++) tools.select.move(press(editor, x, 20))
    expect(writes()).toBe(0)
    expect(editor.scene.get('a')).toMatchObject({ x: 50, y: 10 })
    tools.select.up(press(editor, 60, 20))
    expect(writes()).toBe(1)
    expect(at('a')).toEqual([50, 10])
    commands.undo(editor)
    expect(at('a')).toEqual([0, 0])
    commands.redo(editor)
    expect(at('a')).toEqual([50, 10])
  })

  it('does not move what was only tapped with a trembling finger', () => {
    const { editor, tools, writes } = desk()
    tools.select.down(press(editor, 10, 10, { touch: true }))
    tools.select.move(press(editor, 16, 10, { touch: true }))
    tools.select.up(press(editor, 16, 10, { touch: true }))
    expect(writes()).toBe(0)
    expect([...editor.selection]).toEqual(['a'])
  })

  it('puts everything back when the drag is called off', () => {
    const { editor, tools, writes } = desk()
    tools.select.down(press(editor, 10, 10))
    tools.select.move(press(editor, 90, 90))
    tools.select.cancel()
    tools.select.up(press(editor, 90, 90))
    expect(writes()).toBe(0)
    expect(editor.scene.get('a')).toMatchObject({ x: 0, y: 0 })
  })

  it('gathers with a marquee, adds and takes away with shift', () => {
    const { editor, tools } = desk()
    tools.select.down(press(editor, 190, -20))
    tools.select.move(press(editor, 320, 120))
    expect(editor.marquee).toEqual({ x: 190, y: -20, w: 130, h: 140 })
    tools.select.up(press(editor, 320, 120))
    expect(editor.marquee).toBeNull()
    expect([...editor.selection]).toEqual(['b'])
    for (const step of ['down', 'up'] as const) tools.select[step](press(editor, 10, 10, { shift: true }))
    expect([...editor.selection]).toEqual(['b', 'a'])
    for (const step of ['down', 'up'] as const) tools.select[step](press(editor, 10, 10, { shift: true }))
    expect([...editor.selection]).toEqual(['b'])
  })

  it('pulls a corner, not below the smallest size', () => {
    const { editor, tools } = desk()
    editor.select(['b'])
    tools.select.down(press(editor, 300, 100, { grip: 'se' }))
    tools.select.move(press(editor, 350, 180))
    tools.select.up(press(editor, 350, 180))
    expect(readThing(editor.board, 'b')?.g).toEqual([200, 0, 150, 180])
    tools.select.down(press(editor, 200, 0, { grip: 'nw' }))
    tools.select.move(press(editor, 900, 900))
    tools.select.up(press(editor, 900, 900))
    expect(readThing(editor.board, 'b')?.g).toEqual([270, 100, 80, 80])
  })

  it('opens a note at a double tap, and lays a new one on empty paper', () => {
    const { editor, tools } = desk()
    const tap = (x: number, y: number, at: number) => {
      for (const step of ['down', 'up'] as const) tools.select[step](press(editor, x, y, { at }))
    }
    tap(210, 10, 0)
    tap(210, 10, 900)
    expect(editor.editing).toBeNull()
    tap(212, 11, 1100)
    expect(editor.editing).toBe('b')
    tap(600, 600, 3000)
    tap(600, 600, 3200)
    expect(editor.editing).toBe('new1')
    expect(readThing(editor.board, 'new1')).toMatchObject({ g: [500, 500, 200, 200], by: 'aigerim', fill: 'yellow' })
  })

  it('ends writing at one tap, also where one was tapped just before', () => {
    const { editor, tools } = desk()
    const tap = (x: number, y: number, at: number) => {
      for (const step of ['down', 'up'] as const) tools.select[step](press(editor, x, y, { at }))
    }
    tap(600, 600, 0)
    editor.edit('b')
    tap(600, 600, 200)
    expect([editor.editing, editor.scene.size]).toEqual([null, 3])
    tap(600, 600, 400)
    expect(editor.editing).toBe('new1')
  })
})

describe('commands', () => {
  it('delete softly, and bring back just that', () => {
    const { editor } = desk()
    editor.select(['a', 'b'])
    const gone = commands.remove(editor) ?? []
    expect(readBoard(editor.board.doc).things.map((t) => t.id)).toEqual(['c'])
    paintSelected(editor, 'pink')
    bringBack(editor, gone)
    expect(readBoard(editor.board.doc).things).toHaveLength(3)
    expect([...editor.selection]).toEqual(['a', 'b'])
  })

  it('undo takes back a duplicate in one step', () => {
    const { editor } = desk()
    commands.all(editor)
    commands.duplicate(editor)
    expect(editor.scene.size).toBe(6)
    expect([...editor.selection]).toEqual(['new1', 'new2', 'new3'])
    commands.undo(editor)
    expect(editor.scene.size).toBe(3)
    expect(editor.selection.size).toBe(0)
  })

  it('arrows move what is selected, else the paper', () => {
    const { editor, at } = desk()
    commands.right(editor, false)
    expect(editor.camera.x).toBe(80)
    editor.select(['b'])
    commands.right(editor, true)
    commands.down(editor, false)
    expect(at('b')).toEqual([240, 8])
  })

  it('plus and minus resize what is selected, within bounds', () => {
    const { editor } = desk()
    editor.select(['b'])
    commands.grow(editor)
    expect(readThing(editor.board, 'b')?.g).toEqual([200, 0, 120, 120])
    for (let i = 0; i < 9; i++) commands.shrink(editor)
    expect(readThing(editor.board, 'b')?.g).toEqual([200, 0, 80, 80])
  })

  it('enter with the note in hand lays it in the middle, the next ones where they cover nothing', () => {
    const { editor } = desk()
    editor.camera = { x: 2000, y: 0, zoom: 1 }
    for (let i = 0; i < 40; i++) {
      commands.note(editor)
      commands.enter(editor)
    }
    const laid = editor.scene.order.filter((item) => item.id.startsWith('new'))
    expect(laid[0]).toMatchObject({ x: 2400, y: 300 })
    const first = laid.slice(0, 6)
    expect(first.filter((item) => first.some((other) => other !== item && overlaps(item, other)))).toEqual([])
    // When the screen is full they still do not hide one another entirely.
    expect(new Set(laid.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(10)
    commands.escape(editor)
    expect(editor.editing).toBeNull()
    commands.escape(editor)
    expect(editor.selection.size).toBe(0)
  })

  it('write nothing for one who may only look', () => {
    const { editor, tools, writes } = desk()
    editor.select(['a'])
    tools.select.down(press(editor, 10, 10))
    tools.select.move(press(editor, 90, 90))
    editor.may = 'read'
    tools.select.move(press(editor, 95, 95))
    tools.select.up(press(editor, 95, 95))
    for (const command of Object.values(commands)) command(editor, false)
    paintSelected(editor, 'pink')
    bringBack(editor, ['a'])
    editor.edit('a')
    expect(writes()).toBe(0)
    expect(editor.editing).toBeNull()
    expect(editor.tool).toBe('hand')
  })
})

describe('others at the same board', () => {
  it('are seen dragging before they let go', () => {
    const { editor, writes } = desk()
    editor.peers = [dana({ sel: ['a'], drag: { dx: 30, dy: 5 } })]
    expect(editor.scene.get('a')).toMatchObject({ x: 30, y: 5 })
    editor.peers = [dana({ sel: ['a', 'b'], drag: { from: { x: 0, y: 0, w: 100, h: 100 }, to: { x: 1, y: 2, w: 90, h: 80 } } })]
    expect(editor.scene.get('a')).toMatchObject({ x: 1, y: 2, w: 90, h: 80 })
    expect(editor.scene.get('b')).toMatchObject({ x: 181 })
    editor.peers = []
    expect(editor.scene.get('a')).toMatchObject({ x: 0, y: 0, w: 100 })
    expect(writes()).toBe(0)
  })

  it('take a thing out of my hand by deleting it', () => {
    const { editor } = desk()
    editor.edit('a')
    remove(editor.board, ['a'], 'dana', 9)
    expect(editor.scene.get('a')).toBeUndefined()
    expect(editor.editing).toBeNull()
    expect(editor.selection.size).toBe(0)
  })

  it('are read once however much they change', () => {
    const { editor } = desk()
    let news = 0
    editor.listen(() => news++)
    for (let i = 0; i < 50; i++) typeText(editor.board, 'a', `${i}`)
    style(editor.board, ['a'], { fill: 'blue' })
    expect(editor.scene.get('a')?.thing).toMatchObject({ text: '49', fill: 'blue' })
    expect(news).toBe(1)
  })

  it.each([null, 7, {}, { user: 'dana' }, { user: { id: 1, name: 'x' } }])('are not seen when they say %j', (state) => {
    expect(readPeer(1, state)).toBeNull()
  })

  it('cannot break anything by what they claim', () => {
    expect(dana({ cursor: ['x', Infinity], sel: [1, 'a', null], drag: { dx: NaN, dy: 1 }, edit: {} })).toMatchObject({
      cursor: null,
      sel: ['a'],
      drag: null,
      edit: null,
    })
    expect(dana({ drag: { g: [0, 0, -5, 1e99] } }).drag).toBeNull()
  })
})

it('reads row by row', () => {
  const editor = createEditor()
  put(editor.board, 'right', 300, 10)
  put(editor.board, 'left', 0, 30)
  put(editor.board, 'below', 0, 200)
  expect(readingOrder(editor.scene.order).map((item) => item.id)).toEqual(['left', 'right', 'below'])
})
