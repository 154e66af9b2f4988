/** What was removed, and may be had back. */
export interface Gone {
  readonly id: string
  /** In a sentence. */
  readonly said: string
  readonly back: () => void
}
