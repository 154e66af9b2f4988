import { addThings, openBoard } from '@sheber/document/board'
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import { companyAt, companyOf } from './company.ts'
import { outlineOf } from './outline.ts'

it('a row tells who has its thing in hand, each once, from however many windows', () => {
  const editor = createEditor(openBoard(new Y.Doc()))
  put(editor.board, 'a', 0, 0)
  put(editor.board, 'b', 300, 0)
  addThings(editor.board, [
    { kind: 'ink', id: 'i1', g: [0, 300, 10, 10], by: 'daulet', at: 1 },
    { kind: 'ink', id: 'i2', g: [30, 300, 10, 10], by: 'daulet', at: 1 },
  ])
  const company = companyOf([
    { user: { id: 't', name: 'Тимур' }, sel: ['a', 'i1'], edit: 'a' },
    { user: { id: 't', name: 'Тимур' }, sel: ['a'], edit: null },
    { user: { id: 'm', name: 'Мәдина' }, sel: ['a', 'i2'], edit: null },
  ])
  const told = outlineOf(editor.scene.order).map((branch) => companyAt(company, branch))
  expect(told).toEqual([['Тимур', 'Мәдина'], [], ['Тимур', 'Мәдина']])
  expect(companyAt(companyOf([]), outlineOf(editor.scene.order)[0] ?? { id: '', what: 'group', items: [], branches: [] })).toEqual([])
})
