import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBoard, type Board } from '@sheber/document/board'
import { encodeStroke } from '@sheber/document/ink'
import type { NewThing } from '@sheber/document/thing'
import { addOne, createEditor, heard, put } from './board.fixture.ts'
import { copy, cut } from './command/copying.ts'
import { commands } from './commands.ts'
import type { Clip, Editor } from './editor.ts'
import { joinPasters, paste, type Pasted } from './paste.ts'
import { fromJson, thingsPastedMax, toClip } from './serialise.ts'

const hold = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })

const filled = () => {
  const editor = createEditor()
  put(editor.board, 'a', 0, 0, 'жел')
  put(editor.board, 'b', 400, 0, 'су')
  addOne(editor.board, { kind: 'connector', id: 'ab', a: hold('a'), b: hold('b'), p: [0, 0, 1, 1], route: 'elbow' } as never)
  const stroke = {
    w: 20,
    h: 10,
    points: [
      { x: 0, y: 0, pressure: 1 },
      { x: 20, y: 10, pressure: 0.2 },
    ],
  }
  addOne(editor.board, { kind: 'ink', id: 'ink', g: [0, 300, 20, 10], points: encodeStroke(stroke), ink: 'red' } as never)
  return editor
}

const all = (board: Board) => readBoard(board.doc).things
const none: Clip = { html: '', text: '', json: '' }
const pasted = (clip: Partial<Pasted>): Pasted => ({ ...none, files: [], ...clip })

const taken = (editor: Editor, ids: readonly string[]): Clip => {
  editor.select(ids)
  const clip = copy(editor)
  if (!clip) throw new Error('nothing was copied')
  return clip
}

describe.each(['json', 'html'] as const)('through the clipboard as %s', (flavour) => {
  it('things come to another board as they are, with ids of their own', async () => {
    const clip = taken(filled(), ['a', 'b', 'ab', 'ink'])
    expect(clip.text).toBe('жел\nсу')
    const other = createEditor()
    expect(await paste(other, pasted({ [flavour]: clip[flavour] }), { x: 250, y: 155 })).toBe(true)
    const [a, b, ab, ink] = all(other.board)
    expect(a).toMatchObject({ kind: 'note', text: 'жел', g: [0, 0, 100, 100], by: 'aigerim' })
    expect(ab).toMatchObject({ kind: 'connector', route: 'elbow', a: hold(a?.id ?? ''), b: hold(b?.id ?? '') })
    expect(ink).toMatchObject({ kind: 'ink', ink: 'red', points: (all(filled().board)[3] as { points: Uint8Array }).points })
    expect(other.selection.size).toBe(4)
    commands.undo(other)
    expect(all(other.board)).toEqual([])
  })
})

it('what a newer Sheber made is not copied: it stays where the rest is cut, and nobody is offered a copy of it alone', () => {
  const editor = filled()
  editor.board.el.set('later', new Y.Map(Object.entries({ t: 'hologram', g: [0, 600, 50, 50], z: 'a9', by: 'x', at: 1, del: null })))
  editor.select(['a', 'later'])
  expect(JSON.parse(cut(editor)?.json ?? '')).toMatchObject({ things: [{ id: 'a' }] })
  expect(all(editor.board).map(({ id }) => id)).toEqual(['b', 'ab', 'ink', 'later'])
  editor.select(['later'])
  expect([commands.duplicate.may(editor), copy(editor), cut(editor)]).toEqual([false, null, null])
  commands.remove(editor)
  expect(editor.scene.get('later')).toBeUndefined()
})

it('a connector whose thing stays behind lets go where it stood', async () => {
  const editor = filled()
  const clip = taken(editor, ['a', 'ab'])
  const other = createEditor()
  await paste(other, pasted(clip), { x: 200, y: 50 })
  const [a, ab] = all(other.board)
  expect(ab).toMatchObject({ a: hold(a?.id ?? ''), b: null, p: [100, 50, 400, 50] })
})

it('groups stay together, and apart from those they were copied from', () => {
  const editor = filled()
  editor.select(['a', 'b'])
  commands.group(editor)
  commands.duplicate(editor)
  const groups = all(editor.board).map(({ group }) => group)
  expect(groups.slice(-2)[0]).toBe(groups.slice(-2)[1])
  expect(new Set(groups.filter(Boolean)).size).toBe(2)
})

