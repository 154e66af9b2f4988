import type { Language } from '@sheber/contract/words'
import { loadVoteWords } from '../vote/words.ts'

/** A poll, a round of dots or a timer, with all that its panel beside the paper has. */
export const fetchVote = async (language: Language) => {
  const [{ default: Vote }, w] = await Promise.all([import('./Vote.svelte'), loadVoteWords(language)])
  return { Vote, w }
}
