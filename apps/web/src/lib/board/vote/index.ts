import type { Language } from '@sheber/contract/words'
import { loadVoteWords } from './words.ts'

/** What goes with polls, rounds of votes, timers and links beside what is painted: comes when a board first has one. */
export const fetchVotes = async (language: Language) => {
  const [{ default: Votes }, place, w] = await Promise.all([import('./Votes.svelte'), import('./place.ts'), loadVoteWords(language)])
  return { Votes, ...place, w }
}
