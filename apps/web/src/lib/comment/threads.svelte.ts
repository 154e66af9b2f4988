import type { comment, Comment, CommentKind, MayComment, Place, Thread } from '@sheber/contract/comment'
import type { Asked } from '@sheber/contract/kit'
import { cleanComment } from '@sheber/domain/comment'
import { Refused } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { hearComments } from './hear.ts'
import { begin, giveBack, put, takeBack, type ShownThread } from './list.ts'
import { mentionsIn, type Named } from './mention.ts'
import { postOf, type Post } from './post.ts'

/** Where a new thread is to be pinned. */
export interface NewPin {
  /** Null: to the paper itself. */
  readonly thingId: string | null
  /** In the world: where the thing is now. */
  readonly place: Place
}

export interface AboutComments {
  readonly boardId: string
  readonly projectId: string
  readonly me: Named
  /** The team: whom one can call. */
  readonly members: readonly Named[]
  /** Absent: the server's. */
  readonly post?: Post
}

const nothing: MayComment = { write: false, note: false, resolve: false, moderate: false }
const isRefused = (why: unknown) => (why instanceof Refused ? undefined : Promise.reject(why as Error))

/** Everything said about one board: loaded once, kept up to date by the news. */
export class Threads {
  readonly about: AboutComments
  readonly #post: Post
  /** How often a thread is known to have changed: a look that began before is looked at again. */
  readonly #changes = new Map<string, number>()
  readonly #looking = new Set<string>()
  #loading: Promise<void> | null = null
  #unhear: (() => void) | undefined
  #closed = false

  all = $state.raw<readonly ShownThread[]>([])
  may = $state.raw(nothing)
  state = $state<'loading' | 'ready' | 'failed'>('loading')
  /** What has been typed and not sent, by thread; `new` is for one that is not there yet. */
  drafts = $state<Record<string, string>>({})

  constructor(about: AboutComments) {
    this.about = about
    this.#post = about.post ?? postOf(about.boardId)
  }

  /** Asked again after a failure, and whenever somebody opens the panel. */
  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = null))
    return this.#loading
  }

  close() {
    this.#closed = true
    this.#unhear?.()
  }

  async #load() {
    try {
      const { threads, may, position } = await this.#post.list()
      if (this.#closed) return
      const known = this.all
      const underway = known.filter(({ comments }) => comments[0]?.sending)
      this.all = threads.map((thread) => put(known, thread).find(({ id }) => id === thread.id) ?? thread).concat(underway)
      this.may = may
      this.state = 'ready'
      if (!this.about.post) this.#unhear ??= hearComments(this.about, position, (threadId) => this.hear(threadId))
    } catch (why) {
      if (this.all.length === 0) this.state = 'failed'
      await isRefused(why)
    }
  }

  /** Something changed in this thread, by anybody's hand. */
  hear(threadId: string) {
    this.#count(threadId)
    if (this.#looking.has(threadId)) return
    this.#looking.add(threadId)
    void this.#look(threadId)
      .catch(isRefused)
      .finally(() => this.#looking.delete(threadId))
  }

  async #look(threadId: string) {
    for (;;) {
      const before = this.#changes.get(threadId)
      const thread = await this.#post.look(threadId)
      if (this.#changes.get(threadId) !== before) continue
      this.all = put(this.all, thread)
      return
    }
  }

  #count(threadId: string) {
    this.#changes.set(threadId, (this.#changes.get(threadId) ?? 0) + 1)
  }

  #take(thread: Thread) {
    this.#count(thread.id)
    this.all = put(this.all, thread)
  }

  #said(text: string, kind: CommentKind): Asked<typeof comment.answer>['body'] {
    const cleaned = cleanComment(text)
    return { id: newId(), kind, text: cleaned, mentions: mentionsIn(cleaned, this.about.members).slice(0, 20) }
  }

  #shown({ mentions, ...said }: Asked<typeof comment.answer>['body']): Comment {
    const { me, members } = this.about
    return {
      ...said,
      by: { ...me },
      at: new Date().toISOString(),
      editedAt: null,
      removedAt: null,
      mentions: members.filter(({ id }) => mentions.includes(id)).map(({ id, name }) => ({ id, name })),
    }
  }

  /** Shown at once. What could not be sent is taken back, and stands in its field again. */
  async #send(key: string, commentId: string, carry: () => Promise<Thread>) {
    const unsent = this.drafts[key] ?? ''
    this.drafts[key] = ''
    try {
      this.#take(await carry())
    } catch (why) {
      this.all = takeBack(this.all, commentId)
      this.drafts[key] = giveBack(unsent, this.drafts[key] ?? '')
      throw why
    }
  }

  /** Opens a thread with what stands in the draft `new`; `begun` is told its id before it has arrived. */
  async write(pin: NewPin, kind: CommentKind, begun: (threadId: string) => void): Promise<void> {
    const said = this.#said(this.drafts['new'] ?? '', kind)
    if (!said.text) return
    this.all = [...this.all, { id: said.id, ...pin, resolved: null, comments: [{ ...this.#shown(said), sending: true }] }]
    begun(said.id)
    await this.#send('new', said.id, () => this.#post.write({ ...said, ...pin }))
  }

  async answer(threadId: string, kind: CommentKind): Promise<void> {
    const said = this.#said(this.drafts[threadId] ?? '', kind)
    if (!said.text) return
    this.all = begin(this.all, threadId, this.#shown(said))
    await this.#send(threadId, said.id, () => this.#post.answer(threadId, said))
  }

  async edit(commentId: string, written: string): Promise<void> {
    const { text, mentions } = this.#said(written, 'comment')
    if (text) this.#take(await this.#post.edit(commentId, { text, mentions }))
  }

  async remove(commentId: string): Promise<void> {
    this.#take(await this.#post.remove(commentId))
  }

  async restore(commentId: string): Promise<void> {
    this.#take(await this.#post.restore(commentId))
  }

  async resolve(threadId: string): Promise<void> {
    this.#take(await this.#post.resolve(threadId))
  }

  /** Where it cannot be said now, it is said with the next look. */
  async read(threadId: string): Promise<void> {
    await this.#post.read(threadId).catch(isRefused)
  }

  async reopen(threadId: string): Promise<void> {
    this.#take(await this.#post.reopen(threadId))
  }
}
