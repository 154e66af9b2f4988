import { refuse } from '@sheber/contract/refusal'

/** As the contract has it, for whoever counts while they write. */
export const commentLettersMax = 2000
/** Of one board, removed ones apart: a class at work for a year stays below, and all of them are one answer. */
export const commentsMax = 2000
/** Of one person: a quarrel is slowed down, a talk is not. */
export const commentsPerMinuteMax = 20

// Text pasted from a page brings signs that draw nothing; the contract takes none but the joiner of emoji.
const unseen = /[^\P{C}\t\n\u200d]/gu

/** As it is kept: one spelling for one letter, and nothing around it. */
export const cleanComment = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .normalize('NFC')
    .trim()

export const admitComment = ({ onBoard, inMinute }: { onBoard: number; inMinute: number }): void => {
  if (onBoard >= commentsMax) refuse('too-many-comments', { max: commentsMax })
  if (inMinute >= commentsPerMinuteMax) refuse('too-often')
}

/** Who is to be told: only people of the team can be named, and whoever stood in the text before may stay. */
export const newlyMentioned = (asked: readonly string[], team: readonly string[], before: readonly string[] = []): string[] => {
  const fresh = asked.filter((id) => !before.includes(id))
  if (fresh.some((id) => !team.includes(id))) refuse('mention-outside')
  return fresh
}
