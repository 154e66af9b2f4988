import type { Touched, Trace } from '@sheber/contract/trace'

/** What a deletion and a change that did not know of each other are to the reader: they deleted it, or they changed it. */
export type Side = 'deleter' | 'editor'

export interface Clash {
  readonly id: string
  /** The deletion, as `document/unseen` names it. */
  readonly key: string
  readonly side: Side
  /** The other one; '' where it is not known. */
  readonly name: string
}

const isOf = (me: string) => (touched: Touched) => touched.by?.id === me

/** Null: it is no business of the reader's. `later`: the log has not got all of it yet. */
export const clashIn = ({ thingId, removed, unseen }: Trace, key: string, me: string): Clash | null | 'later' => {
  if (!removed || unseen.length === 0) return 'later'
  const others = unseen.filter((touched) => !isOf(me)(touched))
  const isMine = isOf(me)(removed)
  if (isMine && others.length > 0) return { id: thingId, key, side: 'deleter', name: others.map(({ by }) => by?.name ?? '').join(', ') }
  if (!isMine && unseen.some(isOf(me))) return { id: thingId, key, side: 'editor', name: removed.by?.name ?? '' }
  return null
}

/** Those that can be told in one sentence: of one side and one other person. The first comes first. */
export const togetherOf = (clashes: readonly Clash[]): readonly Clash[] => {
  const [first] = clashes
  return clashes.filter(({ side, name }) => side === first?.side && name === first.name)
}