it('cut takes away what it has copied, but what is locked', () => {
  const editor = filled()
  editor.select(['b'])
  commands.lockAll(editor)
  editor.select(['a', 'b'])
  expect(fromJson(cut(editor)?.json ?? '')).toHaveLength(2)
  expect(all(editor.board).map(({ id }) => id)).toEqual(['b', 'ab', 'ink'])
})

it('buttons reach the clipboard of the outside', async () => {
  let kept = none
  let files: File[] = []
  const clipboard = {
    write: async (clip: Clip) => {
      kept = { ...clip, json: '' }
    },
    read: async () => ({ ...kept, files }),
  }
  const editor = createEditor(undefined, { clipboard })
  put(editor.board, 'a', 0, 0, 'жел')
  expect(commands.copy.may(editor)).toBe(false)
  editor.select(['a'])
  await commands.cut(editor)
  expect(all(editor.board)).toEqual([])
  await commands.paste(editor)
  expect(all(editor.board)).toMatchObject([{ text: 'жел' }])
  // A picture that lies there goes to whoever knows pictures.
  kept = none
  files = [new File(['x'], 'picture.png', { type: 'image/png' })]
  let come: readonly File[] = []
  const leave = joinPasters((brought) => {
    come = brought.files
    return true
  })
  await commands.paste(editor)
  leave()
  expect(come).toEqual(files)
})

it('formats from outside join the chain; what nobody knows is said', async () => {
  const editor = createEditor()
  const asked = heard(editor, 'said')
  const leave = joinPasters(({ text }) => text === 'мұнай')
  expect(await paste(editor, pasted({ text: 'мұнай' }))).toBe(true)
  leave()
  expect(await paste(editor, pasted({ text: 'мұнай' }))).toBe(false)
  expect(asked).toEqual([['said', { what: 'nothingToPaste' }]])
})

describe('whatever comes', () => {
  const note = (i: number): NewThing => ({ kind: 'note', id: `n${i}`, g: [i, 0, 100, 100], by: '', at: 0 })

  it('ten thousand things are refused with a word', async () => {
    const editor = createEditor()
    const asked = heard(editor, 'said')
    await paste(editor, pasted(toClip(Array.from({ length: 10_000 }, (_, i) => note(i)))))
    expect(all(editor.board)).toEqual([])
    expect(asked).toEqual([['said', { what: 'tooMany', most: thingsPastedMax }]])
  })

  it.each([
    ['{', 'no JSON'],
    ['{"sheber":"board","v":99,"things":[]}', 'a newer version'],
    ['null', 'nothing'],
    ['[]', 'a list'],
  ])('%s is none of ours: %s', (json) => {
    expect(fromJson(json)).toBeNull()
  })

  it('numbers without measure, unknown kinds and endless words become something sane', async () => {
    const editor = createEditor()
    const things = [
      { kind: 'note', id: 7, g: [1e308, 'x', -1e308, null], turn: 1e308, text: 'ә'.repeat(1_000_000), fill: 'constructor' },
      { kind: 'rocket', id: 'r', g: [0, 0, 1, 1] },
      { kind: 'ink', id: 'i', g: [0, 0, 10, 10], points: '%%%', width: 1e9 },
      { kind: 'connector', id: 'c', a: { id: 'i', u: 1e308 }, b: 'x', p: [1e308, 1e308, 1e308, null] },
      null,
      'thing',
    ]
    const json = JSON.stringify({ sheber: 'board', v: 1, things })
    await paste(editor, pasted({ json }), { x: NaN, y: 0 })
    const laid = all(editor.board)
    expect(laid.map(({ kind }) => kind)).toEqual(['note', 'ink', 'connector'])
    for (const { g, turn } of laid) expect([...g, turn].every((n) => Number.isFinite(n) && Math.abs(n) <= 1e6)).toBe(true)
    expect(laid[0]?.text.length).toBe(2000)
    expect(JSON.stringify(editor.board.el.toJSON())).not.toMatch(/:null,"g"|\[null|,null[,\]]/)
  })
})
