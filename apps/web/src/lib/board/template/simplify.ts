/** Whether a board is kept simple for those who do not lead it, and the way to change that. */
export interface Simplify {
  readonly on: boolean
  readonly set: (on: boolean) => void
}
