import { addThings, openBoard } from '@sheber/document/board'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { onPaper, onThings } from '../command/menus.ts'
import ru from '../command/names.ru.ts'
import { createEditor, put } from '../core/board.fixture.ts'
import { commands, type CommandName } from '../core/commands.ts'
import { offeredIn, sections, whereOf } from './commands.ts'
import { deedsOf } from './offered.ts'
import { outlineOf, rowsOf } from './outline.ts'
import words from './words.ru.ts'

const trace = { by: 'daulet', at: 1 }
const where: Readonly<Record<string, object>> = whereOf

const desk = () => {
  const editor = createEditor(openBoard(new Y.Doc()), {
    clipboard: { write: async () => {}, read: async () => ({ html: '', text: '', json: '', files: [] }) },
  })
  addThings(editor.board, [{ kind: 'frame', id: 'f', g: [0, 0, 900, 600], ...trace }])
  for (const [i, id] of ['a', 'b', 'c'].entries()) put(editor.board, id, 50 + i * 150, 50 + i * 40)
  const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
  addThings(editor.board, [{ kind: 'connector', id: 'line', a: end('a'), b: end('b'), p: [0, 0, 1, 1], ...trace }])
  const rows = (...ids: string[]) => rowsOf(outlineOf(editor.scene.order), new Set()).filter(({ id }) => ids.includes(id))
  return { editor, rows }
}

describe('commands of the board in the list', () => {
  it('every command of the canvas, of its menus and of the palette has its place, and none is invented', () => {
    const known = new Set([...Object.keys(commands), ...Object.keys(ru)])
    expect(Object.keys(where).toSorted()).toEqual([...known].toSorted())
    for (const name of [...onThings, ...onPaper].flat()) expect(Object.hasOwn(where, name), name).toBe(true)
  })

  it('what the list leaves out is said, with its reason', () => {
    const left = Object.entries(where).filter(([, place]) => 'not' in place)
    for (const [name, place] of left) expect('not' in place && String(place.not).length, name).toBeGreaterThan(30)
    expect(left.map(([name]) => name).toSorted()).toEqual(
      // The hand, the eye, the page; and one key for two commands.
      [
        ...['select', 'lasso', 'hand', 'keep', 'grid', 'snap', 'laser'],
        ...['fit', 'zoomIn', 'zoomOut', 'zoomWhole', 'minimap'],
        ...['palette', 'help', 'present', 'junior', 'simplify', 'letters', 'people'],
        'lock',
      ].toSorted(),
    )
  })

  it('nothing of the menu on things is left out', () => {
    for (const name of onThings.flat()) expect('not' in (where[name] ?? {}), name).toBe(false)
  })

  it('what may be done with what is chosen is offered, and no more', () => {
    const { editor } = desk()
    editor.answer('portfolio', () => {})
    editor.answer('copyBoard', () => {})
    for (const chosen of [[], ['a'], ['line'], ['a', 'b'], ['a', 'b', 'c']]) {
      editor.select(chosen)
      const offered = new Set(sections.flatMap((section) => offeredIn(editor, section)))
      for (const name of Object.keys(commands) as CommandName[]) {
        if (!('section' in whereOf[name])) continue
        const moves = ['left', 'right', 'up', 'down'].includes(name)
        expect(offered.has(name), `${name} of ${chosen.join()}`).toBe(commands[moves ? 'grow' : name].may(editor))
      }
    }
    expect(offeredIn(editor, 'arrange')).toEqual(expect.arrayContaining(['alignLeft', 'distributeDown', 'group', 'sameSize']))
    expect(offeredIn(editor, 'place')).toEqual(expect.arrayContaining(['turnRight', 'turnQuarter', 'flip', 'left', 'wide']))
  })

  it('whoever only reads is offered no change', () => {
    const { editor, rows } = desk()
    editor.select(['a', 'b'])
    editor.may = 'read'
    expect(sections.flatMap((section) => offeredIn(editor, section))).toEqual(['copy'])
    expect(deedsOf(editor, rows('a'), true)).toEqual(['show', 'choose'])
  })

  it('of one thing more is offered than of several, of several what can be done with all', () => {
    const { editor, rows } = desk()
    expect(deedsOf(editor, rows('a'), true)).toEqual(
      expect.arrayContaining(['write', 'look', 'add', 'connect', 'group', 'earlier', 'move', 'out', 'choose', 'remove']),
    )
    const several = deedsOf(editor, rows('a', 'b'), false)
    expect(several).toEqual(expect.arrayContaining(['look', 'show', 'duplicate', 'move', 'remove']))
    for (const deed of ['write', 'connect', 'earlier', 'add', 'out'] as const) expect(several).not.toContain(deed)
    expect(deedsOf(editor, rows('line'), false)).not.toContain('move')
    expect(deedsOf(editor, rows('line'), false)).toEqual(expect.arrayContaining(['lead', 'come', 'look', 'write']))
  })

  it('a vote, a timer and a table have sheets of their own', () => {
    const { editor, rows } = desk()
    addThings(editor.board, [
      { kind: 'poll', id: 'poll', g: [0, 700, 300, 200], text: 'Қай қанат?', answers: [], ...trace },
      { kind: 'timer', id: 'timer', g: [400, 700, 240, 150], ...trace },
    ])
    expect(deedsOf(editor, rows('poll'), false)).toContain('vote')
    expect(deedsOf(editor, rows('timer'), false)).toContain('timer')
    expect(deedsOf(editor, rows('timer'), false)).not.toContain('vote')
    editor.may = 'read'
    expect(deedsOf(editor, rows('poll'), false)).toContain('vote')
  })

  it('every section has a name', () => {
    for (const section of sections) expect(words.sections[section]).toBeTruthy()
    expect(Object.keys(words.sections).toSorted()).toEqual([...sections].toSorted())
  })
})
