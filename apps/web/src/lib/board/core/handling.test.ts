import { describe, expect, it } from 'vitest'
import { moveThings, readBoard, readThing, style as styleThings } from '@sheber/document/board'
import type { Thing } from '@sheber/document/thing'
import { addOne, clock, createEditor, draw, heard, press, put } from './board.fixture.ts'
import { commands, removeSelected, style, type CommandName } from './commands.ts'
import { holdOf } from './hold.ts'
import { readPeer, type Peer } from './presence.ts'
import { type Press } from './tools.ts'
import { allTools } from './tool/all.ts'

const desk = () => {
  const editor = createEditor()
  put(editor.board, 'a', 0, 0)
  put(editor.board, 'b', 200, 0)
  put(editor.board, 'c', 500, 300)
  const { select } = allTools(editor, clock().ring)
  let writes = 0
  editor.board.doc.on('update', () => writes++)
  const pull = (places: readonly (readonly [number, number])[], more: Partial<Press> = {}) => draw(editor, select, places, more)
  const g = (id: string) => readThing(editor.board, id)?.g
  const thing = (id: string) => readThing(editor.board, id) as Thing
  return { editor, select, pull, g, thing, writes: () => writes }
}

const run = (editor: ReturnType<typeof createEditor>, ids: readonly string[], ...names: CommandName[]) => {
  editor.select(ids)
  for (const name of names) commands[name](editor)
}

describe('resizing', () => {
  it('pulls sides one way, keeps proportions with shift, the middle with alt', () => {
    const { editor, pull, g } = desk()
    editor.select(['c'])
    pull(
      [
        [600, 350],
        [680, 420],
      ],
      { grip: 'e' },
    )
    expect(g('c')).toEqual([500, 300, 180, 100])
    pull(
      [
        [500, 300],
        [410, 290],
      ],
      { grip: 'nw', shift: true },
    )
    expect(g('c')).toEqual([410, 250, 270, 150])
    pull(
      [
        [680, 400],
        [700, 410],
      ],
      { grip: 'se', alt: true, ctrl: true },
    )
    expect(g('c')).toEqual([390, 240, 310, 170])
  })

  it('scales several together, none below what its kind allows', () => {
    const { editor, pull, g } = desk()
    editor.select(['a', 'b'])
    pull(
      [
        [300, 100],
        [600, 200],
      ],
      { grip: 'se' },
    )
    expect(g('a')).toEqual([0, 0, 200, 200])
    expect(g('b')).toEqual([400, 0, 200, 200])
    pull(
      [
        [600, 200],
        [-900, -900],
      ],
      { grip: 'se' },
    )
    expect(g('a')).toEqual([0, 0, 80, 80])
    expect(g('b')).toEqual([160, 0, 80, 80])
  })

  it('leaves the opposite corner of a turned thing where it is', () => {
    const { editor, pull, g } = desk()
    moveThings(editor.board, [{ id: 'c', g: [500, 300, 100, 100], turn: 90 }])
    editor.select(['c'])
    // Turned by a quarter, its south-east corner is lower left, and its own right side looks down.
    pull(
      [
        [500, 400],
        [500, 500],
      ],
      { grip: 'se' },
    )
    expect(g('c')).toEqual([450, 350, 200, 100])
  })

  it('keeps strokes in proportion, and gives words only another width', () => {
    const { editor, pull, g } = desk()
    addOne(editor.board, { kind: 'ink', id: 'ink', g: [1000, 1000, 100, 50] })
    addOne(editor.board, { kind: 'text', id: 'words', g: [1000, 2000, 300, 26], text: 'жел', wide: 'words' } as never)
    editor.select(['ink'])
    expect(holdOf(editor)?.grips).toEqual(['nw', 'ne', 'se', 'sw', 'turn'])
    pull(
      [
        [1100, 1050],
        [1200, 1050],
      ],
      { grip: 'se' },
    )
    expect(g('ink')).toEqual([1000, 1000, 200, 100])
    editor.select(['words'])
    expect(holdOf(editor)?.grips).toEqual(['e', 'w', 'turn'])
    pull(
      [
        [1032, 2010],
        [1200, 2010],
      ],
      { grip: 'e', ctrl: true },
    )
    expect(readThing(editor.board, 'words')).toMatchObject({ wide: 'box' })
    expect(editor.scene.get('words')?.w).toBeGreaterThan(150)
  })

  it('is called off without a trace', () => {
    const { editor, select, g, writes } = desk()
    editor.select(['c'])
    select.down(press(editor, 600, 400, { grip: 'se' }))
    select.move(press(editor, 700, 500))
    expect(editor.scene.get('c')).toMatchObject({ w: 200, h: 200 })
    select.cancel()
    expect(editor.scene.get('c')).toMatchObject({ w: 100, h: 100 })
    expect(g('c')).toEqual([500, 300, 100, 100])
    expect(writes()).toBe(0)
  })
})

