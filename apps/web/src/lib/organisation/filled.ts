import type { Problem } from '#lib/api.ts'

/** What a form's component is handed of the last answer: the no, if it was one, and what had been typed. */
export interface Filled {
  problem?: Problem | undefined
  values?: Record<string, string> | undefined
  /** Names that are still to be added. */
  left?: string | undefined
}
