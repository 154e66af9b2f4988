import type { Card } from '@sheber/contract/card'
import { addThings } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { expect, it, vi } from 'vitest'
import { createEditor } from '../core/board.fixture.ts'
import { cutAll } from './cut.ts'
import { titled } from './titles.ts'

const project = '0198f7a2-1111-7000-8000-000000000001'
const closed = '0198f7a2-1111-7000-8000-000000000002'

const desk = () => {
  const editor = createEditor()
  const lay = (id: string, of: 'project' | 'file', ref: string, text: string) => {
    const card: NewThing = { kind: 'card', id, of, ref, text, g: [0, 0, 240, 110], by: 'aidana', at: 1 }
    addThings(editor.board, [card])
  }
  lay('ours', 'project', project, 'Жел диірмені')
  lay('theirs', 'project', closed, 'Жазылған аты')
  lay('paper', 'file', project, 'Есеп')
  const cut = cutAll(editor.scene, 'Тақта')
  if (!cut) throw new Error('Nothing lies on the board.')
  const words = async (ask: Parameters<typeof titled>[1]) => {
    const cuts = await titled([cut], ask)
    return Object.fromEntries((cuts[0]?.items ?? []).map(({ id, thing }) => [id, thing.text]))
  }
  return { editor, words }
}

const told = (ref: string, access: Card['access'], title: string) => ({ of: 'project', ref, access, title }) as Card

it('names on paper what whoever exports may read now, and keeps what is written where they may not', async () => {
  const { editor, words } = desk()
  const ask = vi.fn(() => Promise.resolve([told(project, 'open', 'Жел диірмені 2'), told(closed, 'closed', 'Құпия аты')]))
  expect(await words(ask)).toEqual({ ours: 'Жел диірмені 2', theirs: 'Жазылған аты', paper: 'Есеп' })
  expect(ask).toHaveBeenCalledOnce()
  expect(editor.scene.get('ours')?.thing.text, 'nothing is written on the board').toBe('Жел диірмені')
})

it('keeps what is written where nobody answers', async () => {
  const { words } = desk()
  expect(await words(() => Promise.reject(new Error('no network')))).toEqual({
    ours: 'Жел диірмені',
    theirs: 'Жазылған аты',
    paper: 'Есеп',
  })
})
