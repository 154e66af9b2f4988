import { addThings, openBoard, remove } from '@sheber/document/board'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import type { Editor } from '../core/editor.ts'
import { holdsPoint, overlaps, type Point } from '../core/geometry.ts'
import { add } from './deeds.ts'
import { fetchPieces, inkPlace, mayLay, stampFrom } from './laying.ts'
import { outlineOf, rowsOf } from './outline.ts'

const desk = () => {
  const editor = createEditor(openBoard(new Y.Doc()))
  addThings(editor.board, [{ kind: 'frame', id: 'f', g: [0, 0, 900, 600], by: 'daulet', at: 1 }])
  put(editor.board, 'a', 50, 50)
  const rows = () => rowsOf(outlineOf(editor.scene.order), new Set())
  const row = (id: string) => rows().find((one) => one.id === id)
  return { editor, rows, row }
}

describe('what the list lays', () => {
  it('a stamp lies on the thing on which one stands, in one step; on a sheet it has a place of its own', () => {
    const { editor, rows, row } = desk()
    expect(stampFrom(editor, 'bulb', rows(), row('a'))?.id).toBe('a')
    const [stamp] = editor.selectedItems()
    const note = editor.scene.get('a')
    expect(stamp?.thing).toMatchObject({ kind: 'stamp', stamp: 'bulb' })
    expect(stamp && note && overlaps(stamp, note)).toBe(true)
    editor.undo.undo()
    expect(editor.scene.order.map(({ id }) => id)).toEqual(['f', 'a'])
    expect(stampFrom(editor, 'star', rows(), row('f'))).toBeNull()
    const [free] = editor.selectedItems()
    expect(free && note && overlaps(free, note)).toBe(false)
    expect(row(free?.id ?? '')?.parent).toBe('f')
  })

  it('parts and symbols are found by their names in three languages, whichever is read', async () => {
    const { lots } = await fetchPieces('kk')
    const idsBy = (word: string) => lots.filter(({ sought }) => sought.includes(word)).map(({ id }) => id)
    const resistors = idsBy('resistor')
    expect(resistors.length).toBeGreaterThan(0)
    expect(idsBy('резистор')).toEqual(expect.arrayContaining(resistors))
    expect(new Set(lots.map(({ id }) => id)).size).toBe(lots.length)
  })

  it('every piece lies after the thing on which one stands, covers nothing and is what one holds next', async () => {
    const { editor, rows, row } = desk()
    const pieces = await fetchPieces('en')
    for (const id of ['part-uno', 'symbol-resistor', 'tool-code', 'tool-sheet1', 'tool-dimension']) {
      if (!pieces.lots.some((lot) => lot.id === id)) throw new Error(`no piece ${id}`)
      expect(pieces.lay(editor, id, rows(), row('a')), id).toBe(true)
      const [fresh, ...others] = editor.selectedItems()
      expect(others).toEqual([])
      if (id === 'part-uno') expect(row(fresh?.id ?? '')?.parent).toBe('f')
      if (id.startsWith('tool-')) continue
      const beside = editor.scene.order.filter((item) => item.id !== fresh?.id && item.thing.kind !== 'frame')
      expect(fresh && beside.filter((item) => overlaps(item, fresh))).toEqual([])
    }
    editor.may = 'read'
    expect(pieces.lay(editor, 'part-uno', rows(), row('a'))).toBe(false)
  })

  it('only what somebody answers is offered', () => {
    const { editor } = desk()
    expect((['stamp', 'piece', 'file', 'photo', 'poll', 'template'] as const).filter((what) => mayLay(editor, what, {}))).toEqual([
      'stamp',
      'piece',
    ])
    editor.answer('poll', () => {})
    expect(mayLay(editor, 'poll', {})).toBe(true)
    expect(mayLay(editor, 'file', { file: () => {} })).toBe(true)
    editor.may = 'read'
    expect(mayLay(editor, 'stamp', {})).toBe(false)
  })

  describe('on a frame without much room', () => {
    const full = (leave: readonly string[]) => {
      const { editor, rows, row } = desk()
      remove(editor.board, ['a'], 'daulet', 2)
      for (let line = 0; line < 5; line++)
        for (let column = 0; column < 8; column++) {
          const id = `${line}-${column}`
          if (!leave.includes(id)) put(editor.board, id, 10 + column * 110, 10 + line * 115)
        }
      return { editor, rows, row }
    }
    const free = (editor: Editor, at: Point) => editor.scene.order.every((item) => item.thing.kind === 'frame' || !holdsPoint(item, at))

    it('a drawing begins in the gap that is left, also where that is above', () => {
      const { editor, rows, row } = full(['0-3', '0-4'])
      const at = inkPlace(editor, rows(), row('4-7'))
      expect(free(editor, at)).toBe(true)
      expect(at.y).toBeLessThan(125)
    })

    it('where none is left it begins beneath the frame, and so does a note', () => {
      const { editor, rows, row } = full([])
      const at = inkPlace(editor, rows(), row('2-2'))
      expect(free(editor, at)).toBe(true)
      expect(at.y).toBeGreaterThan(600)
      const id = add(editor, 'note', rows(), row('2-2'))
      const note = editor.scene.order.find((item) => item.id === id)
      expect(note && editor.scene.order.filter((item) => item !== note && overlaps(item, note))).toEqual([])
    })
  })
})
