import { openBoard, readThing } from '@sheber/document/board'
import { addTable } from '@sheber/document/table'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createEditor } from '../core/board.fixture.ts'
import { addTrack, mayAdd, mayRemove, moveTrack, removeTrack, tracksOf, widenTrack, type Side } from './tracks.ts'

const desk = () => {
  const editor = createEditor(openBoard(new Y.Doc()))
  const words = [
    ['Деталь', 'Саны'],
    ['Мотор', '2'],
    ['Доңғалақ', '4'],
  ]
  addTable(editor.board, { id: 't', x: 0, y: 0, rows: ['r1', 'r2', 'r3'], columns: ['c1', 'c2'], words, by: 'daulet', at: 1 })
  const table = () => {
    const thing = readThing(editor.board, 't')
    if (thing?.kind !== 'table') throw new Error('no table')
    return thing
  }
  const track = (side: Side, at: number) => {
    const found = tracksOf(table(), side)[at - 1]
    if (!found) throw new Error(`no ${side} ${at}`)
    return found
  }
  const ids = (side: Side) => tracksOf(table(), side).map(({ id }) => id)
  return { editor, table, track, ids }
}

describe('rows and columns of a table in the list', () => {
  it('are told by what stands in them', () => {
    const { table } = desk()
    expect(tracksOf(table(), 'row').map(({ at, of, words }) => [at, of, words])).toEqual([
      [1, 3, 'Деталь · Саны'],
      [2, 3, 'Мотор · 2'],
      [3, 3, 'Доңғалақ · 4'],
    ])
    expect(tracksOf(table(), 'column').map(({ words }) => words)).toEqual(['Деталь · Мотор · Доңғалақ', 'Саны · 2 · 4'])
  })

  it('move one place and no further than the edge, each in one step of undo', () => {
    const { editor, table, track, ids } = desk()
    expect(moveTrack(editor, table(), track('row', 3), -1)).toBe(2)
    expect(ids('row')).toEqual(['r1', 'r3', 'r2'])
    expect(moveTrack(editor, table(), track('row', 2), -1)).toBe(1)
    expect(ids('row')).toEqual(['r3', 'r1', 'r2'])
    expect(moveTrack(editor, table(), track('row', 1), -1)).toBe(1)
    expect(moveTrack(editor, table(), track('column', 1), 1)).toBe(2)
    expect(ids('column')).toEqual(['c2', 'c1'])
    expect(moveTrack(editor, table(), track('column', 2), 1)).toBe(2)
    editor.undo.undo()
    expect([ids('row'), ids('column')]).toEqual([
      ['r3', 'r1', 'r2'],
      ['c1', 'c2'],
    ])
  })

  it('go, and come back with their words; the last one stays', () => {
    const { editor, table, track, ids } = desk()
    removeTrack(editor, table(), track('row', 2))
    expect(ids('row')).toEqual(['r1', 'r3'])
    editor.undo.undo()
    expect(track('row', 2).words).toBe('Мотор · 2')
    removeTrack(editor, table(), track('column', 1))
    expect(mayRemove(track('column', 1))).toBe(false)
  })

  it('come behind another, and columns grow by steps', () => {
    const { editor, table, track, ids } = desk()
    const fresh = addTrack(editor, table(), 'row', 'r1')
    expect(ids('row')).toEqual(['r1', fresh, 'r2', 'r3'])
    expect(mayAdd(table(), 'row')).toBe(true)
    const { size } = track('column', 2)
    widenTrack(editor, table(), track('column', 2), 1)
    expect(track('column', 2).size).toBe(size + 20)
  })
})
