import type { Board, Credit } from '@sheber/contract/board'

/** Where a board belongs. */
export interface AboutBoard {
  /** Whether a teacher keeps it simple, and for whoever looks at it here. */
  readonly standing?: Pick<Board, 'simple' | 'maySimplify'> & { readonly bound: boolean }
  readonly boardId: string
  readonly projectId: string
  /** Of the fact log, when the page was loaded: what happened since is heard. */
  readonly position: number
  /** What it was copied from, the nearest first. */
  readonly copied: readonly Credit[]
  /** Asks the server anew what the page is told. */
  readonly refresh: () => void
}
