import { addThings } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import { createEditor, put } from '../core/board.fixture.ts'
import { keepKinds } from '../core/kinds.ts'
import { workshop } from '../workshop/kinds.ts'
import { thingsWith } from './search.ts'
import { shownBy } from './shown.ts'

keepKinds(workshop)

const trace = { by: 'daulet', at: 1 }

describe('finding by what a thing shows', () => {
  const editor = createEditor()
  put(editor.board, 'note', 0, 0, 'Идея для ветряка')
  addThings(editor.board, [
    { kind: 'stamp', id: 'stamp', g: [300, 0, 64, 64], stamp: 'bulb', ...trace },
    { kind: 'part', id: 'part', g: [600, 0, 200, 100], part: 'uno', ...trace },
    { kind: 'card', id: 'card', g: [900, 0, 240, 80], of: 'project', ref: 'x', text: 'Старое имя', ...trace },
  ])
  const titleOf = () => 'Ветряк на крыше'
  const find = (asked: string) =>
    thingsWith(editor.scene.order, asked, (thing) => shownBy({ language: 'ru', stamps: { bulb: 'Идея' }, titleOf }, thing)).map(
      ({ id }) => id,
    )

  it('a stamp and a part are found by their names, a card by what its page is called now and was called when it was laid', () => {
    expect(find('идея')).toEqual(['note', 'stamp'])
    expect(find('arduino')).toEqual(['part'])
    expect(find('на крыше')).toEqual(['card'])
    expect(find('старое')).toEqual(['card'])
    expect(find('нет такого')).toEqual([])
  })

  it('says a name once where the words are the same, and nothing where there is neither', () => {
    const [note] = editor.scene.order
    expect(note && shownBy({ language: 'ru', stamps: {} }, note.thing)).toBe('Идея для ветряка')
    const stamp = editor.scene.get('stamp')
    expect(stamp && shownBy({ language: 'ru', stamps: {} }, stamp.thing)).toBe('')
  })
})
