import type ru from './words.ru.ts'

type Prompts = (typeof ru)['prompts']['list']
export type PromptName = keyof Prompts

/** Longer questions are cut off where they are shown. */
const promptMax = 200

/** The question in the reader's language; one that somebody has thought of is said as it was written. */
export const promptOf = (list: Prompts, prompt: string): string =>
  Object.hasOwn(list, prompt) ? list[prompt as PromptName] : prompt.slice(0, promptMax)
