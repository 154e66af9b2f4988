import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates, type Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Line, type Role } from './line.ts'
import type { LocalStore, Tally } from './local.ts'
import { fromDevice, Outbox, type Problem } from './outbox.ts'
import { Receipts } from './receipts.ts'
import { TabSet, type Tabs } from './tabs.ts'
import './utf8.ts'

export type { Awareness, Problem, Role }

/**
 * saved    the server has all of it
 * saving   on its way
 * waiting  kept on this device; `waiting` changes wait for the network
 * failed   nobody keeps it: refused, no right, another copy of the document, or the device is full
 */
export type Status = 'saved' | 'saving' | 'waiting' | 'failed'

export interface RoomOptions {
  /** Origin of the server with the path of the door: `wss://school.kz/sync`. */
  readonly url: string
  readonly room: string
  readonly doc: Y.Doc
  readonly store?: LocalStore
  /** The tabs of one person in this browser share a socket; without it this tab has its own. */
  readonly tabs?: { readonly person: string; readonly tabs: Tabs } | null
  /** Whose page this is: a sign-in that has changed meanwhile, in another tab, must not speak for them. */
  readonly person?: string
  /** The newest shape of the document that this editor can read; a server whose document is newer says 4410. */
  readonly schema?: number
  readonly WebSocketPolyfill?: typeof WebSocket
  /** When what came close together is read together; at once if nothing is said. */
  readonly soon?: (read: () => void) => void
  /** For tests: a number from 0 to 1. */
  readonly random?: () => number
}

/** The browser's end of a room. What it says of saving is true for all tabs that have the room open. */
export interface Connection {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly status: Status
  /** Changes that the server has not called saved. */
  readonly waiting: number
  /** When the oldest of them was made, in milliseconds since 1970. */
  readonly unsyncedSince: number | null
  /** Why this device cannot keep words, if so. */
  readonly problem: Problem | null
  readonly connected: boolean
  /** The document is here: from the server, or from this device. */
  readonly ready: boolean
  /** What the server lets this connection do; null until it has said so. */
  readonly role: Role | null
  /** The room froze while this document was open in it, and all that waited is kept aside: it may hold more than the room. */
  readonly laidAside: boolean
  /** The close code after which it is no use to try again; null while it is tried. */
  readonly closedFor: number | null
  /** Which copy of the document this is; null until the server has said so. */
  readonly lineage: string | null
  /** Called after anything above has changed; returns how to stop. */
  watch(changed: () => void): () => void
  /** Resolves once everything said until now is saved on the server; rejects when that cannot be any more. */
  settled(): Promise<void>
  /** This device gives up its copy: after 4409 the next opening begins with the other one. */
  forget(): Promise<void>
  destroy(): void
}

const lookMs = 2_000
const triesBeforeAlarm = 2

/** How the socket of several tabs stands, as its leader tells it. */
interface Standing {
  readonly connected: boolean
  readonly synced: boolean
  readonly role: Role | null
  readonly refused: boolean
  readonly tries: number
  readonly lineage: string | null
  readonly tallies: ReadonlyMap<number, Tally>
}

/** What a tab has written, and whether the device could keep it. */
interface Own {
  readonly tally: Tally
  readonly problem: Problem | null
}

/** To somebody's question; of which tabs it holds how much. */
interface Answer {
  readonly to: number
  readonly held: ReadonlyMap<number, Tally>
}

type Message =
  /** A newcomer asks the leader, a new leader everybody, for what it lacks. */
  | { readonly kind: 'ask'; readonly vector: Uint8Array; readonly everybody: boolean }
  /** Words, and whose of our tabs they are; null: the server's. */
  | { readonly kind: 'words'; readonly update: Uint8Array; readonly own: Own | null; readonly answer?: Answer }
  | { readonly kind: 'shown'; readonly update: Uint8Array }
  | { readonly kind: 'standing'; readonly standing: Standing }
  | { readonly kind: 'wake' }

/** Origin of what another tab has said. */
class FromTab {
  readonly tab: number
  /** Its changes up to here; null where it repeats others. */
  readonly made: number | null
  /** Something in it was new. */
  isNews = false
  constructor(tab: number, made: number | null = null) {
    this.tab = tab
    this.made = made
  }
}

/** Origin of what tabs at another socket show: their own leader tells the server. */
const elsewhere = new FromTab(-1)

const offline: Standing = {
  connected: false,
  synced: false,
  role: null,
  refused: false,
  tries: 0,
  lineage: null,
  tallies: new Map(),
}

