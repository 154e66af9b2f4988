import { comment, type CommentKind, type Place } from '@sheber/contract/comment'
import { refuse } from '@sheber/contract/refusal'
import { admitComment, cleanComment, newlyMentioned } from '@sheber/domain/comment'
import type { Tx } from '@sheber/db/open'
import { change, type Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import type { ThingOfProject } from '../project/project.thing.ts'
import { insertTold, speakersIn } from './comment.told.ts'
import { countComments, insertComment, lockComment, membersAmong, settleThread, updateComment } from './comment.store.ts'

export interface Said {
  readonly id: string
  readonly boardId: string
  readonly threadId: string
  readonly kind: CommentKind
  readonly text: string
  readonly mentions: readonly string[]
  /** Where the first of a thread is pinned. */
  readonly pin?: Place & { readonly thingId: string | null }
}

type Named = Omit<Parameters<typeof comment.mentioned.topics>[0], 'personId'>

interface Told {
  readonly named: Named
  readonly mentioned: readonly string[]
  readonly answered?: readonly string[]
  readonly at: Date
}

/** Each is told once, and nobody of their own words. */
const tellEach = async (tx: Tx, tell: Tell, { named, mentioned, answered = [], at }: Told) => {
  const { commentId, byId } = named
  const called = new Set(mentioned)
  const told = [
    ...mentioned.map((personId) => ({ personId, why: 'mention' as const })),
    ...answered.filter((id) => !called.has(id)).map((personId) => ({ personId, why: 'answer' as const })),
  ].filter(({ personId }) => personId !== byId)
  await insertTold(
    tx,
    told.map((one) => ({ ...one, commentId, createdAt: at })),
  )
  for (const { personId, why } of told) await tell(why === 'mention' ? comment.mentioned : comment.answered, { ...named, personId })
}

/** Opens a thread or answers in one. Its author may send it again when no answer came: it is said once. */
export const sayComment = async (services: Services, { id: projectId, teamId }: ThingOfProject, byId: string, said: Said) => {
  const { clock } = services
  const { id, boardId, threadId, kind, mentions, pin } = said
  const now = clock.now()
  const text = cleanComment(said.text) || refuse('input')
  await change(services, byId, async (tx, tell) => {
    const row = { id, boardId, threadId, kind, text, mentions: [...mentions], personId: byId, createdAt: now, ...pin }
    if (!(await insertComment(tx, row))) {
      const there = await lockComment(tx, boardId, id)
      return there?.personId === byId && there.threadId === threadId ? undefined : refuse('input')
    }
    admitComment(await countComments(tx, row, new Date(now.getTime() - 60_000)))
    const fresh = newlyMentioned(mentions, await membersAmong(tx, teamId, mentions))
    const thread = { boardId, projectId, threadId }
    if (!pin && (await settleThread(tx, threadId, null))) await tell(comment.reopened, thread)
    await tell(comment.written, { ...thread, commentId: id })
    const answered = pin ? [] : await membersAmong(tx, teamId, await speakersIn(tx, threadId, id))
    await tellEach(tx, tell, { named: { ...thread, commentId: id, byId }, mentioned: fresh, answered, at: now })
  })
}

/** Returns the thread in which it stands. */
export const editComment = (
  services: Services,
  { id: projectId, teamId }: ThingOfProject,
  byId: string,
  { id, boardId, mentions, ...asked }: Pick<Said, 'id' | 'boardId' | 'text' | 'mentions'>,
): Promise<string> =>
  change(services, byId, async (tx, tell) => {
    const { threadId, removedAt, ...before } = (await lockComment(tx, boardId, id)) ?? refuse('not-found')
    if (removedAt) return refuse('not-found')
    const text = cleanComment(asked.text) || refuse('input')
    if (text === before.text) return threadId
    const fresh = newlyMentioned(mentions, await membersAmong(tx, teamId, mentions), before.mentions)
    await updateComment(tx, id, { text, mentions: [...mentions], editedAt: services.clock.now() })
    const named = { boardId, projectId, threadId, commentId: id }
    await tell(comment.changed, named)
    await tellEach(tx, tell, { named: { ...named, byId }, mentioned: fresh, at: services.clock.now() })
    return threadId
  })

/** Out of sight, or back by the same hand. Returns the thread in which it stands. */
export const setRemoved = (
  services: Services,
  { id: projectId }: ThingOfProject,
  byId: string,
  { id, boardId, removed }: { id: string; boardId: string; removed: boolean },
): Promise<string> =>
  change(services, byId, async (tx, tell) => {
    const { threadId, removedAt } = (await lockComment(tx, boardId, id)) ?? refuse('not-found')
    if ((removedAt !== null) === removed) return threadId
    await updateComment(tx, id, removed ? { removedAt: services.clock.now(), removedBy: byId } : { removedAt: null, removedBy: null })
    await tell(comment.changed, { boardId, projectId, threadId, commentId: id })
    return threadId
  })

export const setResolved = (
  services: Services,
  { id: projectId }: ThingOfProject,
  byId: string,
  { boardId, threadId, resolved }: { boardId: string; threadId: string; resolved: boolean },
): Promise<void> =>
  change(services, byId, async (tx, tell) => {
    const isNews = await settleThread(tx, threadId, resolved ? { at: services.clock.now(), by: byId } : null)
    if (isNews) await tell(resolved ? comment.resolved : comment.reopened, { boardId, projectId, threadId })
  })
