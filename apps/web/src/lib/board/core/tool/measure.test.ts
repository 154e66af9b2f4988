import { addThings, readBoard } from '@sheber/document/board'
import type { ThingOf } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import { workshop } from '../../workshop/kinds.ts'
import { clock, createEditor, draw, press, put } from '../board.fixture.ts'
import { commands } from '../commands.ts'
import type { Editor } from '../editor.ts'
import { holdOf } from '../hold.ts'
import { keepKinds } from '../kinds.ts'
import { measuredOf, type Dimension } from '../measure.ts'
import type { Item } from '../kind.ts'
import { allTools } from './all.ts'

keepKinds(workshop)

const dimensionOf = (editor: Editor) =>
  readBoard(editor.board.doc).things.find((thing): thing is ThingOf<'dimension'> => thing.kind === 'dimension')

const desk = () => {
  const editor = createEditor()
  put(editor.board, 'a', 100, 100)
  put(editor.board, 'b', 500, 100)
  return { editor, tools: allTools(editor, clock().ring) }
}

const laid = () => {
  const { editor, tools } = desk()
  editor.tool = 'dimension'
  draw(editor, tools.dimension, [
    [203, 98],
    [300, 90],
    [498, 103],
  ])
  return { editor, tools }
}

describe('a dimension', () => {
  it('is drawn from corner to corner, holds both, and is taken in hand', () => {
    const { editor } = laid()
    const thing = dimensionOf(editor)
    expect(thing).toMatchObject({ a: { id: 'a', u: 1, v: 0 }, b: { id: 'b', u: 0, v: 0 }, p: [200, 100, 500, 100] })
    expect([...editor.selection]).toEqual([thing?.id])
    expect(editor.tool).toBe('select')
  })

  it('follows what it measures', () => {
    const { editor } = laid()
    editor.select(['b'])
    editor.drag({ dx: 100, dy: 0 })
    editor.drop()
    const item = editor.scene.get(dimensionOf(editor)?.id ?? '') as Item<Dimension>
    const [from, to] = measuredOf(item, editor.scene)
    expect([from.x, to.x]).toEqual([200, 600])
  })

  it('is measured by two taps, and stands level with the first while Shift is held', () => {
    const { editor, tools } = desk()
    editor.tool = 'dimension'
    draw(editor, tools.dimension, [[20, 400]])
    tools.dimension.down(press(editor, 300, 430, { shift: true }))
    tools.dimension.up(press(editor, 300, 430, { shift: true }))
    expect(dimensionOf(editor)).toMatchObject({ a: null, b: null, p: [20, 400, 300, 400] })
  })

  it('has its ends and its line pulled', () => {
    const { editor, tools } = laid()
    expect(holdOf(editor)?.grips).toEqual(['a', 'b', 'bend'])
    draw(
      editor,
      tools.select,
      [
        [500, 100],
        [500, 205],
        [498, 198],
      ],
      { grip: 'b' },
    )
    expect(dimensionOf(editor)).toMatchObject({ b: { id: 'b', u: 0, v: 1 }, p: [200, 100, 500, 200] })
    draw(
      editor,
      tools.select,
      [
        [500, 200],
        [420, 300],
      ],
      { grip: 'b', ctrl: true },
    )
    expect(dimensionOf(editor)?.b).toBeNull()
    draw(
      editor,
      tools.select,
      [
        [500, 100],
        [400, 300],
        [420, 100],
      ],
      { grip: 'b', ctrl: true },
    )
    draw(
      editor,
      tools.select,
      [
        [350, 76],
        [350, 20],
      ],
      { grip: 'bend' },
    )
    expect(dimensionOf(editor)?.offset).toBe(80)
    commands.undo(editor)
    expect(dimensionOf(editor)?.offset).toBe(24)
  })

  it('is laid and changed by keys: the width of one thing, what lies between two', () => {
    const { editor } = desk()
    editor.select(['a'])
    commands.dimension(editor)
    commands.enter(editor)
    expect(dimensionOf(editor)).toMatchObject({ a: { id: 'a', u: 0, v: 0 }, b: { id: 'a', u: 1, v: 0 }, offset: 24 })
    commands.grow(editor)
    expect(dimensionOf(editor)).toMatchObject({ b: null, p: [100, 100, 220, 100] })
    commands.wide(editor)
    expect(dimensionOf(editor)?.offset).toBe(44)
    commands.remove(editor)
    editor.select(['a', 'b'])
    commands.dimension(editor)
    commands.enter(editor)
    expect(dimensionOf(editor)).toMatchObject({ a: { id: 'a', u: 1, v: 0.5 }, b: { id: 'b', u: 0, v: 0.5 } })
  })

  it('says its length by the scale of the sheet on which it lies', () => {
    const { editor } = laid()
    addThings(editor.board, [{ kind: 'frame', id: 'sheet', g: [0, 0, 1000, 800], mm: 4, by: 'a', at: 1 }])
    expect(editor.scene.scaleAt({ x: 350, y: 100 })).toBe(4)
  })
})