type Heard = (event?: { readonly persisted?: boolean }) => void
interface Hearing {
  addEventListener?(name: string, heard: Heard): void
  removeEventListener?(name: string, heard: Heard): void
}
/** A page, or a process that has none. */
const page = globalThis as Hearing & { readonly document?: Hearing }

export const connectRoom = (options: RoomOptions): Connection => new RoomConnection(options)

class RoomConnection implements Connection {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly #receipts: Receipts
  readonly #outbox: Outbox
  readonly #line: Line
  /** Null where this tab stands for itself. */
  #set: TabSet<Message> | null
  readonly #stored: boolean
  readonly #schema: number | undefined
  readonly #person: string | undefined
  readonly #watchers = new Set<() => void>()
  readonly #looking: ReturnType<typeof setInterval>
  readonly #loaded: Promise<void>
  /** Tabs that have been given everything by us, or have asked for it; what comes later they hear. */
  readonly #met = new Set<number>()
  /** The device's troubles as other tabs have met them. */
  readonly #problems = new Map<number, Problem>()
  #standing = offline
  #ready = false
  /** Another tab has shared the document with us. */
  #answered = false
  #telling = false
  #told = ''
  #destroyed = false
  /** This document has been written in, or was when the room froze. */
  #mayDiffer = false
  laidAside = false