describe('turning', () => {
  it('goes by fifteen degrees with shift, by the keyboard too, around the common middle', () => {
    const { editor, pull, thing } = desk()
    editor.select(['c'])
    pull(
      [
        [550, 200],
        [640, 340],
      ],
      { grip: 'turn', shift: true },
    )
    expect(thing('c').turn).toBe(90)
    commands.turnLeft(editor)
    expect(thing('c').turn).toBe(75)
    run(editor, ['a', 'b'], ...Array<CommandName>(6).fill('turnRight'))
    expect(thing('a')).toMatchObject({ turn: 90, g: [100, -100, 100, 100] })
    expect(thing('b')).toMatchObject({ turn: 90, g: [100, 100, 100, 100] })
  })
})

describe('snapping', () => {
  it('brings edges and middles in line, shows it, and lets go with ctrl', () => {
    const { editor, select, g } = desk()
    select.down(press(editor, 510, 310))
    select.move(press(editor, 213, 313))
    expect(editor.scene.get('c')).toMatchObject({ x: 200, y: 303 })
    expect(editor.guides).toContainEqual({ x: 200, from: 0, to: 403 })
    select.move(press(editor, 213, 313, { ctrl: true }))
    expect(editor.scene.get('c')).toMatchObject({ x: 203, y: 303 })
    expect(editor.guides).toEqual([])
    select.up(press(editor, 213, 313, { ctrl: true }))
    expect(g('c')).toEqual([203, 303, 100, 100])
    expect(editor.guides).toEqual([])
  })

  it('makes gaps alike, after two and between two', () => {
    const { editor, pull, g } = desk()
    editor.snap = { grid: false, edges: false, gaps: true }
    pull([
      [510, 310],
      [413, 60],
    ])
    expect(g('c')?.[0]).toBe(400)
    moveThings(editor.board, [{ id: 'c', g: [600, 10, 100, 100] }])
    pull([
      [210, 10],
      [313, 15],
    ])
    expect(g('b')?.[0]).toBe(300)
  })

  it('takes the lines of the grid where nothing else is near', () => {
    const { editor, pull, g } = desk()
    editor.snap = { grid: true, edges: false, gaps: false }
    pull([
      [510, 310],
      [565, 395],
    ])
    expect(g('c')).toEqual([560, 400, 100, 100])
  })

  it('holds the pulled side only', () => {
    const { editor, pull, g } = desk()
    editor.select(['a'])
    pull(
      [
        [100, 50],
        [197, 60],
      ],
      { grip: 'e' },
    )
    expect(g('a')).toEqual([0, 0, 200, 100])
  })
})

describe('groups', () => {
  it('are taken by one click and gone into by two', () => {
    const { editor, pull } = desk()
    run(editor, ['a', 'c'], 'group')
    editor.select([])
    pull([[50, 50]], { at: 1000 })
    expect([...editor.selection].sort()).toEqual(['a', 'c'])
    pull([[50, 50]], { at: 1200 })
    expect([...editor.selection]).toEqual(['a'])
    pull([[550, 350]], { at: 3000 })
    expect([...editor.selection]).toEqual(['c'])
    pull([[250, 50]], { at: 5000 })
    pull([[50, 50]], { at: 7000 })
    expect(editor.selection.size).toBe(2)
    commands.ungroup(editor)
    pull([[50, 50]], { at: 9000 })
    expect([...editor.selection]).toEqual(['a'])
  })

  it('a marquee takes whole, touching or with alt wholly inside', () => {
    const { editor, pull } = desk()
    run(editor, ['a', 'c'], 'group')
    pull([
      [-20, -20],
      [50, 50],
    ])
    expect([...editor.selection].sort()).toEqual(['a', 'c'])
    pull(
      [
        [-20, -20],
        [250, 150],
      ],
      { alt: true },
    )
    expect([...editor.selection].sort()).toEqual(['a', 'c'])
    pull(
      [
        [190, -20],
        [320, 120],
      ],
      { alt: true },
    )
    expect([...editor.selection]).toEqual(['b'])
  })
})

