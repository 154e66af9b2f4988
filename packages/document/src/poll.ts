import * as Y from 'yjs'
import { answersMax, answerTextMax, readAnswers } from './answer.ts'
import type { Board } from './board.ts'
import { asFields, asWords } from './kit.ts'
import { keyBetween } from './order.ts'
import { changeText, fittingChange, textChange, type TextChange } from './text.ts'

/** What is done to a poll. Who votes how stands in vote.ts. */

/** The id of an answer: where it stands, and a name of the caller's. */
export const answerId = (key: string, name: string) => `${key}.${name}`

const keyOf = (id: string) => id.slice(0, id.indexOf('.'))

/** Ids for a new poll, in order. */
export const answerIds = (names: readonly string[]): string[] => {
  let key: string | null = null
  return names.map((name) => answerId((key = keyBetween(key, null)), name))
}

const answersOf = (board: Board, id: string): Y.Map<unknown> | null => {
  const fields = asFields(board.el.get(id))
  return fields?.get('t') === 'poll' ? asFields(fields.get('answers')) : null
}

/** One more at the end; where there are enough, one that has no words. Null: all are taken. */
export const addAnswer = (board: Board, id: string, name: string): string | null => {
  const answers = answersOf(board, id)
  if (!answers) return null
  const known = readAnswers(answers)
  if (known.length >= answersMax) return known.find(({ words }) => !words)?.id ?? null
  const last = known.at(-1)
  const answer = answerId(keyBetween(last ? keyOf(last.id) : null, null), name)
  // Empty it is not seen, and undo need not know of it.
  board.doc.transact(() => answers.set(answer, new Y.Text()), null)
  return answer
}

/** Applies one change of an answer as it stands now; letters beyond what one may have are not taken. */
export const editAnswer = (board: Board, id: string, answer: string, change: TextChange) => {
  const text = answersOf(board, id)?.get(answer)
  if (text instanceof Y.Text) board.doc.transact(() => changeText(text, fittingChange(text, change, answerTextMax)), board.origin)
}

/** Makes an answer read `words` by the smallest change. */
export const typeAnswer = (board: Board, id: string, answer: string, words: string) => {
  const change = textChange(asWords(answersOf(board, id)?.get(answer)), words.slice(0, answerTextMax))
  if (change) editAnswer(board, id, answer, change)
}
