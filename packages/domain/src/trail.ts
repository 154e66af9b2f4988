import type { TrailBreak, TrailSource } from '@sheber/contract/trail'

/** Whether the trail of an exhibition is still what was written: an independent count of what the database has chained. */

export interface Link {
  readonly nth: number
  readonly source: TrailSource
  readonly rowId: string
  readonly rowSha256: string
  readonly sha256: string
  /** The row as it is today, in the words that are hashed; null: it is gone. */
  readonly said: string | null
  /** Erased or archived in the way there is for it: its place in the chain stays, its words need not. */
  readonly released: boolean
}

export interface Chain {
  readonly exhibitionId: string
  /** By place. */
  readonly links: readonly Link[]
  /** Where the database says that the chain ends; null: it says nothing. */
  readonly head: { readonly nth: number; readonly sha256: string } | null
  /** Rows that no link tells of. */
  readonly unlinked: number
}

export interface Broken {
  readonly nth: number | null
  readonly why: TrailBreak
}

/** The first place at which it is broken; null: it is whole. `sha256` is that of UTF-8, in hex. */
export const brokenAt = ({ exhibitionId, links, head, unlinked }: Chain, sha256: (text: string) => string): Broken | null => {
  let before = ''
  for (const [at, { nth, source, rowId, rowSha256, said, released, ...link }] of links.entries()) {
    const ours = sha256([before, exhibitionId, at + 1, source, rowId, rowSha256].join('\n'))
    if (nth !== at + 1 || link.sha256 !== ours) return { nth: at + 1, why: 'link' }
    if (!released && said === null) return { nth, why: 'gone' }
    if (!released && said !== null && sha256(said) !== rowSha256) return { nth, why: 'changed' }
    before = ours
  }
  if ((head?.nth ?? 0) !== links.length || (head?.sha256 ?? '') !== before) return { nth: links.length + 1, why: 'head' }
  return unlinked > 0 ? { nth: null, why: 'unlinked' } : null
}
