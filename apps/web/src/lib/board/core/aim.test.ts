import { readBoard } from '@sheber/document/board'
import { decodeStroke } from '@sheber/document/ink'
import type { Thing } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import { workshop } from '../workshop/kinds.ts'
import { Aim, isAimed } from './aim.ts'
import { clock, createEditor, heard, put } from './board.fixture.ts'
import { commands } from './commands.ts'
import { toScreen } from './camera.ts'
import type { ToolName } from './editor.ts'
import { keepKinds } from './kinds.ts'
import './tool/all.ts'

keepKinds(workshop)

const desk = () => {
  const editor = createEditor()
  const time = clock()
  let left = 0
  const aim = new Aim(
    editor,
    time.ring,
    () => 0,
    () => left++,
  )
  /** `rrdd`: two steps right, two down; a capital is a long step, a dot strikes. */
  const go = (way: string) => {
    const ways: Readonly<Record<string, readonly [number, number]>> = { l: [-1, 0], r: [1, 0], u: [0, -1], d: [0, 1] }
    for (const key of way) {
      const step = ways[key.toLowerCase()]
      if (step) aim.step(step[0], step[1], key !== key.toLowerCase())
      else aim.strike()
    }
  }
  const take = (tool: ToolName, x = 100, y = 100) => {
    editor.tool = tool
    aim.show({ x, y })
  }
  const things = (): readonly Thing[] => readBoard(editor.board.doc).things
  return { editor, aim, time, go, take, things, left: () => left }
}