describe('a frame around what is chosen', () => {
  it('lies under all of it with a margin, is chosen, and takes it along', () => {
    const editor = createEditor()
    put(editor.board, 'a', 100, 100)
    put(editor.board, 'b', 300, 200)
    put(editor.board, 'far', 900, 900)
    expect(commands.enframe.may(editor)).toBe(false)
    editor.select(['a', 'b'])
    commands.enframe(editor)
    const [frame, ...others] = editor.scene.order
    expect(frame?.thing).toMatchObject({ kind: 'frame', g: [60, 60, 380, 280] })
    expect(others.map(({ id }) => id)).toEqual(['a', 'b', 'far'])
    expect([...editor.selection]).toEqual([frame?.id])
    expect([...editor.along(editor.selection)].toSorted()).toEqual(['a', 'b', frame?.id].toSorted())
    commands.undo(editor)
    expect(editor.scene.size).toBe(3)
  })
})

describe('locks', () => {
  it('of the place keep a thing from being moved, gathered and removed, and may be undone', () => {
    const { editor, pull, g, thing } = desk()
    const asked = heard(editor, 'said')
    run(editor, ['a'], 'lockPlace')
    pull([
      [50, 50],
      [90, 300],
    ])
    expect(g('a')).toEqual([0, 0, 100, 100])
    run(editor, ['a'], 'right', 'grow', 'turnRight', 'front', 'remove')
    expect(thing('a')).toMatchObject({ g: [0, 0, 100, 100], turn: 0, deleted: null })
    expect(removeSelected(editor)).toEqual([])
    expect(asked).toEqual([['said', { what: 'locked', ids: ['a'] }]])
    expect(holdOf(editor)?.grips).toEqual([])
    editor.edit('a')
    expect(editor.editing).toBe('a')
    editor.edit(null)
    expect(commands.unlock.may(editor)).toBe(true)
    commands.unlock(editor)
    pull([
      [50, 50],
      [90, 300],
    ])
    expect(g('a')).not.toEqual([0, 0, 100, 100])
  })

  it('of the content keep what it says and how it looks', () => {
    const { editor, thing } = desk()
    const asked = heard(editor, 'said')
    run(editor, ['a'], 'lockContent')
    editor.edit('a')
    expect(editor.editing).toBeNull()
    expect(asked).toEqual([['said', { what: 'locked', ids: ['a'] }]])
    editor.select(['a'])
    style(editor, { fill: 'blue' })
    commands.right(editor)
    expect(thing('a')).toMatchObject({ fill: 'yellow', g: [8, 0, 100, 100] })
    run(editor, ['a'], 'lock')
    expect(thing('a').lock).toBe('')
    commands.lock(editor)
    expect(thing('a').lock).toBe('all')
  })

  it('are passed over by what takes everything', () => {
    const { editor, pull } = desk()
    run(editor, ['a'], 'lockAll')
    commands.all(editor)
    expect([...editor.selection]).toEqual(['b', 'c'])
    pull([
      [-20, -20],
      [320, 120],
    ])
    expect([...editor.selection]).toEqual(['b'])
  })
})

describe('a sheet', () => {
  it('takes along what lies wholly on it, and nothing else', () => {
    const { editor, pull, g } = desk()
    addOne(editor.board, { kind: 'frame', id: 'sheet', g: [-50, -50, 300, 300] })
    editor.select(['sheet'])
    pull(
      [
        [-50, 100],
        [-50, 700],
      ],
      { ctrl: true },
    )
    expect(g('sheet')).toEqual([-50, 550, 300, 300])
    expect(g('a')).toEqual([0, 600, 100, 100])
    expect(g('b')).toEqual([200, 0, 100, 100])
    commands.undo(editor)
    expect([g('sheet'), g('a')]).toEqual([
      [-50, -50, 300, 300],
      [0, 0, 100, 100],
    ])
  })
})

describe('what another holds', () => {
  it('is seen with all that goes along, and bent or laid as they do it', () => {
    const { editor } = desk()
    addOne(editor.board, { kind: 'frame', id: 'sheet', g: [-50, -50, 200, 200] })
    const peer = (more: object) => readPeer(7, { user: { id: 'dana', name: 'Дана' }, ...more }) as Peer
    editor.peers = [peer({ sel: ['sheet'], drag: { dx: 10, dy: 400 } })]
    expect(editor.scene.get('a')).toMatchObject({ x: 10, y: 400 })
    expect(editor.scene.get('b')).toMatchObject({ x: 200, y: 0 })
    editor.peers = [peer({ sel: ['sheet'], drag: { from: { x: -50, y: -50, w: 200, h: 200 }, to: { x: -50, y: -50, w: 400, h: 400 } } })]
    expect(editor.scene.get('sheet')).toMatchObject({ w: 400 })
    expect(editor.scene.get('a')).toMatchObject({ x: 0, w: 100 })
    expect(peer({ drag: { bend: 0.25 } }).drag).toEqual({ bend: 0.25 })
    expect(peer({ drag: { bend: Infinity } }).drag).toBeNull()
  })
})

