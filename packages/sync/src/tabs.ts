/** What the tabs of one browser have in common. */
export interface Tabs {
  readonly locks: Locks
  channel(name: string): Channel
}

/** What we use of Web Locks. */
export interface Locks {
  request(name: string, asked: LockAsked, granted: LockGranted): Promise<unknown>
}
export interface LockAsked {
  readonly mode?: 'exclusive' | 'shared'
  readonly ifAvailable?: boolean
  readonly steal?: boolean
  readonly signal?: AbortSignal
}
/** The lock is held until the promise resolves; null where it was only asked for if available. */
export type LockGranted = (lock: object | null) => Promise<void> | undefined

/** What is posted, every other tab hears; one tab's messages arrive in their order. */
export interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: unknown): void
  close(): void
}

interface Browser {
  readonly navigator?: { readonly locks?: Locks }
  readonly BroadcastChannel?: new (name: string) => Channel
}

/** Null where the browser has no Web Locks (also: a page that came without https): there each tab stands for itself. */
export const browserTabs = (): Tabs | null => {
  const { navigator, BroadcastChannel } = globalThis as unknown as Browser
  const locks = navigator?.locks
  return locks && BroadcastChannel ? { locks, channel: (name) => new BroadcastChannel(name) } : null
}

/** As many client ids as the server takes from one connection (`clientsPerPeerMax`). The next tab opens a further one. */
export const tabsPerSocketMax = 4
/** A leader that answers none of so many looks is frozen. */
const silentLooksMax = 3

interface Letter<Message> {
  readonly from: number
  readonly group: number
  readonly leads: boolean
  /** Null: only to say that one is there; a follower who says so is answered. */
  readonly message: Message | null
}

export interface TabSetOptions<Message> {
  readonly tabs: Tabs
  /** The same for all tabs that belong together. */
  readonly name: string
  readonly tab: number
  /** `ours`: from a tab that shares our socket. `leader`: from the one that holds it. */
  readonly heard: (message: Message, from: { readonly tab: number; readonly ours: boolean; readonly leader: boolean }) => void
  readonly leads: (leading: boolean) => void
  /** Asked for by another tab of our socket that sees little of us. */
  readonly nudged: (tab: number) => void
  /** A tab of our socket has gone, in whatever way; told to the leader. */
  readonly left: (tab: number) => void
}

/**
 * The tabs that have the same room open. Four of them share a socket, which one of them holds: the leader. All of it
 * hangs on locks that the browser takes from whoever goes away, however it goes:
 *
 *   seat 0 1 2 3 | 4 5 …   which socket a tab belongs to
 *   lead 0       | 1       who holds it; the others stand in line
 *   tab <number>           here as long as it is held
 */
export class TabSet<Message> {
  readonly #options: TabSetOptions<Message>
  readonly #channel: Channel
  readonly #watched = new Set<number>()
  #group = -1
  #leading = false
  #closed = false
  #silentLooks = 0
  #give = () => {}
  #line: AbortController | null = null
  readonly #gone = new AbortController()
  readonly #staying: Promise<void>
  #leave = () => {}

  constructor(options: TabSetOptions<Message>) {
    this.#options = options
    this.#staying = new Promise((leave) => (this.#leave = leave))
    this.#channel = options.tabs.channel(options.name)
    this.#channel.onmessage = ({ data }) => this.#hear(data as Letter<Message>)
  }

  get leading(): boolean {
    return this.#leading
  }
  /** Whether anybody would hear us. */
  get others(): boolean {
    return this.#watched.size > 0
  }

  /** Takes a seat. */
  async sit(): Promise<void> {
    await this.#hold(`tab ${this.#options.tab}`)
    let seat = 0
    while (!this.#closed && !(await this.#hold(`seat ${seat}`))) seat += 1
    this.#group = Math.floor(seat / tabsPerSocketMax)
  }

  /** Keeps a free lock for as long as we are here; false where another has it. */
  #hold(what: string): Promise<boolean> {
    return new Promise((held, failed) => {
      this.#request(what, { ifAvailable: true }, (lock) => {
        held(lock !== null)
        return lock ? this.#staying : undefined
      }).catch(failed)
    })
  }

  #request(what: string, asked: LockAsked, granted: LockGranted): Promise<unknown> {
    const { tabs, name } = this.#options
    return tabs.locks.request(`${name} ${what}`, asked, granted)
  }

  /** Gets into the line for the lead. A `stolen` one is taken from whoever does not answer. */
  stand(stolen = false): void {
    if (this.#closed || this.#line || this.#group < 0) return
    const line = new AbortController()
    this.#line = line
    this.#silentLooks = 0
    const lead = () => {
      if (line.signal.aborted) return undefined
      this.#leading = true
      const done = new Promise<void>((give) => (this.#give = give))
      this.#options.leads(true)
      return done
    }
    this.#request(`lead ${this.#group}`, stolen ? { steal: true } : { signal: line.signal }, lead).catch(() => {
      if (this.#line !== line) return
      const asleep = this.#leading
      this.resign()
      // Another has taken the lead from us while we did not answer.
      if (asleep) this.stand()
    })
  }

  /** Out of the line; the next one leads. */
  resign(): void {
    const line = this.#line
    this.#line = null
    line?.abort()
    this.#give()
    if (!this.#leading) return
    this.#leading = false
    this.#options.leads(false)
  }

  post(message: Message | null): void {
    if (this.#closed) return
    const { tab: from } = this.#options
    this.#channel.postMessage({ from, group: this.#group, leads: this.#leading, message } satisfies Letter<Message>)
  }

  /** To be called every few seconds: whether the leader is alive. */
  look(): void {
    if (this.#leading || !this.#line) return
    this.#silentLooks += 1
    if (this.#silentLooks <= silentLooksMax) return this.post(null)
    this.resign()
    this.stand(true)
  }

  #hear({ from, group, leads, message }: Letter<Message>): void {
    if (this.#closed) return
    const ours = group === this.#group
    this.#watch(from)
    if (ours && leads) this.#silentLooks = 0
    if (message !== null) this.#options.heard(message, { tab: from, ours, leader: leads })
    else if (ours && this.#leading) {
      this.post(null)
      this.#options.nudged(from)
    }
  }

  #watch(tab: number): void {
    if (this.#watched.has(tab)) return
    this.#watched.add(tab)
    this.#request(`tab ${tab}`, { mode: 'shared', signal: this.#gone.signal }, () => {
      this.#watched.delete(tab)
      this.#options.left(tab)
      return undefined
    }).catch(() => {})
  }

  close(): void {
    if (this.#closed) return
    this.resign()
    this.#closed = true
    this.#gone.abort()
    this.#leave()
    this.#channel.close()
  }
}
