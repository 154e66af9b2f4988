import type { Comment, Thread } from '@sheber/contract/comment'

/** As shown: what is still on its way is shown already. */
export type ShownComment = Comment & { readonly sending?: true }
export interface ShownThread extends Omit<Thread, 'comments'> {
  readonly comments: readonly ShownComment[]
}

export const isLeft = ({ comments }: ShownThread): boolean => comments.some(({ removedAt }) => removedAt === null)
export const answersIn = ({ comments }: ShownThread): number => comments.slice(1).filter(({ removedAt }) => removedAt === null).length
const lastAt = ({ comments }: ShownThread) => comments.at(-1)?.at ?? ''

/** What the server says of a thread takes the place of what was known; answers that are on their way stay behind it. */
export const put = (threads: readonly ShownThread[], thread: ShownThread): ShownThread[] => {
  const known = threads.find(({ id }) => id === thread.id)
  if (!known) return [...threads, thread]
  const there = new Set(thread.comments.map(({ id }) => id))
  const underway = known.comments.filter(({ id, sending }) => sending && !there.has(id))
  return threads.map((one) => (one === known ? { ...thread, comments: [...thread.comments, ...underway] } : one))
}

/** Shows an answer before it has arrived. */
export const begin = (threads: readonly ShownThread[], threadId: string, comment: ShownComment): ShownThread[] =>
  threads.map((one) => (one.id === threadId ? { ...one, comments: [...one.comments, { ...comment, sending: true }] } : one))

/** It did not arrive: as if it had not been said. A thread of which nothing has arrived goes too. */
export const takeBack = (threads: readonly ShownThread[], commentId: string): ShownThread[] =>
  threads
    .map((one) => {
      const comments = one.comments.filter(({ id, sending }) => id !== commentId || !sending)
      return comments.length === one.comments.length ? one : { ...one, comments }
    })
    .filter(({ comments }) => comments.length > 0)

export interface Groups {
  readonly open: readonly ShownThread[]
  /** What they were pinned to is gone. */
  readonly detached: readonly ShownThread[]
  readonly resolved: readonly ShownThread[]
}

/** Where something was said last stands first. */
export const groupsOf = (threads: readonly ShownThread[], isGone: (thread: ShownThread) => boolean): Groups => {
  const sorted = threads.filter(isLeft).sort((a, b) => lastAt(b).localeCompare(lastAt(a)))
  const open = sorted.filter(({ resolved }) => resolved === null)
  return {
    open: open.filter((one) => !isGone(one)),
    detached: open.filter(isGone),
    resolved: sorted.filter(({ resolved }) => resolved !== null),
  }
}

/** What could not be sent stands before what has been typed since. */
export const giveBack = (unsent: string, typed: string): string => (typed.trim() === '' ? unsent : `${unsent}\n${typed}`)

const excerptMax = 80

/** The beginning, on one line. */
export const excerptOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  const signs = [...line]
  return signs.length <= excerptMax ? line : `${signs.slice(0, excerptMax - 1).join('')}…`
}
