/** What is shown once, to be written down or printed: a way in that has just been made. It is kept nowhere else. */
export interface Slip {
  id: string
  name: string
  login?: string
  password?: string
  /** `4711` or `sun-fish-key`. */
  secret?: string
  /** Of the group whose card the learner holds; null where there is no group yet. */
  code?: string | null
}
