import * as Y from 'yjs'
import { remove, type Board } from './board.ts'
import { asFields, type Fields } from './kit.ts'
import { changeText, textChange } from './text.ts'
import type { Trace } from './thing.ts'

/**
 * Makes the board look as `then` did, by a step forward: nobody's history is taken away, and whoever is writing goes on.
 * What has come since is deleted softly; texts change by their smallest difference.
 */
export const restoreBoard = (board: Board, then: Y.Doc, { by, at }: Trace): void => {
  const old = then.getMap('el')
  board.doc.transact(() => {
    remove(
      board,
      [...board.el.keys()].filter((id) => !old.has(id)),
      by,
      at,
    )
    for (const [id, value] of old) {
      const was = asFields(value)
      const is = asFields(board.el.get(id))
      if (was && is) restoreFields(is, was)
      else if (was) board.el.set(id, was.clone())
    }
  }, board.origin)
}

const restoreFields = (is: Fields, was: Fields): void => {
  for (const key of [...is.keys()]) if (!was.has(key)) is.delete(key)
  for (const [key, value] of was) {
    const now = is.get(key)
    if (value instanceof Y.Text && now instanceof Y.Text) {
      const change = textChange(now.toString(), value.toString())
      if (change) changeText(now, change)
    } else if (plain(now) !== plain(value)) is.set(key, value instanceof Y.AbstractType ? value.clone() : value)
  }
}

const plain = (value: unknown): string => JSON.stringify(value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value) ?? ''
