import { addThings, openBoard, readBoard } from '@sheber/document/board'
import { hasEnds, kinds, type NewThing } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeBoardFile } from '../paper/file.ts'
import { readOutside } from '../paper/outside.ts'
import { boardOf, everyKind, handOf, technical, voted } from '../paper/paper.fixture.ts'
import w from '../paper/words.en.ts'
import { workshop } from '../workshop/kinds.ts'
import { addOne, createEditor, put } from './board.fixture.ts'
import { copy } from './command/copying.ts'
import { commands } from './commands.ts'
import type { Editor } from './editor.ts'
import { keepKinds } from './kinds.ts'
import { paste } from './paste.ts'

keepKinds(workshop)

/** Whatever moves things moves all of each: the box, and the ends of what has ends. */

const one = (kind: string) => [...everyKind, ...technical, ...voted].find((thing) => thing.kind === kind) as NewThing
const bare = (kind: string): NewThing => {
  const thing = { ...one(kind), turn: 0 }
  return hasEnds(thing)
    ? ({ ...thing, a: null, b: null, p: [100, 200, 400, 260] } as NewThing)
    : ({ ...thing, g: [100, 200, 240, 200] } as NewThing)
}

const boardWith = (kind: string) => {
  const editor = createEditor(openBoard(new Y.Doc()))
  addThings(editor.board, [bare(kind)])
  return editor
}
const placeOf = (editor: Editor, id: string) => {
  const item = editor.scene.get(id)
  if (!item) throw new Error(`no ${id}`)
  const { thing, x, y, w: wide, h } = item
  return hasEnds(thing) ? [...thing.p] : [x, y, x + wide, y + h]
}
const others = (editor: Editor, id: string) => readBoard(editor.board.doc).things.filter((thing) => thing.id !== id)
const away = (from: readonly number[], to: readonly number[]) => to.map((n, i) => Math.round(n - (from[i] ?? 0)))

describe.each(Object.keys(kinds))('%s', (kind) => {
  const id = one(kind).id

  it('is duplicated with all of it', () => {
    const editor = boardWith(kind)
    const seen = { ...editor.scene.get(id) }
    editor.select([id])
    commands.duplicate(editor)
    const [other] = others(editor, id)
    const shown = editor.scene.get(other?.id ?? '')
    expect([shown?.w, shown?.h]).toEqual([seen.w, seen.h])
    expect(away([seen.x ?? 0, seen.y ?? 0], [shown?.x ?? 0, shown?.y ?? 0])).toEqual([24, 24])
  })

  it('is pasted with all of it', async () => {
    const editor = boardWith(kind)
    editor.select([id])
    const clip = copy(editor)
    await paste(editor, { ...(clip as NonNullable<typeof clip>), files: [] }, { x: 2000, y: 3000 })
    const [other] = others(editor, id)
    const moved = away(placeOf(editor, id), placeOf(editor, other?.id ?? ''))
    expect(new Set([moved[0], moved[2]]).size).toBe(1)
    expect(new Set([moved[1], moved[3]]).size).toBe(1)
    expect(moved[0]).toBeGreaterThan(1000)
    expect(moved[1]).toBeGreaterThan(1000)
  })

  it('is moved by a hand, by keys and into another line with all of it', () => {
    const editor = boardWith(kind)
    const before = placeOf(editor, id)
    editor.select([id])
    editor.drag({ dx: 40, dy: -60 })
    editor.drop()
    expect(away(before, placeOf(editor, id))).toEqual([40, -60, 40, -60])
    commands.right(editor)
    expect(away(before, placeOf(editor, id))).toEqual([48, -60, 48, -60])
  })

  it('comes out of a file with all of it', async () => {
    const things = [{ ...one('note'), id: 'mark', g: [0, 0, 100, 100] } as NewThing, bare(kind)]
    const { json } = writeBoardFile(readBoard(boardOf(things).doc).things)
    const hand = { ...handOf(), at: { x: 5000, y: 5000 }, w: w.outside, origin: 'https://sheber.example' }
    const { things: come } = await readOutside(new File([json], 'board.json', { type: 'application/json' }), hand)
    const editor = createEditor(boardOf(come))
    const marks = readBoard(editor.board.doc).things.filter((thing) => thing.kind === 'note')
    const mark = marks.find(({ g }) => g[2] === 100) as (typeof marks)[number]
    const other = readBoard(editor.board.doc).things.find((thing) => thing.kind === kind && thing.id !== mark.id)
    const from = placeOf(boardWith(kind), id)
    expect(away(from, placeOf(editor, other?.id ?? ''))).toEqual([mark.g[0], mark.g[1], mark.g[0], mark.g[1]])
  })

  it('changes sides with the others', () => {
    const editor = boardWith(kind)
    put(editor.board, 'left', 0, 200)
    put(editor.board, 'right', 900, 200)
    const [x1 = 0, , x2 = 0] = placeOf(editor, id)
    commands.all(editor)
    commands.flip(editor)
    const [n1 = 0, , n2 = 0] = placeOf(editor, id)
    // The frame around them all runs from 0 to 1000; what has ends keeps which is which.
    expect([n1, n2].sort((a, b) => a - b).map(Math.round)).toEqual([1000 - x2, 1000 - x1].map(Math.round))
  })
})

describe('a dimension', () => {
  const corner = (id: string, u: number, v: number) => ({ id, u, v, port: '' })
  const measured = () => {
    const editor = createEditor()
    put(editor.board, 'a', 0, 0)
    put(editor.board, 'b', 400, 0)
    addOne(editor.board, { kind: 'dimension', id: 'd', a: corner('a', 1, 0), b: corner('b', 0, 0), p: [100, 0, 400, 0] } as never)
    return editor
  }
  const read = (editor: Editor, id: string) =>
    readBoard(editor.board.doc).things.find((thing) => thing.id === id && thing.kind === 'dimension')

  it('holds the copies of what it held, and lets go of what stays', () => {
    const editor = measured()
    commands.all(editor)
    commands.duplicate(editor)
    const copies = others(editor, 'd').filter(({ id }) => id !== 'a' && id !== 'b')
    const [copied] = copies.filter((thing) => thing.kind === 'dimension')
    const notes = copies.filter((thing) => thing.kind === 'note').map(({ id }) => id)
    expect(copied).toMatchObject({ a: { id: notes[0] }, b: { id: notes[1] } })
    editor.select(['d'])
    commands.duplicate(editor)
    const loose = others(editor, 'd').find((thing) => thing.kind === 'dimension' && thing.id !== copied?.id)
    expect(loose).toMatchObject({ a: null, b: null, p: [124, 24, 424, 24] })
  })

  it('measures the same once everything has changed sides', () => {
    const editor = measured()
    commands.all(editor)
    commands.flip(editor)
    expect(read(editor, 'd')).toMatchObject({ a: { id: 'a', u: 0 }, b: { id: 'b', u: 1 }, offset: -24 })
    const { w: wide } = editor.scene.get('d') ?? { w: 0 }
    expect(wide).toBe(300)
  })
})
