import type * as Y from 'yjs'
import type { Board } from './board.ts'
import { idsOf } from './kit.ts'

interface Step {
  readonly ids: ReadonlySet<string>
  /** How many changes of others had been heard when it was made. */
  readonly heard: number
}

type Events = readonly Y.YEvent<Y.AbstractType<unknown>>[]
interface Stacked {
  readonly stackItem: { readonly meta: Map<unknown, unknown> }
  readonly changedParentTypes: ReadonlyMap<unknown, Events>
}

const key = 'sheber'

/**
 * Tells when a step is taken back that touched what somebody else has changed since. Theirs stays, as Yjs has it:
 * what one sees is then less than one asked for, or a thing goes on which another had just been writing.
 */
export const watchUndone = (board: Board, undo: Y.UndoManager, told: (ids: readonly string[]) => void): (() => void) => {
  let heard = 0
  const lastOf = new Map<string, number>()

  const after = (transaction: Y.Transaction) => {
    const { origin } = transaction
    const mine = origin === board.origin || origin === undo || (transaction.local && origin === null)
    const changed: ReadonlyMap<unknown, Events> = transaction.changedParentTypes
    const events = changed.get(board.el)
    if (mine || !events) return
    heard++
    for (const id of idsOf(events)) lastOf.set(id, heard)
  }

  const remember = ({ stackItem, changedParentTypes }: Stacked) => {
    const before = stackItem.meta.get(key) as Step | undefined
    const ids = idsOf(changedParentTypes.get(board.el) ?? [])
    stackItem.meta.set(key, { ids: new Set([...(before?.ids ?? []), ...ids]), heard: before?.heard ?? heard } satisfies Step)
  }

  const popped = ({ stackItem }: Pick<Stacked, 'stackItem'>) => {
    const step = stackItem.meta.get(key) as Step | undefined
    const theirs = [...(step?.ids ?? [])].filter((id) => (lastOf.get(id) ?? 0) > (step?.heard ?? 0))
    if (theirs.length > 0) told(theirs)
  }

  board.doc.on('afterTransaction', after)
  undo.on('stack-item-added', remember)
  undo.on('stack-item-updated', remember)
  undo.on('stack-item-popped', popped)
  return () => {
    board.doc.off('afterTransaction', after)
    undo.off('stack-item-added', remember)
    undo.off('stack-item-updated', remember)
    undo.off('stack-item-popped', popped)
  }
}
