/** Where a board belongs. */
export interface AboutBoard {
  readonly boardId: string
  readonly projectId: string
  /** Of the fact log, when the page was loaded: what happened since is heard. */
  readonly position: number
}
