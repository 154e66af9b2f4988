import { addThings, lock, openBoard } from '@sheber/document/board'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import { overlaps } from '../core/geometry.ts'
import { join } from '../core/join.ts'
import { add, exchange, moveTo, removeBranches } from './deeds.ts'
import { itemsWithin, outlineOf, rowsOf } from './outline.ts'
import { exchanged } from './place.ts'

const trace = { by: 'daulet', at: 1 }

const desk = () => {
  const editor = createEditor(openBoard(new Y.Doc()))
  addThings(editor.board, [{ kind: 'frame', id: 'f', g: [0, 0, 900, 600], ...trace }])
  put(editor.board, 'a', 50, 50)
  put(editor.board, 'b', 300, 50)
  put(editor.board, 'out', 0, 900)
  const rows = () => rowsOf(outlineOf(editor.scene.order), new Set())
  const row = (id: string) => {
    const found = rows().find((one) => one.id === id)
    if (!found) throw new Error(`no row ${id}`)
    return found
  }
  return { editor, rows, row, order: () => rows().map(({ id }) => id) }
}

describe('deeds of the outline', () => {
  it('a new note is read after the one it was asked from, on its frame, covering nothing', () => {
    const { editor, rows, row, order } = desk()
    const id = add(editor, 'note', rows(), row('a')) ?? ''
    expect(rows().find((one) => one.id === id)?.parent).toBe('f')
    expect(order().indexOf(id)).toBeGreaterThan(order().indexOf('a'))
    const fresh = editor.scene.get(id)
    const others = editor.scene.order.filter((item) => item.id !== id && item.thing.kind !== 'frame')
    expect(fresh && others.some((item) => overlaps(item, fresh))).toBe(false)
  })

  it('a shape and a table are laid like a note: after it, on its frame, covering nothing', () => {
    const { editor, rows, row } = desk()
    const ids = (['shape', 'table'] as const).map((kind) => add(editor, kind, rows(), row('a')) ?? '')
    for (const [i, id] of ids.entries()) {
      const fresh = editor.scene.get(id)
      expect(fresh?.thing.kind).toBe(['shape', 'table'][i])
      expect(rows().find((one) => one.id === id)?.parent).toBe('f')
      expect(editor.scene.order.filter((item) => item.id !== id && item.thing.kind !== 'frame' && fresh && overlaps(item, fresh))).toEqual(
        [],
      )
    }
    editor.may = 'read'
    expect(add(editor, 'table', rows(), row('a'))).toBeNull()
  })

  it('a note asked from outside lands on no frame', () => {
    const { editor, rows, row } = desk()
    const id = add(editor, 'note', rows(), row('out')) ?? ''
    expect(rows().find((one) => one.id === id)?.parent).toBe(null)
  })

  it('neighbours exchange places in one step, and undo takes it back', () => {
    const { editor, rows, row, order } = desk()
    expect(exchange(editor, rows(), row('a'), 1)).toBe(true)
    expect(order()).toEqual(['f', 'b', 'a', 'out'])
    editor.undo.undo()
    expect(order()).toEqual(['f', 'a', 'b', 'out'])
  })

  it('a frame is moved with what lies on it', () => {
    const { editor, rows, row, order } = desk()
    expect(exchange(editor, rows(), row('f'), 1)).toBe(true)
    expect(order()).toEqual(['out', 'f', 'a', 'b'])
  })

  it('exchanged neighbours are read the other way round and stay within their width', () => {
    const [a, b] = [
      { x: 0, y: 0, w: 280, h: 160 },
      { x: 300, y: 10, w: 100, h: 200 },
    ]
    const [toA, toB] = exchanged(a, b)
    expect(toB.x).toBeLessThan(toA.x)
    expect(overlaps(toA, toB)).toBe(false)
    expect(toA.x + toA.w).toBe(400)
  })

  it('what is locked in its place is neither moved nor deleted', () => {
    const { editor, rows, row, order } = desk()
    lock(editor.board, ['a'], 'place')
    expect(exchange(editor, rows(), row('b'), -1)).toBe(false)
    expect(removeBranches(editor, [row('a').branch])).toEqual([])
    expect(order()).toEqual(['f', 'a', 'b', 'out'])
  })

  it('a thing goes onto a frame and off it again', () => {
    const { editor, row } = desk()
    const frame = editor.scene.get('f') ?? null
    expect(moveTo(editor, row('out'), frame, null)).toBe(true)
    expect(row('out').parent).toBe('f')
    expect(moveTo(editor, row('out'), null, frame)).toBe(true)
    expect(row('out').parent).toBe(null)
  })

  it('connects by both ends', () => {
    const { editor, row } = desk()
    const [from, to] = [editor.scene.get('a'), editor.scene.get('b')]
    const id = from && to && join(editor, { id: from.id, pin: '' }, { id: to.id, pin: '' })
    expect(itemsWithin(row('a').branch).map((item) => item.id)).toEqual(['a', id])
  })

  it('a reader changes nothing', () => {
    const { editor, rows, row, order } = desk()
    editor.may = 'read'
    expect(add(editor, 'note', rows(), row('a'))).toBe(null)
    expect(exchange(editor, rows(), row('a'), 1)).toBe(false)
    expect(removeBranches(editor, [row('a').branch])).toEqual([])
    expect(order()).toEqual(['f', 'a', 'b', 'out'])
  })
})