describe('a hand that is led by keys', () => {
  it.each(['pen', 'highlighter'] as const)('draws with the %s what a mouse would draw, in one step of undo', (tool) => {
    const { editor, go, take, things } = desk()
    take(tool)
    go('.RRDD.')
    const [ink, ...others] = things()
    expect(others).toEqual([])
    expect(ink).toMatchObject({ kind: 'ink', brush: tool, g: [100, 100, 96, 96] })
    const { points } = decodeStroke((ink as Extract<Thing, { kind: 'ink' }>).points)
    expect(points.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 0],
      [96, 0],
      [96, 96],
    ])
    // The tool stays, and so does the place: the next stroke begins where this one ended.
    expect(editor.tool).toBe(tool)
    go('.LL.')
    expect(things()).toHaveLength(2)
    commands.undo(editor)
    expect(things()).toHaveLength(1)
  })

  it('rubs out what it was led over, and tells how much that was', () => {
    const { editor, aim, go, take, things } = desk()
    put(editor.board, 'a', 150, 80)
    put(editor.board, 'b', 300, 80)
    put(editor.board, 'far', 600, 600)
    take('eraser')
    go('.RRRRR')
    expect([...editor.erasing]).toEqual(['a', 'b'])
    expect(aim.strike()).toEqual({ is: 'up', tool: 'eraser', many: 2 })
    expect(things().map(({ id }) => id)).toEqual(['far'])
  })

  it('loops in what lies in its loop, and puts the lasso away', () => {
    const { editor, aim, go, take } = desk()
    put(editor.board, 'a', 150, 150)
    put(editor.board, 'far', 600, 600)
    take('lasso')
    go('.RRRRRDDDDDLLLLLUUUU')
    expect(aim.strike()).toEqual({ is: 'up', tool: 'lasso', many: 1 })
    expect([...editor.selection]).toEqual(['a'])
    expect(editor.tool).toBe('select')
    expect(aim.at).toBeNull()
  })

  it('binds two things by a connector, or leaves an end loose', () => {
    const { editor, go, take, things } = desk()
    put(editor.board, 'a', 100, 100)
    put(editor.board, 'b', 500, 100)
    take('connector', 150, 150)
    go('.RRRRRRRR.')
    expect(things().at(-1)).toMatchObject({ kind: 'connector', a: { id: 'a' }, b: { id: 'b' } })
    take('connector', 150, 150)
    go('.DDDDD.')
    expect(things().at(-1)).toMatchObject({ kind: 'connector', a: { id: 'a' }, b: null })
  })

  it('measures from corner to corner', () => {
    const { editor, go, take, things } = desk()
    put(editor.board, 'a', 100, 100)
    take('dimension', 100, 100)
    go('.RRrl.')
    expect(things().at(-1)).toMatchObject({ kind: 'dimension', a: { id: 'a', u: 0, v: 0 }, b: { id: 'a', u: 1, v: 0 } })
  })

  it.each<[ToolName, Partial<Thing>]>([
    ['shape', { kind: 'shape', g: [100, 100, 96, 48] }],
    ['frame', { kind: 'frame', g: [100, 100, 96, 48] }],
  ])('draws a %s of the size it is led over', (tool, made) => {
    const { editor, go, take, things } = desk()
    editor.snap = { grid: false, edges: false, gaps: false }
    take(tool)
    go('.RRD.')
    expect(things()).toMatchObject([made])
  })

  it.each<[ToolName, Partial<Thing>]>([
    ['note', { kind: 'note' }],
    ['stamp', { kind: 'stamp' }],
    ['text', { kind: 'text' }],
  ])('lays a %s at one press', (tool, made) => {
    const { editor, aim, take, things } = desk()
    take(tool, 300, 200)
    expect(aim.strike()).toMatchObject({ is: 'up', tool })
    editor.edit(null)
    // Words that were never written leave nothing behind.
    if (tool !== 'text') expect(things()).toMatchObject([made])
    expect(editor.tool).toBe('select')
  })

  it('says where a comment is wanted, and sets a dot on what lies there', () => {
    const { editor, aim, take } = desk()
    put(editor.board, 'a', 100, 100)
    const asked = heard(editor, 'comment', 'dot')
    take('comment', 150, 150)
    aim.strike()
    take('dot', 150, 150)
    aim.strike()
    expect(asked).toEqual([
      ['comment', { at: toScreen(editor.camera, { x: 150, y: 150 }), id: 'a' }],
      ['dot', { id: 'a' }],
    ])
  })

  it('points with light, and leaves nothing behind', () => {
    const { editor, time, go, take, things } = desk()
    take('laser')
    go('.RR')
    expect(editor.laser.length).toBeGreaterThan(1)
    go('.')
    time.pass(2_000)
    expect(editor.laser).toEqual([])
    expect(things()).toEqual([])
  })

  it.each<ToolName>(['pen', 'highlighter', 'eraser', 'lasso', 'connector', 'dimension', 'shape', 'frame'])(
    'drops what was begun with the %s, and nothing was done',
    (tool) => {
      const { editor, aim, go, take } = desk()
      put(editor.board, 'a', 150, 150)
      let writes = 0
      editor.board.doc.on('update', () => writes++)
      take(tool)
      go('.RRDD')
      expect(aim.drop()).toBe(true)
      expect(aim.drop()).toBe(false)
      expect(writes).toBe(0)
      expect([editor.draft, editor.lasso.length, editor.erasing.size]).toEqual([null, 0, 0])
      // Lifted, it is led on without a trace.
      go('RR')
      expect([editor.draft, editor.lasso.length, editor.erasing.size]).toEqual([null, 0, 0])
      expect(aim.at).not.toBeNull()
    },
  )

  it('drops it when another tool is taken or nobody may write any more, and is put away with the last tool', () => {
    const { editor, aim, go, take, things, left } = desk()
    take('pen')
    go('.RR')
    editor.tool = 'eraser'
    expect(aim.isDown).toBe(false)
    expect(aim.at).not.toBeNull()
    editor.tool = 'select'
    expect(aim.at).toBeNull()
    expect(left()).toBe(1)
    take('pen')
    go('.RR')
    editor.may = 'read'
    expect(aim.at).toBeNull()
    expect(aim.strike()).toBeNull()
    expect(isAimed(editor)).toBe(false)
    expect(things()).toEqual([])
  })

  it('goes by steps of the screen: nearer is finer; and the paper follows it to the edge', () => {
    const { editor, aim, go, take } = desk()
    take('pen')
    go('r')
    expect(aim.at).toEqual({ x: 108, y: 100 })
    editor.camera = { x: 0, y: 0, zoom: 4 }
    go('r')
    expect(aim.at).toEqual({ x: 110, y: 100 })
    editor.camera = { x: 0, y: 0, zoom: 1 }
    go('R'.repeat(40))
    const { x } = toScreen(editor.camera, aim.at ?? { x: 0, y: 0 })
    expect(x).toBeLessThan(editor.screen.w)
    expect(editor.camera.x).toBeGreaterThan(500)
  })

  it('begins at what is chosen, in the middle where nothing is, and where it was before', () => {
    const { editor, aim, go } = desk()
    put(editor.board, 'a', 100, 300)
    editor.select(['a'])
    editor.tool = 'connector'
    aim.show()
    expect(aim.at).toEqual({ x: 150, y: 350 })
    editor.tool = 'select'
    editor.select([])
    editor.tool = 'pen'
    go('r')
    expect(aim.at).toEqual({ x: 158, y: 350 })
    // Out of sight it is no place to begin.
    editor.tool = 'select'
    editor.camera = { x: 5_000, y: 5_000, zoom: 1 }
    editor.tool = 'pen'
    aim.show()
    expect(aim.at).toEqual({ x: 5_500, y: 5_356 })
  })
})