describe('copies', () => {
  it('come with alt under the hand, in one step of undo, and never were if it is called off', () => {
    const { editor, select, pull, g } = desk()
    pull(
      [
        [550, 350],
        [550, 480],
      ],
      { alt: true, ctrl: true },
    )
    expect(g('c')).toEqual([500, 300, 100, 100])
    expect(g('new1')).toEqual([500, 430, 100, 100])
    commands.undo(editor)
    expect(readBoard(editor.board.doc).things).toHaveLength(3)
    select.down(press(editor, 50, 50, { alt: true }))
    select.move(press(editor, 50, 250, { alt: true }))
    select.cancel()
    expect(readBoard(editor.board.doc).things).toHaveLength(3)
  })
})

describe('lining up', () => {
  const three = () => {
    const one = desk()
    moveThings(one.editor.board, [
      { id: 'a', g: [0, 0, 100, 100] },
      { id: 'b', g: [150, 40, 60, 80] },
      { id: 'c', g: [500, 300, 100, 100] },
    ])
    return one
  }

  it.each<[CommandName, (readonly number[] | undefined)[]]>([
    [
      'alignLeft',
      [
        [0, 0],
        [0, 40],
        [0, 300],
      ],
    ],
    [
      'alignCentre',
      [
        [250, 0],
        [270, 40],
        [250, 300],
      ],
    ],
    [
      'alignRight',
      [
        [500, 0],
        [540, 40],
        [500, 300],
      ],
    ],
    [
      'alignTop',
      [
        [0, 0],
        [150, 0],
        [500, 0],
      ],
    ],
    [
      'alignMiddle',
      [
        [0, 150],
        [150, 160],
        [500, 150],
      ],
    ],
    [
      'alignBottom',
      [
        [0, 300],
        [150, 320],
        [500, 300],
      ],
    ],
    [
      'distributeAcross',
      [
        [0, 0],
        [270, 40],
        [500, 300],
      ],
    ],
    [
      'distributeDown',
      [
        [0, 0],
        [150, 160],
        [500, 300],
      ],
    ],
  ])('%s', (name, places) => {
    const { editor, g, writes } = three()
    const before = writes()
    run(editor, ['a', 'b', 'c'], name)
    expect(['a', 'b', 'c'].map((id) => g(id)?.slice(0, 2))).toEqual(places)
    expect(writes()).toBe(before + 1)
  })

  it('moves a group as one', () => {
    const { editor, g } = three()
    run(editor, ['a', 'b'], 'group')
    run(editor, ['a', 'b', 'c'], 'alignBottom')
    expect([g('a')?.[1], g('b')?.[1]]).toEqual([280, 320])
    expect(commands.distributeAcross.may(editor)).toBe(false)
  })

  it('makes all as large as the first', () => {
    const { editor, g } = three()
    run(editor, ['a', 'b'], 'sameSize')
    expect(g('b')).toEqual([130, 30, 100, 100])
  })

  it('mirrors several, and turns one connector round', () => {
    const { editor, g, thing } = three()
    run(editor, ['a', 'c'], 'flip')
    expect([g('a')?.[0], g('c')?.[0]]).toEqual([500, 0])
    const [one, other] = [
      { id: 'a', u: 0.5, v: 0.5, port: '' },
      { id: 'b', u: 0.5, v: 0.5, port: '' },
    ]
    addOne(editor.board, { kind: 'connector', id: 'line', a: one, b: other, p: [0, 0, 10, 10] } as never)
    run(editor, ['line'], 'flip')
    expect(thing('line')).toMatchObject({ a: other, b: one, p: [10, 10, 0, 0] })
  })

  it('puts one before or behind another', () => {
    const { editor } = desk()
    const order = () => readBoard(editor.board.doc).things.map(({ id }) => id)
    run(editor, ['a'], 'front')
    expect(order()).toEqual(['b', 'c', 'a'])
    run(editor, ['a'], 'back')
    expect(order()).toEqual(['a', 'b', 'c'])
    put(editor.board, 'd', 20, 20)
    run(editor, ['a'], 'forward')
    expect(order()).toEqual(['b', 'c', 'd', 'a'])
    run(editor, ['a'], 'backward')
    expect(order()).toEqual(['b', 'c', 'a', 'd'])
  })
})

