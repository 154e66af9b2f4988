import * as Y from 'yjs'
import type { Board } from './board.ts'
import { asFields } from './kit.ts'

/**
 * Where somebody writes, told to others and never stored. Positions hold on to letters and not to numbers: what a third person
 * writes before them at that moment moves them along on every machine.
 */

type Id = readonly [client: number, clock: number]

/** The letter it stands before; none: the end. */
type Spot = Id | null

export interface Caret {
  readonly thing: string
  /** The Y.Text itself, by its id in the document. */
  readonly text: Id
  /** Where a selection began; the same as `head` where there is none. */
  readonly anchor: Spot
  readonly head: Spot
}

/** The words of a thing itself, '' ; of a table `row:column`, of a poll the id of an answer. */
export type Part = string

export const textOf = (board: Board, id: string, part: Part): Y.Text | null => {
  const fields = asFields(board.el.get(id))
  const text = part === '' ? fields?.get('txt') : asFields(fields?.get(fields.get('t') === 'table' ? 'cells' : 'answers'))?.get(part)
  return text instanceof Y.Text ? text : null
}

/** Which part of the thing a text is; null: none of it. */
const partOf = (board: Board, id: string, text: Y.Text): Part | null => {
  const fields = asFields(board.el.get(id))
  if (!fields) return null
  if (fields.get('txt') === text) return ''
  const { parent, _item: item } = text
  const inside = parent !== null && (parent === fields.get('cells') || parent === fields.get('answers'))
  return inside && typeof item?.parentSub === 'string' ? item.parentSub : null
}

const spotAt = (text: Y.Text, index: number): Spot => {
  const { item } = Y.createRelativePositionFromTypeIndex(text, index)
  return item && [item.client, item.clock]
}

/** Indices are counted in UTF-16 units, as Yjs and text fields do. Null where there is no such text. */
export const caretAt = (board: Board, thing: string, part: Part, anchor: number, head: number): Caret | null => {
  const text = textOf(board, thing, part)
  const id = text?._item?.id
  return text && id ? { thing, text: [id.client, id.clock], anchor: spotAt(text, anchor), head: spotAt(text, head) } : null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const readId = (value: unknown): Y.ID | null => {
  const [client, clock] = Array.isArray(value) ? (value as unknown[]) : []
  return isCount(client) && isCount(clock) ? Y.createID(client, clock) : null
}

const indexOf = (board: Board, text: Y.ID, spot: unknown): Y.AbsolutePosition | null => {
  const item = spot === null ? null : readId(spot)
  if (spot !== null && !item) return null
  const position = Y.createRelativePositionFromJSON({ type: text, item, assoc: 0 })
  return Y.createAbsolutePositionFromRelativePosition(position, board.doc)
}

export interface CaretPlace {
  readonly thing: string
  readonly part: Part
  readonly words: string
  readonly anchor: number
  readonly head: number
}

/**
 * Where a caret that was told stands now. Null: it names no text of its thing, or letters that have not come yet.
 * Anything may arrive.
 */
export const placeOfCaret = (board: Board, told: unknown): CaretPlace | null => {
  if (typeof told !== 'object' || told === null) return null
  const { thing, text, anchor, head } = told as Record<string, unknown>
  const type = readId(text)
  if (typeof thing !== 'string' || !type) return null
  try {
    const [from, to] = [indexOf(board, type, anchor), indexOf(board, type, head)]
    if (!from || !to || from.type !== to.type || !(to.type instanceof Y.Text)) return null
    const part = partOf(board, thing, to.type)
    return part === null ? null : { thing, part, words: to.type.toString(), anchor: from.index, head: to.index }
  } catch {
    // An id of no text, or of another document.
    return null
  }
}
