import * as Y from 'yjs'
import type { Board } from './board.ts'

interface Step {
  readonly ids: ReadonlySet<string>
  /** How many changes of others had been heard when it was made. */
  readonly heard: number
}

type Changed = ReadonlyMap<unknown, readonly Y.YEvent<Y.AbstractType<unknown>>[]>
interface Stacked {
  readonly stackItem: { readonly meta: Map<unknown, unknown> }
  readonly changedParentTypes: Changed
}

/** The things under `root` that a change has touched, however deep. Up from what was changed: paths of events hold only while they are heard. */
const idsUnder = (root: Y.Map<unknown>, changed: Changed): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const [type, events] of changed) {
    if (type === root) {
      for (const event of events) if (event.target === root) for (const id of event.changes.keys.keys()) ids.add(id)
      continue
    }
    let at = type instanceof Y.AbstractType ? (type as Y.AbstractType<unknown>) : null
    while (at && at.parent !== root) at = at.parent
    const id = at?._item?.parentSub
    if (id) ids.add(id)
  }
  return ids
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
    const ids = mine ? null : idsUnder(board.el, transaction.changedParentTypes)
    if (!ids || ids.size === 0) return
    heard++
    for (const id of ids) lastOf.set(id, heard)
  }

  const remember = ({ stackItem, changedParentTypes }: Stacked) => {
    const before = stackItem.meta.get(key) as Step | undefined
    const ids = idsUnder(board.el, changedParentTypes)
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
