import type { Task, task, TaskState } from '@sheber/contract/task'
import { ask, Refused } from '#lib/api.ts'
import { shelfHere } from '#lib/device/shelf.ts'
import { newId } from '#lib/new-id.ts'
import type { Change } from './changes.ts'
import { columnsOf, merged, readDeeds, writeDeeds, type Deed, type Person, type Refusal } from './outbox.ts'

type WithoutId<D> = D extends unknown ? Omit<D, 'id'> : never

export interface Read {
  readonly tasks: readonly Task[]
  readonly removed: readonly Task[]
}

const againMs = 10_000

/**
 * The tasks of one project as one person sees them: what the server has said, and on top of it what was done here and is not sent.
 * Each deed goes by itself and in order; each may be sent twice and is done once.
 */
export class Tasks {
  readonly #projectId: string
  readonly #me: Person
  #members = $state.raw<readonly Person[]>([])
  #known = $state.raw<readonly Task[]>([])
  #deeds = $state.raw<readonly Deed[]>([])
  #fresh = new Set<string>()
  #sending: Promise<void> | null = null
  refused = $state.raw<readonly Refusal[]>([])
  /** The last sending did not arrive. */
  away = $state(false)
  /** This browser lets nothing be kept. */
  volatile = $state(false)
  signedOut = $state(false)

  constructor(of: { readonly projectId: string; readonly me: Person; readonly members: readonly Person[]; readonly read: Read }) {
    this.#projectId = of.projectId
    this.#me = of.me
    this.#members = of.members
    this.#known = [...of.read.tasks, ...of.read.removed]
  }

  /** In the browser: what waits is sent, and again whenever there may be a network. Returns the way to stop. */
  open(): () => void {
    this.#keep(readDeeds(shelfHere(), this.#me.id, this.#projectId))
    const flush = () => void this.flush()
    flush()
    addEventListener('online', flush)
    const timer = setInterval(flush, againMs)
    return () => {
      removeEventListener('online', flush)
      clearInterval(timer)
    }
  }

  /** The page was read anew. */
  hear({ tasks, removed }: Read, members: readonly Person[]): void {
    this.#members = members
    this.#known = merged(this.#known, [...tasks, ...removed], this.#fresh)
    this.#fresh.clear()
  }

  get columns() {
    return columnsOf(this.#known, this.#deeds, { me: this.#me, projectId: this.#projectId, members: this.#members })
  }
  get waiting() {
    return this.#deeds.length
  }
  /** What the server knows of it; undefined: nothing yet. */
  known(taskId: string): Task | undefined {
    return this.#known.find(({ id }) => id === taskId)
  }
  get removed() {
    return this.#known.filter(({ id, removedAt }) => removedAt !== null && !this.#deeds.some((one) => one.taskId === id))
  }

  add(title: string, people: readonly string[] = []): string {
    const taskId = newId()
    this.#do({ kind: 'add', taskId, title, state: 'todo', people, at: new Date().toISOString() })
    return taskId
  }
  move(taskId: string, state: TaskState, after?: string | null): void {
    this.#do({ kind: 'move', taskId, state, ...(after !== undefined && { after }) })
  }
  change(taskId: string, change: Change): void {
    this.#do({ kind: 'change', taskId, change })
  }
  remove(taskId: string): void {
    this.#do({ kind: 'remove', taskId })
  }
  restore(taskId: string): void {
    this.#do({ kind: 'restore', taskId })
  }

  /** Read and done with. */
  dismiss({ deed }: Refusal): void {
    this.refused = this.refused.filter((one) => one.deed.id !== deed.id)
  }

  /** The words that were refused once more, over those that were read since. */
  insist(refusal: Refusal): void {
    const { deed } = refusal
    const stands = this.known(deed.taskId)
    this.dismiss(refusal)
    if (deed.kind !== 'change' || !stands) return
    const { title, words, ...rest } = deed.change
    this.change(deed.taskId, {
      ...rest,
      ...(title && { title: { was: stands.title, now: title.now } }),
      ...(words && { words: { was: stands.words, now: words.now } }),
    })
  }

  flush(): Promise<void> {
    return (this.#sending ??= this.#send().finally(() => (this.#sending = null)))
  }

  #do(deed: WithoutId<Deed>): void {
    this.#keep([...this.#read(), { ...deed, id: newId() } as Deed])
    void this.flush()
  }

  async #send(): Promise<void> {
    for (let deed = this.#deeds[0]; deed; deed = this.#deeds[0]) {
      try {
        this.#put(await this.#deliver(deed))
        this.#drop(deed)
        this.away = false
        this.signedOut = false
      } catch (no) {
        if (!(no instanceof Refused)) throw no
        this.signedOut = no.status === 401
        // Not now: the network, the server, or a sign-in that is over. It waits.
        if (no.status === 0 || no.status === 401 || no.status === 429 || no.status >= 500) {
          this.away = true
          return
        }
        await this.#refuse(deed, no)
      }
    }
  }

  async #refuse(deed: Deed, no: Refused): Promise<void> {
    // What stands there now is what one has to choose against.
    await ask<typeof task.look>(fetch, 'GET', '/api/task/:taskId', { params: { taskId: deed.taskId } }).then(
      (now) => this.#put(now.task),
      () => undefined,
    )
    this.refused = [...this.refused, { deed, code: no.problem.code, why: no.problem.message }]
    this.#drop(deed)
  }

  #deliver(deed: Deed): Promise<Task> {
    const params = { taskId: deed.taskId }
    switch (deed.kind) {
      case 'add': {
        const body = { id: deed.taskId, title: deed.title, state: deed.state, people: [...deed.people] }
        return ask<typeof task.add>(fetch, 'POST', '/api/project/:projectId/task', { params: { projectId: this.#projectId }, body })
      }
      case 'move': {
        const body = { state: deed.state, ...(deed.after !== undefined && { after: deed.after }) }
        return ask<typeof task.move>(fetch, 'POST', '/api/task/:taskId/move', { params, body })
      }
      case 'change':
        return ask<typeof task.change>(fetch, 'PATCH', '/api/task/:taskId', { params, body: deed.change })
      case 'remove':
        return ask<typeof task.remove>(fetch, 'DELETE', '/api/task/:taskId', { params })
      case 'restore':
        return ask<typeof task.restore>(fetch, 'POST', '/api/task/:taskId/restore', { params })
    }
  }

  #put(one: Task): void {
    this.#fresh.add(one.id)
    this.#known = [...this.#known.filter(({ id }) => id !== one.id), one]
  }

  #drop(deed: Deed): void {
    this.#keep(this.#read().filter(({ id }) => id !== deed.id))
  }

  /** Another tab of this browser may have done something: what is there now is added to, not what was read once. */
  #read(): readonly Deed[] {
    return this.volatile ? this.#deeds : readDeeds(shelfHere(), this.#me.id, this.#projectId)
  }

  #keep(deeds: readonly Deed[]): void {
    this.#deeds = deeds
    this.volatile = !writeDeeds(shelfHere(), this.#me.id, this.#projectId, deeds)
  }
}
