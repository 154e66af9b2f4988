import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoard, ownUndo, readThing, type Board } from './board.ts'
import { cellTextMax, rowsMax } from './grid.ts'
import { addColumn, addRow, addTable, moveColumn, removeColumn, removeRow, typeCell, widen } from './table.ts'

const trace = { by: 'aigerim', at: 1 }

const tableOf = (board: Board) => {
  const thing = readThing(board, 't')
  if (thing?.kind !== 'table') throw new Error('no table')
  return thing
}
const rowsOf = (board: Board) => tableOf(board).rows.map(({ id }) => id)
const columnsOf = (board: Board) => tableOf(board).columns.map(({ id }) => id)

const fresh = () => {
  const board = openBoard(new Y.Doc())
  addTable(board, { id: 't', x: 0, y: 0, rows: ['r1', 'r2'], columns: ['c1', 'c2'], words: [['Жел', 'В']], ...trace })
  return board
}

const pair = () => {
  const a = fresh()
  const b = openBoard(new Y.Doc())
  const meet = () => {
    const [ofA, ofB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)]
    Y.applyUpdate(a.doc, ofB)
    Y.applyUpdate(b.doc, ofA)
  }
  meet()
  return { a, b, meet }
}

describe('a table', () => {
  it('is made with all its cells', () => {
    expect(tableOf(fresh())).toMatchObject({ g: [0, 0, 280, 72], cells: { 'r1:c1': 'Жел', 'r1:c2': 'В', 'r2:c1': '', 'r2:c2': '' } })
  })

  it('grows where one asks, moves, widens, and takes rows out softly', () => {
    const board = fresh()
    addRow(board, 't', 'r1', 'r3')
    addRow(board, 't', '', 'r0')
    addColumn(board, 't', 'c2', 'c3')
    moveColumn(board, 't', 'c3', '')
    widen(board, 't', 'c1', 5)
    expect(rowsOf(board)).toEqual(['r0', 'r1', 'r3', 'r2'])
    expect(columnsOf(board)).toEqual(['c3', 'c1', 'c2'])
    expect(tableOf(board).columns[1]?.size).toBe(24)
    removeRow(board, 't', 'r1')
    removeColumn(board, 't', 'c3')
    expect(rowsOf(board)).toEqual(['r0', 'r3', 'r2'])
    expect(tableOf(board).cells['r1:c1']).toBe('Жел')
  })

  it('keeps what another wrote in a row whose adding is undone and done again', () => {
    const board = fresh()
    const undo = ownUndo(board)
    addRow(board, 't', 'r2', 'r3')
    typeCell({ ...board, origin: 'daulet' }, 't', 'r3', 'c1', 'сақтал')
    undo.undo()
    expect(rowsOf(board)).toEqual(['r1', 'r2'])
    undo.redo()
    expect(rowsOf(board)).toEqual(['r1', 'r2', 'r3'])
    expect(tableOf(board).cells['r3:c1']).toBe('сақтал')
  })

  it('keeps both rows that two add at one moment, and both their words in one cell', () => {
    const { a, b, meet } = pair()
    addRow(a, 't', 'r1', 'ra')
    addRow(b, 't', 'r1', 'rb')
    typeCell(a, 't', 'r1', 'c1', 'Жел соғады')
    typeCell(b, 't', 'r1', 'c1', 'Күшті Жел')
    meet()
    expect(rowsOf(a)).toEqual(['r1', 'ra', 'rb', 'r2'])
    expect(tableOf(a).cells['r1:c1']).toBe('Күшті Жел соғады')
    expect(tableOf(b)).toEqual(tableOf(a))
    // Between two that share a place there is a place still.
    addRow(a, 't', 'ra', 'rc')
    expect(rowsOf(a)).toContain('rc')
  })

  it('reads alike for two after any work of both', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { a, b, meet } = pair()
      let state = seed
      const chance = (n: number) => (state = (state * 48271) % 2147483647) % n
      for (let step = 0; step < 30; step++) {
        const board = chance(2) ? a : b
        const one = (ids: string[]) => ids[chance(Math.max(1, ids.length))] ?? ''
        const [row, column] = [one(rowsOf(board)), one(columnsOf(board))]
        const deeds = [
          () => addRow(board, 't', row, `r${seed}x${step}`),
          () => addColumn(board, 't', column, `c${seed}x${step}`),
          () => removeRow(board, 't', row),
          () => typeCell(board, 't', row, column, `${step} ${tableOf(board).cells[`${row}:${column}`] ?? ''}`),
          () => moveColumn(board, 't', column, one(columnsOf(board))),
          () => widen(board, 't', column, 30 + chance(200)),
          meet,
        ]
        deeds[chance(deeds.length)]?.()
      }
      meet()
      expect(tableOf(b), `seed ${seed}`).toEqual(tableOf(a))
    }
  })

  it('is small and whole whatever a joker wrote into it', () => {
    const board = fresh()
    const fields = board.el.get('t') as Y.Map<Y.Map<unknown>>
    const jokes = [null, 7, 'x', [NaN, 1], ['a0', Infinity], ['a0', -5], [{}, []], new Uint8Array(9)]
    board.doc.transact(() => {
      for (const name of ['rows', 'columns', 'cells']) jokes.forEach((joke, i) => fields.get(name)?.set(i % 2 ? `j${i}` : `<b>:${i}`, joke))
      for (let i = 0; i < 1000; i++) fields.get('rows')?.set(`many${i}`, [`a${'V'.repeat(i % 9)}`, 1e300])
      fields.get('cells')?.set('r1:c1', 'ы'.repeat(1e5))
    })
    const table = tableOf(board)
    expect(table.rows.length).toBe(rowsMax)
    expect(table.rows.every(({ size }) => size >= 24 && size <= 2000)).toBe(true)
    expect(table.cells['r1:c1']?.length).toBe(cellTextMax)
    typeCell(board, 't', 'r1', 'c1', 'қайта')
    expect(tableOf(board).cells['r1:c1']).toBe('қайта')
    board.el.set('t', new Y.Map([['t', 'table']]))
    addRow(board, 't', '', 'r9')
    expect(tableOf(board)).toMatchObject({ rows: [], columns: [], cells: {} })
  })
})
