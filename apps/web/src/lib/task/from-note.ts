import { taskTitleMax, taskWordsMax } from '@sheber/contract/plain'
import type { task } from '@sheber/contract/task'
import type { Language } from '@sheber/contract/words'
import { textMax, type NewThing, type Place } from '@sheber/document/thing'
import { wordsOf } from '@sheber/document/wordsof'
import { ask } from '#lib/api.ts'
import type { Editor } from '#lib/board/core/editor.ts'
import { newId } from '#lib/new-id.ts'
import { loadTaskWords } from './words.ts'

/** So many at once are a plan; more are a slip of the hand. */
const sheetsMost = 20
const [wide, high, gap] = [240, 110, 16]

/** The first line is what to do; where there is more, all of it stands in the words. */
export const taskOf = (written: string): { readonly title: string; readonly words: string } | null => {
  const text = written.trim()
  const [first = ''] = text.split('\n')
  const line = first.replace(/\s+/g, ' ').trim()
  if (!line) return null
  const title = line.length > taskTitleMax ? `${line.slice(0, taskTitleMax - 1).trimEnd()}…` : line
  return { title, words: title === text ? '' : text.slice(0, taskWordsMax) }
}

/** What stands on the selected sheets becomes tasks; each sheet stays, beside it the card of its task. Returns what to say. */
export const makeTasks = async (editor: Editor, projectId: string, language: Language): Promise<string> => {
  const w = (await loadTaskWords(language)).fromNote
  const sheets = editor
    .selectedItems()
    .filter(({ thing }) => thing.kind === 'note' || thing.kind === 'text' || thing.kind === 'shape')
    .flatMap(({ id, thing, x, y, w: width }) => {
      const made = taskOf(wordsOf(thing))
      return made ? [{ id, made, x: x + width + gap, y }] : []
    })
    .slice(0, sheetsMost)
  if (sheets.length === 0) return w.blank
  const { outside } = editor
  const cards: NewThing[] = []
  for (const { made, x, y } of sheets) {
    const id = newId()
    const body = { id, title: made.title, state: 'todo' as const, people: [] }
    await ask<typeof task.add>(fetch, 'POST', '/api/project/:projectId/task', { params: { projectId }, body })
    if (made.words) {
      const change = { words: { was: '', now: made.words } }
      await ask<typeof task.change>(fetch, 'PATCH', '/api/task/:taskId', { params: { taskId: id }, body: change })
    }
    const g = [Math.round(x), Math.round(y), wide, high] as Place
    const born = { id: outside.newId(), by: outside.me, at: outside.now() }
    cards.push({ kind: 'card', ...born, g, of: 'task', ref: id, text: made.title.slice(0, textMax.card) })
  }
  editor.tool = 'select'
  editor.make(cards)
  // The sheets are let go of: pressed twice, they are made tasks of once.
  editor.select(cards.map(({ id }) => id))
  return w.made(cards.length)
}
