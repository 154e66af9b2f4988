import { addThings, openBoard, typeText } from '@sheber/document/board'
import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { previewOf } from '#lib/preview/preview.ts'
import { askCards } from './seen.ts'
import { addOne, createEditor, heard } from '../core/board.fixture.ts'
import { linkOf } from '../paper/address.ts'
import { fillLink, nameCard, placeLink } from './link.ts'

vi.mock('./seen.ts', () => ({ askCards: vi.fn() }))
vi.mock('#lib/preview/preview.ts', () => ({ previewOf: vi.fn() }))

const link = linkOf('https://example.kz/wind', { id: 'l', by: 'aigerim', at: 1 })
const preview = { title: 'Жел қалай өлшенеді', description: 'Анемометр туралы', picture: null }

const desk = () => {
  const board = openBoard(new Y.Doc())
  addThings(board, [link])
  return createEditor(board)
}
const thingOf = (editor: ReturnType<typeof desk>) => editor.scene.get('l')?.thing

beforeEach(() => void vi.mocked(previewOf).mockReset().mockResolvedValue(preview))

it('says what its page says of itself, and that is no step of undo', async () => {
  const editor = desk()
  await fillLink(editor, link)
  expect(thingOf(editor)).toMatchObject({ text: preview.title, about: preview.description })
  expect(editor.undo.undoStack).toHaveLength(0)
})

it('keeps the host and the path where the page says nothing, and the name that somebody gave meanwhile', async () => {
  vi.mocked(previewOf).mockResolvedValueOnce(null)
  const editor = desk()
  await fillLink(editor, link)
  expect(thingOf(editor)).toMatchObject({ text: 'example.kz/wind', about: '' })
  typeText(editor.board, 'l', 'Біздің сілтеме')
  await fillLink(editor, link)
  expect(thingOf(editor)).toMatchObject({ text: 'Біздің сілтеме', about: '' })
})

it('is left as it is by whoever may only look, and where it is gone', async () => {
  const editor = desk()
  editor.may = 'read'
  await fillLink(editor, link)
  expect(thingOf(editor)).toMatchObject({ text: 'example.kz/wind' })
  await fillLink(editor, { ...link, id: 'gone' })
  expect(editor.scene.size).toBe(1)
})

it('is put where there is free paper, selected, and asks once for its page', async () => {
  const editor = createEditor()
  placeLink(editor, 'https://example.kz/wind')
  const [only] = editor.selectedItems()
  expect(only?.thing).toMatchObject({ kind: 'link', url: 'https://example.kz/wind' })
  await vi.waitFor(() => expect(editor.selectedItems()[0]?.thing.text).toBe(preview.title))
  expect(previewOf).toHaveBeenCalledExactlyOnceWith('https://example.kz/wind')
})

it('hands on the picture that its page shows, as the bytes of a file', async () => {
  vi.mocked(previewOf).mockResolvedValueOnce({ ...preview, picture: `data:image/webp;base64,${btoa('bytes')}` })
  const editor = desk()
  const asked = heard(editor, 'pictured')
  await fillLink(editor, link)
  const [[, { id, picture } = {} as never] = []] = asked as [string, { id: string; picture: File }][]
  expect([id, picture.type, await picture.text()]).toEqual(['l', 'image/webp', 'bytes'])
  vi.mocked(previewOf).mockResolvedValueOnce({ ...preview, picture: 'https://elsewhere.kz/a.png' })
  const other = desk()
  const none = heard(other, 'pictured')
  await fillLink(other, link)
  expect(none).toEqual([])
})

it('a card that was pasted as an address is given the name of what it stands for, where it is open and still has none', async () => {
  const told = { of: 'board', ref: 'b', access: 'open', title: 'Көпір', whose: '', state: null, projectId: null } as const
  const editor = desk()
  addOne(editor.board, { kind: 'card', id: 'c', of: 'board', ref: 'b' } as Parameters<typeof addOne>[1])
  const text = () => editor.scene.get('c')?.thing.text
  const steps = editor.undo.undoStack.length
  vi.mocked(askCards).mockResolvedValueOnce([{ ...told, access: 'closed', title: '' }])
  await nameCard(editor, 'c')
  expect(text()).toBe('')
  vi.mocked(askCards).mockResolvedValue([told])
  await nameCard(editor, 'c')
  expect([text(), editor.undo.undoStack.length]).toEqual(['Көпір', steps])
  typeText(editor.board, 'c', 'Біздің')
  await nameCard(editor, 'c')
  expect(text()).toBe('Біздің')
})