describe('looks', () => {
  it('are given to what is selected and to what comes next', () => {
    const { editor, thing } = desk()
    addOne(editor.board, { kind: 'shape', id: 's', g: [0, 500, 50, 50] })
    editor.select(['a', 's'])
    style(editor, { fill: 'green', width: 8 })
    expect(thing('a')).toMatchObject({ fill: 'green' })
    expect(thing('s')).toMatchObject({ fill: 'green', width: 8 })
    expect(editor.next).toMatchObject({ note: 'green', fill: 'green', width: 8, penWidth: 4 })
    commands.pen(editor)
    editor.select([])
    style(editor, { ink: 'red', width: 12 })
    expect(editor.next).toMatchObject({ penInk: 'red', penWidth: 12, ink: 'ink', width: 8 })
  })

  it('are copied from one thing to others, each taking what it has', () => {
    const { editor, thing } = desk()
    addOne(editor.board, { kind: 'shape', id: 's', g: [0, 500, 50, 50], form: 'ellipse' } as never)
    styleThings(editor.board, ['s'], { fill: 'blue', dash: 'dotted' })
    run(editor, ['s'], 'copyStyle')
    addOne(editor.board, { kind: 'shape', id: 't', g: [100, 500, 50, 50] })
    run(editor, ['a', 't'], 'pasteStyle')
    expect(thing('t')).toMatchObject({ fill: 'blue', dash: 'dotted', form: 'rectangle' })
    expect(thing('a')).toMatchObject({ fill: 'blue' })
  })
})

describe('along the connectors', () => {
  it('a connected copy is laid beside, and one walks to it and back', () => {
    const { editor, thing } = desk()
    run(editor, ['c'], 'connectRight')
    expect(thing('new1')).toMatchObject({ kind: 'note', g: [680, 300, 100, 100], text: '' })
    expect(thing('new2')).toMatchObject({ kind: 'connector', a: { id: 'c' }, b: { id: 'new1' } })
    expect(editor.editing).toBe('new1')
    editor.edit(null)
    run(editor, ['c'], 'connectRight')
    const second = thing('new3')
    expect(second.g).not.toEqual(thing('new1').g)
    editor.edit(null)
    run(editor, ['new1'], 'walkLeft')
    expect([...editor.selection]).toEqual(['c'])
    expect(commands.walkUp.may(editor)).toBe(false)
    commands.walkRight(editor)
    expect([...editor.selection]).toEqual(['new1'])
    run(editor, ['new1'], 'undo', 'undo')
    expect(readBoard(editor.board.doc).things).toHaveLength(3)
  })
})

describe('by the keyboard', () => {
  it('arrows go to the grid with shift, plus and minus size, alt with them the width alone', () => {
    const { editor, g } = desk()
    moveThings(editor.board, [{ id: 'b', g: [207, 13, 100, 100] }])
    editor.select(['b'])
    commands.right(editor, true)
    commands.up(editor, true)
    expect(g('b')).toEqual([240, 0, 100, 100])
    commands.wide(editor)
    commands.grow(editor)
    expect(g('b')).toEqual([240, 0, 140, 120])
    for (let i = 0; i < 9; i++) commands.narrow(editor)
    expect(g('b')).toEqual([240, 0, 80, 120])
  })

  it('what the tool in hand makes is laid by Enter', () => {
    const { editor } = desk()
    commands.ellipse(editor)
    commands.enter(editor)
    expect(readBoard(editor.board.doc).things.at(-1)).toMatchObject({ kind: 'shape', form: 'ellipse' })
    commands.stamp(editor)
    commands.enter(editor)
    expect(readBoard(editor.board.doc).things.at(-1)).toMatchObject({ kind: 'stamp' })
    expect(editor.tool).toBe('select')
  })

  it('a comment is asked for by Enter: about what is chosen, or about a place on the paper', () => {
    const { editor } = desk()
    const asked = heard(editor, 'comment')
    editor.select(['b'])
    commands.comment(editor)
    commands.enter(editor)
    editor.select([])
    commands.comment(editor)
    commands.enter(editor)
    expect(asked).toMatchObject([
      ['comment', { id: 'b' }],
      ['comment', { id: null }],
    ])
    expect(editor.editing).toBeNull()
  })

  it('the interface is asked for what it has', () => {
    const { editor } = desk()
    expect(commands.palette.may(editor)).toBe(false)
    const asked = heard(editor, 'palette', 'find', 'help', 'outline', 'minimap', 'grid', 'snap')
    for (const name of ['palette', 'find', 'help', 'outline', 'minimap', 'grid', 'snap'] as const) commands[name](editor)
    expect(asked.map(([name]) => name)).toEqual(['palette', 'find', 'help', 'outline', 'minimap', 'grid', 'snap'])
  })
})
