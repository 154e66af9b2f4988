import { addThings, readThing } from '@sheber/document/board'
import { expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import { commands } from '../core/commands.ts'
import { linesUnder, snapAt } from '../core/snapping.ts'
import { snapPoint } from '../core/snap.ts'
import { inScale, isUpright, paperNames, paperOf, placeOnPaper, sayScale, scaleOf, scales } from './sheet.ts'

it.each(paperNames)('%s is known again, upright and lying', (name) => {
  for (const upright of [true, false]) {
    const g = placeOnPaper([10, 20, 1, 1], name, upright)
    expect([paperOf(g), isUpright(g), g[0], g[1]]).toEqual([name, upright, 10, 20])
  }
  expect(paperOf([0, 0, 800, 600])).toBeNull()
})

it.each(scales)('a scale of %d is what was asked, and its lines stay where they are on the paper', (scale) => {
  const sheet = inScale({ mm: 4, grid: 5 }, scale)
  expect(scaleOf(sheet)).toBeCloseTo(scale)
  expect(sheet.mm * sheet.grid).toBeCloseTo(20)
  expect(inScale({ mm: 0, grid: 0 }, scale).grid).toBe(scale)
  expect(inScale(sheet, 0)).toEqual({ mm: 0, grid: 0 })
})

it('says a scale as on a drawing', () => {
  expect([0.1, 0.5, 1, 20].map(sayScale)).toEqual(['10:1', '2:1', '1:1', '1:20'])
})

it('on millimetre paper one snaps to its lines, beside it to those of the board', () => {
  const editor = createEditor()
  addThings(editor.board, [{ kind: 'frame', id: 'sheet', g: [13, 7, 800, 600], mm: 4, grid: 5, by: 'a', at: 1 }])
  editor.snap = { grid: true, edges: false, gaps: false }
  const at = { x: 115, y: 110 }
  expect(snapPoint(at, [], snapAt(editor, at), 0)).toMatchObject({ x: 113, y: 107 })
  expect(linesUnder(editor, { x: 1000, y: 0 })).toEqual({ x: 0, y: 0, step: 40 })
  // The sheet itself is laid by the lines of the board.
  editor.select(['sheet'])
  expect(linesUnder(editor, at).step).toBe(40)
  put(editor.board, 'a', 100, 100)
  editor.select(['a'])
  commands.right(editor, true)
  expect(readThing(editor.board, 'a')?.g[0]).toBe(113)
  commands.right(editor, true)
  expect(readThing(editor.board, 'a')?.g[0]).toBe(133)
})
