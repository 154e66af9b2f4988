import type { Credit } from '@sheber/contract/board'

/** Which board it is, and what it was copied from. */
export interface About {
  readonly boardId: string
  readonly projectId: string
  readonly copied: readonly Credit[]
}
