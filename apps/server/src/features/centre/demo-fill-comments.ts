import { comment, commentTold } from '@sheber/db/schema'
import type { Tx } from '@sheber/db/open'
import type { Services } from '../../services.ts'
import { boards, placeNotes } from './demo-boards.ts'
import { comments, type DemoThread } from './demo-comments.ts'
import type { projects } from './demo-projects.ts'

interface OnBoard {
  readonly word: keyof typeof projects
  readonly boardId: string
  readonly members: readonly { readonly name: string; readonly personId: string }[]
}

/** Threads as they would stand there had their people written them, and whom each was told to. */
export const fillComments = async (tx: Tx, services: Services, on: OnBoard): Promise<void> => {
  for (const thread of comments[on.word] ?? []) await fillThread(tx, services, on, thread)
}

const fillThread = async (tx: Tx, { newId, clock }: Services, { word, boardId, members }: OnBoard, { on, said, resolved }: DemoThread) => {
  const idOf = (name: string) => members.find((one) => one.name === name)?.personId as string
  const hoursAgo = (hours: number) => new Date(clock.now().getTime() - hours * 3_600_000)
  const [cluster, nth] = on
  const pinned = placeNotes(boards[word]).find(({ id }) => id === `demo-note-${cluster}-${nth}`)
  const threadId = newId()
  const heard = new Set<string>()
  for (const [i, { author, text, hoursAgo: ago, note }] of said.entries()) {
    const [id, personId, createdAt] = [i === 0 ? threadId : newId(), idOf(author), hoursAgo(ago)]
    const mentions = members.filter(({ name }) => text.includes(`@${name}`)).map((one) => one.personId)
    const first = i === 0 && pinned && { thingId: pinned.id, x: pinned.x + pinned.w, y: pinned.y }
    const settled = i === 0 && resolved && { resolvedAt: hoursAgo((said.at(-1)?.hoursAgo ?? 0) - 1), resolvedBy: idOf(resolved) }
    const row = { id, boardId, threadId, kind: note ? ('note' as const) : ('comment' as const), text, personId, createdAt, mentions }
    await tx.insert(comment).values({ ...row, ...first, ...settled })
    const called = new Set(mentions)
    const told = [
      ...mentions.map((one) => ({ personId: one, why: 'mention' as const })),
      ...[...heard].filter((one) => !called.has(one)).map((one) => ({ personId: one, why: 'answer' as const })),
    ].filter((one) => one.personId !== personId)
    if (told.length > 0) await tx.insert(commentTold).values(told.map((one) => ({ ...one, commentId: id, createdAt })))
    heard.add(personId)
  }
}
