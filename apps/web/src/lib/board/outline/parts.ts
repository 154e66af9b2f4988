import { answerTextMax, answersMax } from '@sheber/document/answer'
import { editText, readThing } from '@sheber/document/board'
import { cellOf, cellTextMax } from '@sheber/document/grid'
import { editAnswer } from '@sheber/document/poll'
import { editCell } from '@sheber/document/table'
import type { TextChange } from '@sheber/document/text'
import { isKind, textMax, type Thing } from '@sheber/document/thing'
import type { Editor } from '../core/editor.ts'
import type { OutlineWords } from './words.ts'

/** What is written in parts: the cells of a table, a poll's question and answers. A part is named as in document/caret. */

export interface PartOf {
  readonly part: string
  /** Where it stands, for whoever listens. */
  readonly place: string
  readonly words: string
}

/** In the order in which one writes them. None: the thing is written as a whole. */
export const partsOf = (thing: Thing, w: OutlineWords['part']): readonly PartOf[] => {
  if (thing.kind === 'table') {
    const title = { part: '', place: w.title, words: thing.text }
    const cells = thing.rows.flatMap((row, i) =>
      thing.columns.map((column, j) => {
        const part = cellOf(row.id, column.id)
        return { part, place: w.cell(i + 1, j + 1), words: thing.cells[part] ?? '' }
      }),
    )
    return [...cells, title]
  }
  if (thing.kind !== 'poll') return []
  const answers = thing.answers.slice(0, answersMax).map(({ id, words }, i) => ({ part: id, place: w.answer(i + 1), words }))
  return [{ part: '', place: w.question, words: thing.text }, ...answers]
}

/** How a part is read and written, and how many letters it may have. */
export const wordsOfPart = (editor: Editor, id: string, part: string) => {
  const { board } = editor
  const thing = readThing(board, id)
  if (part !== '' && thing?.kind === 'table') {
    const [row = '', column = ''] = part.split(':')
    return {
      most: cellTextMax,
      read: () => {
        const now = readThing(board, id)
        return now?.kind === 'table' ? (now.cells[part] ?? '') : ''
      },
      write: (change: TextChange) => editCell(board, id, row, column, change),
    }
  }
  if (part !== '')
    return {
      most: answerTextMax,
      read: () => {
        const now = readThing(board, id)
        return now?.kind === 'poll' ? (now.answers.find((one) => one.id === part)?.words ?? '') : ''
      },
      write: (change: TextChange) => editAnswer(board, id, part, change),
    }
  return {
    most: isKind(thing?.kind) ? textMax[thing.kind] : undefined,
    read: () => readThing(board, id)?.text ?? '',
    write: (change: TextChange) => editText(board, id, change),
  }
}
