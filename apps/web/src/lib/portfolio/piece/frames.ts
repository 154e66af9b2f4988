import { readBoard } from '@sheber/document/board'
import type { Doc } from 'yjs'

/** What of a board can be shown by itself, by its own words; `frame` is what one is called that has none. */
export const framesIn = (doc: Doc, frame: string): { readonly value: string; readonly label: string }[] =>
  readBoard(doc)
    .things.filter(({ kind }) => kind === 'frame')
    .map((thing, at) => ({ value: thing.id, label: ('text' in thing && thing.text.split('\n')[0]?.trim()) || `${frame} ${at + 1}` }))
