import type { Prompt } from '@sheber/contract/portfolio'

/** Longer questions are cut off where they are shown. */
export const promptMax = 200

/** The question in the reader's language; one that somebody has thought of is said as it was written. */
export const promptOf = (list: Readonly<Record<Prompt, string>>, prompt: string): string =>
  Object.hasOwn(list, prompt) ? list[prompt as Prompt] : prompt.slice(0, promptMax)

/** Somebody's own question, and not one of ours by its name. */
export const isOwn = (list: Readonly<Record<Prompt, string>>, prompt: string): boolean => prompt !== '' && !Object.hasOwn(list, prompt)
