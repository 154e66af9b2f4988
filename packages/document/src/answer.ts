import * as Y from 'yjs'
import { asString, asWords } from './kit.ts'

/**
 * The answers of a poll.
 *
 *   answers  Y.Map<id, Y.Text>   an id begins with its place in the order: answers are added, never moved
 *
 * An answer without words is not there. To take one away is to clear it: whoever was writing on it at that moment keeps
 * their words, and undo brings the rest back.
 */
export interface Answer {
  readonly id: string
  readonly words: string
}

export const answersMax = 8
export const answerTextMax = 120
/** Blank ones too; what a joker adds beyond is not read. */
const readMax = 4 * answersMax

const answerId = /^[\w.-]{1,260}$/

const pairsOf = (value: unknown): [string, unknown][] => {
  if (value instanceof Y.Map) return [...(value as Y.Map<unknown>)]
  return Array.isArray(value) ? (value as (Partial<Answer> | null)[]).map((one) => [asString(one?.id), one?.words]) : []
}

export const readAnswers = (value: unknown): readonly Answer[] =>
  pairsOf(value)
    .filter(([id]) => answerId.test(id))
    .map(([id, words]) => ({ id, words: asWords(words).slice(0, answerTextMax) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, readMax)

/** Those that can be chosen. */
export const answersShown = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ words }) => words.trim()).slice(0, answersMax)

/** As the map in which they are kept. */
export const sharedAnswers = (answers: readonly Answer[]) => new Y.Map(answers.map(({ id, words }) => [id, new Y.Text(words)] as const))