  constructor({ url, room, doc, store, tabs, person, schema, WebSocketPolyfill = WebSocket, random = Math.random, soon }: RoomOptions) {
    this.doc = doc
    this.#stored = store !== undefined
    this.#schema = schema
    this.#person = person
    const receipts = new Receipts(doc.clientID)
    this.#receipts = receipts
    this.#outbox = new Outbox({ room, doc, receipts, store: store ?? null, send: this.#send, changed: this.#changed })
    this.#line = new Line({
      ...{ url, room, doc, receipts, WebSocketPolyfill, random, soon },
      params: this.#params,
      lineage: (lineage) => (this.#outbox.lineage = lineage),
      opened: this.#introduce,
      saved: () => this.#outbox.noteSaved(),
      ended: () => this.#set?.resign(),
      changed: this.#changed,
    })
    this.awareness = this.#line.awareness
    this.#set = tabs
      ? new TabSet<Message>({
          tabs: tabs.tabs,
          name: `sheber ${tabs.person} ${room}`,
          tab: doc.clientID,
          heard: this.#heard,
          leads: this.#leads,
          nudged: (tab) => {
            this.#meet(tab)
            this.#line.look()
          },
          left: (tab) => {
            this.#met.delete(tab)
            this.#problems.delete(tab)
            removeAwarenessStates(this.awareness, [tab], 'left')
          },
        })
      : null
    doc.on('update', this.#updated)
    this.awareness.on('update', this.#appeared)
    this.#looking = setInterval(this.#look, lookMs)
    page.addEventListener?.('online', this.#wake)
    page.addEventListener?.('pagehide', this.#sleep)
    page.addEventListener?.('pageshow', this.#rise)
    page.document?.addEventListener?.('freeze', this.#sleep)
    page.document?.addEventListener?.('resume', this.#rise)
    page.document?.addEventListener?.('visibilitychange', this.#wake)
    this.#loaded = this.#outbox.load()
    void this.#start()
  }

  async #start(): Promise<void> {
    const seated = this.#set?.sit().catch(() => {
      // A browser that has locks and does not give them.
      this.#set?.close()
      this.#set = null
    })
    await this.#loaded
    if (this.#destroyed) return
    this.#ready ||= this.#stored && this.doc.store.clients.size > 0
    this.#changed()
    await seated
    if (this.#destroyed) return
    if (this.#set === null) return this.#line.open()
    this.#ask(false)
    this.#set.stand()
  }

  get #leading(): boolean {
    return this.#set === null || this.#set.leading
  }

  /** The lead came to us, or was taken away. */
  #leads = (leading: boolean): void => {
    this.#standing = offline
    if (leading) void this.#lead()
    else this.#line.drop()
    this.#changed()
  }

  async #lead(): Promise<void> {
    await this.#loaded
    // What a tab has written before it went away is on the device, whether we have heard it or not.
    await this.#outbox.load()
    if (this.#destroyed || !this.#leading) return
    this.#ask(true)
    this.#line.open()
  }

  #ask(everybody: boolean): void {
    this.#set?.post({ kind: 'ask', vector: Y.encodeStateVector(this.doc), everybody })
  }

  #params = (): Record<string, string> => {
    const { lineage } = this.#outbox
    const { since } = this.#receipts
    return {
      ...(lineage !== null && { lineage }),
      ...(this.#person !== undefined && { person: this.#person }),
      ...(this.#schema !== undefined && { schema: String(this.#schema) }),
      // How long ago, not when: the clock of a laptop may be wrong.
      ...(since !== null && { age: String(Math.max(0, Date.now() - since)) }),
    }
  }

  #updated = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromDevice) return
    if (origin instanceof FromTab) {
      origin.isNews = true
      if (origin.made !== null && this.#leading) this.#line.send(update, origin.tab, origin.made)
      return
    }
    const others = this.#line.brought(origin)
    this.#outbox.take(update, !others)
    if (others) this.#post(() => ({ kind: 'words', update, own: null }))
    else this.#changed()
  }

  /** Own words are on the device: to the server, and to the other tabs. */
  #send = (update: Uint8Array, made: number): void => {
    if (this.#leading && !this.#receipts.carried(this.doc.clientID, made)) this.#line.send(update, this.doc.clientID, made)
    this.#post(() => ({ kind: 'words', update, own: { tally: { ...this.#receipts.own, made }, problem: this.#outbox.problem } }))
  }

  /**
   * Most people have one tab, and a class fills it with a hundred frames a second: while nobody else is known, its leader
   * copies none of them into a channel. Whoever comes asks; whoever was asleep is given everything once it is met.
   */
  #post(message: () => Message): void {
    if (this.#set && (!this.#set.leading || this.#set.others)) this.#set.post(message())
  }

  #meet(tab: number): void {
    if (!this.#leading || this.#met.has(tab)) return
    this.#met.add(tab)
    this.#answer(tab)
  }

  /** Presence: our own to the server and to all tabs, that of tabs at our socket to the server, that of others to our tabs. */
  #appeared = (change: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown): void => {
    const clients = [...change.added, ...change.updated, ...change.removed]
    const own = clients.filter((client) => client === this.doc.clientID)
    const isServers = this.#line.brought(origin)
    // What others show is not ours to repeat.
    const ours = origin instanceof FromTab ? clients.filter((client) => client === origin.tab) : isServers ? [] : clients
    const shown = [...new Set([...own, ...ours])]
    if (this.#leading && shown.length > 0) this.#line.show(shown)
    const told = isServers ? clients : own
    if (told.length > 0) this.#post(() => ({ kind: 'shown', update: encodeAwarenessUpdate(this.awareness, told) }))
  }

  /** A higher clock: others have seen us leave with this one. */
  #introduce = (): void => {
    const state = this.awareness.getLocalState()
    if (state !== null) this.awareness.setLocalState(state)
  }

  #heard = (message: Message, from: { readonly tab: number; readonly ours: boolean; readonly leader: boolean }): void => {
    // Its question is answered below with what it lacks.
    if (message.kind === 'ask') this.#met.add(from.tab)
    else this.#meet(from.tab)
    if (message.kind === 'words') this.#hear(from.tab, message)
    else if (message.kind === 'ask') {
      if (message.everybody || this.#leading) this.#answer(from.tab, message.vector)
    } else if (message.kind === 'shown') applyAwarenessUpdate(this.awareness, message.update, from.ours ? new FromTab(from.tab) : elsewhere)
    else if (message.kind === 'wake') this.#line.wake()
    else if (from.leader) this.#follow(message.standing, from.ours)
    this.#changed()
  }

  #hear(tab: number, { update, own, answer }: Extract<Message, { kind: 'words' }>): void {
    const origin = new FromTab(tab, own?.tally.made ?? null)
    Y.applyUpdate(this.doc, update, origin)
    if (answer?.to === this.doc.clientID) this.#answered = true
    for (const [one, tally] of answer?.held ?? []) this.#receipts.heard(one, tally, true)
    if (!own) return
    if (own.problem === null) this.#problems.delete(tab)
    else this.#problems.set(tab, own.problem)
    this.#receipts.heard(tab, own.tally, true)
    if (!origin.isNews && this.#leading) this.#line.pass(tab, own.tally.made)
  }

  #answer(to: number, vector?: Uint8Array): void {
    const own = { tally: this.#receipts.own, problem: this.#outbox.problem }
    const answer = { to, held: this.#receipts.heldTallies }
    this.#set?.post({ kind: 'words', own, answer, update: Y.encodeStateAsUpdate(this.doc, vector) })
    this.#told = ''
    const states = [...this.awareness.getStates().keys()]
    if (states.length > 0) this.#set?.post({ kind: 'shown', update: encodeAwarenessUpdate(this.awareness, states) })
  }

  #follow(standing: Standing, ours: boolean): void {
    for (const [tab, tally] of standing.tallies) this.#receipts.heard(tab, tally, false)
    if (!ours || this.#leading) return
    const before = this.#standing
    this.#standing = standing
    if (standing.lineage !== null) this.#outbox.lineage = standing.lineage
    if (standing.synced && this.#answered) this.#ready = true
    if (standing.connected && !before.connected) this.#introduce()
  }

  /** All that happened in this moment, once; and never the same twice, or two leaders would talk for ever. */
  #tell(): void {
    if (this.#telling || !this.#set?.leading || !this.#set.others) return
    this.#telling = true
    queueMicrotask(() => {
      this.#telling = false
      if (this.#destroyed || !this.#set?.leading) return
      const { connected, synced, role, refused, tries } = this.#line
      const { tallies } = this.#receipts
      const standing = { connected, synced, role, refused, tries, tallies, lineage: this.lineage }
      const told = JSON.stringify({ ...standing, tallies: [...tallies] })
      if (told === this.#told) return
      this.#told = told
      this.#set.post({ kind: 'standing', standing })
    })
  }

  #look = (): void => {
    if (this.#leading) this.#line.look()
    else this.#set?.look()
  }

  #wake = (): void => {
    if (this.#leading) this.#line.wake()
    else if (this.#set) {
      this.#set.look()
      this.#set.post({ kind: 'wake' })
    }
  }

  /** A page that is put away holds up nobody. */
  #sleep: Heard = () => this.#set?.resign()
  #rise: Heard = (event) => {
    if (event?.persisted !== false && this.closedFor === null) this.#set?.stand()
  }

  #changed = (): void => {
    if (this.#leading && this.#line.synced) this.#ready = true
    if (this.role === 'write' || this.waiting > 0) this.#mayDiffer = true
    else if (this.role === 'aside' && this.#mayDiffer) this.laidAside = true
    this.#tell()
    for (const changed of [...this.#watchers]) changed()
  }

  get #now(): Pick<Standing, 'connected' | 'role' | 'refused' | 'tries'> {
    return this.#leading ? this.#line : this.#standing
  }
  get waiting(): number {
    return this.#receipts.waiting
  }
  get unsyncedSince(): number | null {
    return this.#receipts.since
  }
  get problem(): Problem | null {
    const [others = null] = this.#problems.values()
    return this.#outbox.problem ?? others
  }
  get connected(): boolean {
    return this.#now.connected
  }
  get ready(): boolean {
    return this.#ready
  }
  get role(): Role | null {
    return this.#now.role
  }
  get closedFor(): number | null {
    return this.#line.closedFor
  }
  get lineage(): string | null {
    return this.#outbox.lineage
  }

  get status(): Status {
    if (this.waiting === 0) return 'saved'
    const { connected, role, refused, tries } = this.#now
    if (this.closedFor !== null || refused || role === 'read') return 'failed'
    if (connected || !this.#outbox.idle) return 'saving'
    if (this.#stored) return this.problem === null ? 'waiting' : 'failed'
    // Only this tab has it. A short break is no reason for an alarm.
    return tries > triesBeforeAlarm ? 'failed' : 'saving'
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  settled(): Promise<void> {
    return new Promise((done, failed) => {
      const isKept = this.#receipts.keeps()
      const look = () => {
        if (isKept()) done()
        else if (this.closedFor !== null || this.#destroyed || this.role === 'read')
          failed(new Error(`not saved: ${this.closedFor ?? 'closed'}`))
        else return
        stop()
      }
      const stop = this.watch(look)
      look()
    })
  }

  forget(): Promise<void> {
    return this.#outbox.forget()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    clearInterval(this.#looking)
    page.removeEventListener?.('online', this.#wake)
    page.removeEventListener?.('pagehide', this.#sleep)
    page.removeEventListener?.('pageshow', this.#rise)
    page.document?.removeEventListener?.('freeze', this.#sleep)
    page.document?.removeEventListener?.('resume', this.#rise)
    page.document?.removeEventListener?.('visibilitychange', this.#wake)
    this.doc.off('update', this.#updated)
    this.awareness.off('update', this.#appeared)
    this.#line.destroy()
    this.#set?.resign()
    // The last words go to the device, and from there by the hands of another tab.
    void this.#outbox.close().finally(() => this.#set?.close())
    this.#changed()
    this.#watchers.clear()
  }
}
