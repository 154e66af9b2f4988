import type { Card } from '@sheber/contract/card'
import { openBoard, typeText } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addOne, createEditor } from '../core/board.fixture.ts'
import { Seen, type Sight } from './seen.ts'
import ru from './words.ru.ts'

const projectId = 'p'.repeat(20)
const open = { access: 'open', title: 'Көпір', whose: 'Тобымыз', state: 'build', projectId } as const

const sight = (answer: (one: { of: Card['of']; ref: string }) => Partial<Card>, kept = '') => {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  const card = (id: string, of: Card['of'], ref: string, x = 0, text = 'ескі атау') =>
    addOne(board, { kind: 'card', id, of, ref, text, g: [x, 0, 240, 110] } as Parameters<typeof addOne>[1])
  card('near', 'project', projectId)
  const editor = createEditor(board)
  const state = { now: 0, kept, offline: false, asked: [] as string[][], heard: 0, soiled: 0, answer }
  editor.scene.watch(() => state.soiled++)
  const of: Sight = {
    editor,
    w: ru.card,
    now: () => state.now,
    recall: () => state.kept,
    keep: (letters) => (state.kept = letters),
    heard: () => state.heard++,
    ask: (cards) => {
      state.asked.push(cards.map(({ of, ref }) => `${of} ${ref}`))
      if (state.offline) return Promise.reject(new TypeError('no network'))
      return Promise.resolve(cards.map((one) => ({ ...one, ...open, ...state.answer(one) })))
    },
  }
  const seen = new Seen(of)
  const said = (id = 'near') => {
    const item = editor.scene.get(id)
    return item ? seen.of(item.thing) : null
  }
  return { doc, board, card, editor, state, of, seen, said }
}

describe('a card', () => {
  it('is asked for when it comes into view, once, and says how things stand', async () => {
    const { card, editor, state, seen, said } = sight(() => ({}))
    card('far', 'board', 'b'.repeat(20), 5_000)
    await seen.look()
    await seen.look()
    expect(state.asked).toEqual([[`project ${projectId}`]])
    expect(said()).toEqual({ title: 'Көпір', line: 'Изготовление · Тобымыз', access: 'open' })
    expect(said('far')).toBeNull()
    editor.camera = { ...editor.camera, x: 4_900 }
    await seen.look()
    expect(state.asked.at(-1)).toEqual([`board ${'b'.repeat(20)}`])
  })

  it('writes nothing into the document, whatever it is called elsewhere', async () => {
    const { doc, editor, state, seen, said } = sight(() => ({}))
    let updates = 0
    doc.on('update', () => updates++)
    await seen.look()
    state.answer = () => ({ title: 'Аспалы көпір' })
    seen.stale(new Set([projectId]))
    await expect.poll(() => said()?.title).toBe('Аспалы көпір')
    expect([updates, editor.undo.undoStack.length, editor.scene.get('near')?.thing.text]).toEqual([0, 0, 'ескі атау'])
    expect(state.soiled).toBe(2)
    // Told the same again, nothing is painted anew.
    seen.again()
    await expect.poll(() => state.asked.length).toBe(3)
    expect([state.soiled, state.heard]).toEqual([2, 2])
  })

  it('is not asked for again at news of something else', async () => {
    const { state, seen } = sight(() => ({}))
    await seen.look()
    seen.stale(new Set(['x'.repeat(20)]))
    await Promise.resolve()
    expect(state.asked).toHaveLength(1)
  })

  it('keeps its written title where it is closed or gone, and says so', async () => {
    const { state, seen, said } = sight(() => ({ access: 'closed', title: '', whose: '', state: null }))
    await seen.look()
    expect(said()).toEqual({ title: null, line: ru.card.closed, access: 'closed' })
    state.answer = () => ({ access: 'gone', title: '', whose: '', state: null })
    seen.again()
    await expect.poll(() => said()?.line).toBe(ru.card.gone)
  })

  it('of a file keeps the name that people gave it, and says which file it is', async () => {
    const { card, board, seen, said } = sight(({ of }) => (of === 'file' ? { title: 'есеп.pdf', state: 'newer' } : {}))
    card('file', 'file', 'f'.repeat(20), 300, 'есеп.pdf')
    await seen.look()
    expect(said('file')).toMatchObject({ title: null, line: `${ru.card.states.newer} · Тобымыз` })
    typeText(board, 'file', 'Біздің есеп')
    expect(said('file')?.line).toBe(`есеп.pdf · ${ru.card.states.newer} · Тобымыз`)
  })

  it('without a network says what was told last, and asks again when it is back', async () => {
    const before = sight(() => ({}))
    await before.seen.look()
    const { state, seen, said } = sight(() => ({ title: 'Жаңа' }), before.state.kept)
    state.offline = true
    await seen.look()
    expect(said()?.title).toBe('Көпір')
    // Not at every movement of the paper.
    state.now = 1_000
    await seen.look()
    expect(state.asked).toHaveLength(1)
    state.offline = false
    state.now = 20_000
    await seen.look()
    expect(said()?.title).toBe('Жаңа')
  })

  it('keeps nothing that it cannot read', () => {
    expect(sight(() => ({}), '{broken').said()).toBeNull()
  })
})

it('what stands for nothing elsewhere is not asked for', async () => {
  const { board, state, seen } = sight(() => ({}))
  addOne(board, { kind: 'card', id: 'task', of: 'task', ref: '', g: [0, 200, 200, 90] } as Parameters<typeof addOne>[1])
  await seen.look()
  expect(state.asked).toEqual([[`project ${projectId}`]])
})

it('says of a task until when it is to be done, and by whom', async () => {
  const task = { of: 'task', state: 'doing', whose: 'Айдана' } as const
  const { seen, card, said, state } = sight(({ of }) => (of === 'task' ? { ...task, due: { day: '2026-12-24', late: false } } : {}))
  card('task', 'task', 't'.repeat(20))
  await seen.look()
  expect(said('task')?.line).toBe(`${ru.card.states.doing} · ${ru.card.due('24.12')} · Айдана`)
  state.answer = () => ({ ...task, due: { day: '2026-12-24', late: true } })
  seen.stale(new Set(['t'.repeat(20)]))
  await expect.poll(() => said('task')?.line).toBe(`${ru.card.states.doing} · ${ru.card.late('24.12')} · Айдана`)
})
