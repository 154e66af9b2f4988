import { addThings, openBoard, readThing } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createEditor } from '../core/board.fixture.ts'
import { carrying } from './carry.ts'
import w from './words.kk.ts'

const trace = { by: 'aigerim', at: 1 }
const image = (id: string, file: string, text = ''): NewThing => ({ kind: 'image', id, file, text, ...trace })

interface Wish {
  id: string
  fileId: string
}

/** What the server was asked for, and what it answers next. */
const server = { asked: [] as Wish[][], answer: (_: Wish[]): { status?: number; body: unknown } => ({ body: {} }) }
const kept = new Map<string, string>()

beforeEach(() => {
  server.asked = []
  server.answer = (wishes) => ({ body: { carried: wishes.map(({ id }) => id), closed: [], gone: [] } })
  kept.clear()
  const storage = {
    getItem: (k: string) => kept.get(k) ?? null,
    setItem: (k: string, v: string) => kept.set(k, v),
    removeItem: (k: string) => kept.delete(k),
  }
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    const { files } = JSON.parse(body) as { files: Wish[] }
    server.asked.push(files)
    const { status = 200, body: answer } = server.answer(files)
    if (status === 0) return Promise.reject(new TypeError('no network'))
    return Promise.resolve(new Response(JSON.stringify(answer), { status }))
  })
})

const desk = () => {
  const editor = createEditor(openBoard(new Y.Doc()))
  const said: string[] = []
  const come: string[] = []
  const carrier = carrying({ editor, boardId: 'here', me: 'aigerim', say: (text) => said.push(text), w, come: (file) => come.push(file) })
  const lay = (things: readonly NewThing[]) => addThings(editor.board, carrier.take(things))
  const fileOf = (id: string) => (readThing(editor.board, id) as { file?: string } | null)?.file
  return { editor, carrier, lay, fileOf, said, come }
}

it('a file of another board is named anew at once, and asked for under that name', async () => {
  const { lay, fileOf, come, carrier } = desk()
  lay([image('a', 'foreign'), image('b', 'foreign')])
  const name = fileOf('a')
  expect(name).toMatch(/^[0-9a-z]{20}$/)
  expect(fileOf('b')).toBe(name)
  await expect.poll(() => come).toEqual([name])
  expect(server.asked).toEqual([[{ id: name, fileId: 'foreign' }]])
  expect(kept.size).toBe(0)
  carrier.stop()
})

it('what this board has named before is its own, and what has come along is left to whoever sends it', () => {
  const { editor, lay, fileOf, carrier } = desk()
  addThings(editor.board, [image('old', 'own')])
  lay([image('a', 'own')])
  expect(fileOf('a')).toBe('own')
  expect(carrier.take([image('b', 'held')], new Set(['held']))).toMatchObject([{ file: 'held' }])
  expect(server.asked).toEqual([])
  carrier.stop()
})

it('what is closed becomes a place that says so, and is told once; nobody steps back to it', async () => {
  server.answer = ([first, second]) => ({ body: { carried: [], closed: [first?.id], gone: [second?.id] } })
  const { editor, lay, fileOf, said, carrier } = desk()
  lay([image('a', 'shut'), image('b', 'gone', 'Қанат')])
  const steps = editor.undo.undoStack.length
  await expect.poll(() => said).toEqual([w.notCarried(2)])
  expect([fileOf('a'), fileOf('b')]).toEqual(['', ''])
  expect([readThing(editor.board, 'a')?.text, readThing(editor.board, 'b')?.text]).toEqual([w.notHere, 'Қанат'])
  expect(editor.undo.undoStack.length).toBe(steps)
  carrier.stop()
})

it('without a network it waits, also for the next visit', async () => {
  server.answer = () => ({ status: 0, body: {} })
  const first = desk()
  first.lay([image('a', 'foreign')])
  await expect.poll(() => server.asked.length).toBe(1)
  first.carrier.stop()
  expect([...kept.values()].join()).toContain('foreign')
  server.answer = (wishes) => ({ body: { carried: wishes.map(({ id }) => id), closed: [], gone: [] } })
  const next = desk()
  next.carrier.resume()
  await expect.poll(() => next.come).toEqual([first.fileOf('a')])
  expect(kept.size).toBe(0)
  next.carrier.stop()
})

it('a no of the server is told in its words, and leaves nothing on its way', async () => {
  server.answer = () => ({ status: 409, body: { code: 'too-many-files', message: 'Орын жоқ.', requestId: '1' } })
  const { lay, fileOf, said, carrier } = desk()
  lay([image('a', 'foreign')])
  await expect.poll(() => said).toEqual(['Орын жоқ.'])
  expect(fileOf('a')).toBe('')
  expect(kept.size).toBe(0)
  carrier.stop()
})
