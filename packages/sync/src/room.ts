import * as Y from 'yjs'
import { elapsed } from './clock.ts'
import { Company } from './company.ts'
import { dropPending, Gate, reachOf } from './gate.ts'
import type { Answer, Host, Shown } from './host.ts'
import type { Findings } from './inspect.ts'
import { Ledger } from './ledger.ts'
import { closes } from './limits.ts'
import { Manuscript, type Deleted } from './manuscript.ts'
import { beatFrame, ProtocolError, readFrame, updateFrame, type Frame } from './protocol.ts'
import { Seat } from './seat.ts'
import { merged, onlyAuthor, rowsOf, type Fresh, type Origin } from './turn.ts'
import { FullAside, type Author, type Entry, type Peer, type Right, type UpdateKind } from './types.ts'

export type { Answer, Shown, Trouble } from './host.ts'

interface Unread {
  readonly seat: Seat
  readonly update: Uint8Array
  /** What is not even an update is refused before it waits. */
  readonly found: Findings
  /** The frame it came in. */
  readonly bytes: Uint8Array
}

interface Reading {
  readonly relayed: boolean
  readonly found: Findings
  /** What the transaction that it is part of has deleted until now; null where it is one of its own. */
  readonly deleted: Deleted | null
}

/** One document, its peers, its log. */
export class Room {
  readonly name: string
  readonly #host: Host
  readonly #gate: Gate
  readonly #company: Company
  readonly #ledger: Ledger
  readonly #seats = new Map<string, Seat>()
  readonly #unlisten: () => void
  readonly #manuscript: Manuscript
  /** Receipts to be given once everything before them is in the log. */
  #owed = new Map<Seat, number>()
  /** Receipts to be given in the next turn: everything before them is in the log. */
  #due = new Map<Seat, number>()
  #presenceIsDue = false
  /** Connections to ask again once something has changed. */
  #asking = new Set<Seat>()
  /** Updates of this turn, in the order in which they came: they are read together at its end. */
  #unread: Unread[] = []
  #state: 'open' | 'closing' | 'fallen' = 'open'
  #rereading: { readonly done: Promise<void>; readonly frames: [Peer, Uint8Array][] } | null = null
  #compacting = false
  #quietSince: number
  #wroteAt: number

  /** Resolves once everything in the log is in the document: until then nobody is answered. */
  static async open(host: Host, name: string): Promise<Room> {
    const room = new Room(host, name)
    try {
      await room.#ledger.look()
    } catch (why) {
      room.#shut()
      throw why
    }
    return room
  }

  private constructor(host: Host, name: string) {
    this.name = name
    this.#host = host
    this.#gate = new Gate(host.limits, host.roots(name))
    this.#company = new Company(name, host)
    this.#manuscript = new Manuscript((origin) => {
      // While a room is being opened there is nobody to tell.
      const matters = origin !== null || this.#seats.size > 0
      if (matters) host.soon(this)
      return matters
    })
    this.#ledger = new Ledger(
      host,
      name,
      ({ bytes }) => {
        this.#manuscript.apply(bytes, null)
        this.#gate.grew(bytes.length)
      },
      (owners) => this.#gate.remember(owners),
    )
    this.#quietSince = this.#wroteAt = host.clock.now()
    // R1: we listen before we read; an update between the two would otherwise reach nobody.
    this.#unlisten = host.bus.listen(name, {
      rang: (position) => {
        if (position > this.#ledger.position) this.look().catch((why: unknown) => this.#report('look', why))
      },
      whispered: (bytes) => {
        if (this.#company.overhear(bytes)) this.#host.show(this)
      },
      missed: () => {
        this.#company.ask()
        this.look().catch((why: unknown) => this.#report('look', why))
      },
    })
    this.#company.ask()
  }

  /** False where there is no place: the connection has been closed with the reason. */
  join(peer: Peer): boolean {
    const { peersMax } = this.#host.limits
    if (this.#state !== 'open') peer.close(this.#state === 'closing' ? closes.restart : closes.tryLater, 'try again later')
    else if (this.#seats.size >= peersMax) peer.close(closes.tryLater, `more than peersMax ${peersMax}`)
    else {
      const seat = new Seat(peer)
      this.#seats.set(peer.id, seat)
      seat.give(peer.may)
      return true
    }
    return false
  }

  leave(peer: Peer): void {
    const seat = this.#seats.get(peer.id)
    if (!seat || seat.peer !== peer) return
    this.#seats.delete(peer.id)
    this.#asking.delete(seat)
    this.#company.left(peer.id)
    this.touch()
    // At once: a hand that stays on the paper looks like somebody who is still there.
    if (this.#state !== 'fallen') this.#tellPresence()
  }

  /** A frame that breaks the protocol closes its own connection and touches nobody else. */
  receive(peer: Peer, bytes: Uint8Array): void {
    const seat = this.#seats.get(peer.id)
    if (!seat || seat.peer !== peer || this.#state !== 'open') return
    const { frameBytesMax, waitingFramesMax } = this.#host.limits
    if (bytes.length > frameBytesMax) return this.#expel(seat, closes.tooLarge, `more than frameBytesMax ${frameBytesMax}`)
    if (this.#rereading) {
      if (this.#rereading.frames.push([peer, bytes]) > waitingFramesMax) this.#expel(seat, closes.tryLater, 'busy')
      return
    }
    this.#carefully(seat, () => {
      const frame = readFrame(bytes)
      if (frame.type === 'update') this.#keepUnread({ seat, update: frame.update, found: this.#gate.inspect(frame.update), bytes })
      else this.#take(seat, frame, bytes)
    })
  }

  #carefully(seat: Seat, doing: () => void): void {
    try {
      doing()
    } catch (why) {
      if (!(why instanceof ProtocolError)) this.#report('receive', why)
      this.#expel(seat, closes.badFrame, why instanceof ProtocolError ? why.message : 'bad frame')
    }
  }

  #keepUnread(one: Unread): void {
    this.#unread.push(one)
    this.#host.soon(this)
  }

  #expel(seat: Seat, code: number, reason: string): void {
    seat.expelled = true
    this.leave(seat.peer)
    seat.close(code, reason)
  }

  #take(seat: Seat, frame: Exclude<Frame, { type: 'update' }>, bytes: Uint8Array): void {
    if (frame.type === 'ask') this.#introduce(seat)
    else if (frame.type === 'awareness') {
      const own = frame.states.filter(({ client }) => (this.#gate.owner(client) ?? seat.who) === seat.who)
      const taken = this.#company.heard({ id: seat.peer.id, who: seat.who, shown: seat.peer.shown }, own)
      for (const client of taken) this.#gate.bind(client, seat.who)
      if (taken.length > 0) this.#host.show(this)
    } else {
      // T4: what came before it counts before it.
      this.#readAll()
      if (seat.expelled) return
      if (frame.type === 'step1') this.#answer(seat, frame.vector)
      else if (this.#rereading) this.#rereading.frames.push([seat.peer, bytes])
      else this.#weigh(seat, frame.update, null, null)
    }
  }

  /** `found` in an update; null: it is a step 2, which may carry what others wrote. */
  #weigh(seat: Seat, update: Uint8Array, found: Findings | null, deleted: Deleted | null): void {
    const relayed = found === null
    const answers = relayed && seat.asked
    seat.received += 1
    if (relayed) seat.asked = false
    if (seat.peer.may === 'aside') this.#lay(seat, update, answers)
    // R5: dropped, not punished. An honest reader answers step 1 like everybody else.
    else if (seat.peer.may === 'read') seat.held = true
    else if (found) this.#write(seat, update, { relayed, found, deleted })
    else if (this.#manuscript.hasNoNews(update)) this.#owe(seat, relayed)
    else this.#write(seat, update, { relayed, found: this.#gate.inspect(update), deleted })
  }

  /** T4: each as if it had come alone; what many wrote is one transaction of the document. */
  #readAll(): void {
    const unread = this.#unread
    if (unread.length === 0) return
    this.#unread = []
    const writers = new Set(unread.map(({ seat }) => seat).filter(({ peer }) => peer.may === 'write'))
    if (unread.length === 1 || writers.size === 0) return this.#readInOrder(unread, null)
    const before = this.#manuscript.news
    try {
      this.#manuscript.together((deleted) => this.#readInOrder(unread, deleted))
    } catch (why) {
      // It was found out too late whose it was: all of them bring their words again, by a step 2 of their own.
      this.#report('read together', why)
      for (const seat of writers) this.#expel(seat, closes.tryLater, 'try again later')
      this.#purge(before)
    }
  }

  #readInOrder(unread: readonly Unread[], deleted: Deleted | null): void {
    for (const { seat, update, found, bytes } of unread)
      if (this.#rereading) this.#rereading.frames.push([seat.peer, bytes])
      else if (!seat.expelled) this.#carefully(seat, () => this.#weigh(seat, update, found, deleted))
  }

  #answer(seat: Seat, vector: Uint8Array): void {
    seat.send(this.#manuscript.answer(vector))
    if (seat.greeted) return
    seat.greeted = true
    this.#ask(seat)
    this.#introduce(seat)
  }

  #introduce(seat: Seat): void {
    const everybody = this.#company.everybody()
    if (everybody) seat.send(everybody)
  }

  /** Asks a browser for everything the document lacks. One question at a time. */
  #ask(seat: Seat): void {
    if (seat.asked) return
    seat.asked = true
    seat.send(this.#manuscript.question())
  }

  #write(seat: Seat, update: Uint8Array, { relayed, found, deleted }: Reading): void {
    const { peer, who } = seat
    const present = (client: number) => (this.#company.speaker(client) ?? peer.id) !== peer.id
    const { doc } = this.#manuscript
    const verdict = this.#gate.judge(doc, found, update.length, { who, relayed, present })
    if (verdict === 'too-large')
      return this.#expel(seat, closes.tooLarge, `more than documentBytesMax ${this.#host.limits.documentBytesMax}`)
    if (verdict === 'missing' || verdict === 'foreign') return this.#hold(seat, verdict === 'missing')
    const before = this.#manuscript.news
    const doneAt = relayed ? this.#doneAt(peer) : null
    const clients = peer.person === null ? [] : this.#gate.unlogged(found, who)
    const origin: Origin = { person: peer.person, session: peer.session, kind: 'edit', seat, doneAt, clients }
    const had = deleted && reachOf(doc, deleted, found)
    try {
      this.#manuscript.apply(update, origin)
      if (this.#gate.tooDeep(doc, found)) throw new ProtocolError('nested too deeply')
    } catch (why) {
      this.#purge(before)
      throw why
    }
    this.#gate.grew(update.length)
    this.#wroteAt = this.#host.clock.now()
    const waits = dropPending(doc)
    if (deleted && had !== reachOf(doc, deleted, found)) {
      // Half of it is in the document, and only Yjs could say which half.
      if (waits) this.#purge(before)
      else this.#manuscript.note(update, origin)
    }
    if (waits || verdict === 'partly') return this.#hold(seat, !relayed)
    this.#owe(seat, relayed)
  }

  /** When offline work was done: the device's own word, but neither in the future nor before anybody could have. */
  #doneAt({ oldestMs }: Peer): number | null {
    const { offlineMsMin, offlineMsMax } = this.#host.limits
    if (oldestMs === undefined || oldestMs < offlineMsMin) return null
    return this.#host.clock.now() - Math.min(oldestMs, offlineMsMax)
  }

  /**
   * A frozen room: what came too late is laid beside it, for its author alone. Only the answer to our own question is
   * looked at, because a copy of the document has to be made for it.
   */
  #lay(seat: Seat, update: Uint8Array, answers: boolean): void {
    if (!answers) return this.#hold(seat, true)
    seat.held = false
    if (this.#manuscript.hasNoNews(update)) return this.#owe(seat, true)
    const { triesAsideMax } = this.#host.limits
    if ((seat.triedAside += 1) > triesAsideMax) return this.#expel(seat, closes.tryLater, `more than triesAsideMax ${triesAsideMax}`)
    const found = this.#gate.inspect(update)
    const { brings, waits } = this.#manuscript.tryOut(update, (copy) => {
      if (this.#gate.tooDeep(copy, found)) throw new ProtocolError('nested too deeply')
    })
    if (waits) return void (seat.held = true)
    const { person, session } = seat.peer
    if (!brings || person === null) return this.#owe(seat, true)
    const aside = { room: this.name, person, session, bytes: brings, at: this.#host.clock.now(), doneAt: this.#doneAt(seat.peer) }
    const count = seat.received
    Promise.all([this.#ledger.written(), this.#host.storage.keepAside(aside)]).then(
      () => this.#seats.get(seat.peer.id) === seat && seat.receipt(count),
      (why: unknown) => {
        if (why instanceof FullAside) return this.#expel(seat, closes.tooLarge, why.message)
        this.#report('keep aside', why)
        this.#expel(seat, closes.tryLater, 'try again later')
      },
    )
  }

  /** A receipt, once everything before it is in the log. What was held came with step 2, if it came. */
  #owe(seat: Seat, relayed: boolean): void {
    if (relayed) seat.held = false
    if (seat.held) return
    this.#owed.set(seat, seat.received)
    this.#host.soon(this)
  }

  /** Not taken: the browser keeps it and is asked for all of it, at once or when something has changed. */
  #hold(seat: Seat, atOnce: boolean): void {
    seat.held = true
    if (atOnce) this.#ask(seat)
    else this.#asking.add(seat)
  }

  /** Sends, logs and acknowledges what happened since the last time. Called once per turn, so that all of it may be one write. */
  flush(): void {
    if (this.#state === 'fallen') return
    this.#readAll()
    const { fresh, told } = this.#manuscript.takeFresh()
    if (fresh.length > 0) this.#spread(fresh, told)
    if (this.#presenceIsDue) this.#tellPresence()
    this.#giveReceipts()
    this.#log(fresh)
    for (const seat of this.#asking) if (!fresh.every(({ origin }) => origin?.seat === seat)) this.#askAgain(seat)
  }

  /** Out of turn. */
  #flushNow(): void {
    this.flush()
    this.#host.commits.note()
  }

  /** Cursors and names: slower than words, because there are many more of them; and with words, where there are any. */
  presenceDue(): void {
    if (!this.#company.hasChanged) return
    this.#presenceIsDue = true
    this.#host.soon(this)
  }

  #tellPresence(): void {
    this.#presenceIsDue = false
    const told = this.#company.tell(this.#seats.values())
    if (told === 'later') this.#host.show(this)
    if (told === 'told') for (const seat of this.#asking) this.#askAgain(seat)
  }

  #askAgain(seat: Seat): void {
    this.#asking.delete(seat)
    this.#ask(seat)
  }

  /** One frame for everybody; whoever alone wrote all of it need not hear it. */
  #spread(fresh: readonly Fresh[], told: Uint8Array | null): void {
    const frame = updateFrame(told ?? merged(fresh))
    const author = onlyAuthor(fresh)
    for (const seat of this.#seats.values()) if (seat !== author && seat.greeted) seat.send(frame)
  }

  #log(fresh: readonly Fresh[]): void {
    const owed = this.#owed
    const rows = rowsOf(this.name, fresh, this.#host.clock.now())
    if (rows.length === 0 && owed.size === 0) return
    this.#owed = new Map()
    const give = () => {
      for (const [seat, count] of owed) this.#due.set(seat, count)
      this.#host.soon(this)
      if (this.#ledger.rows >= this.#host.limits.rowsBeforeCompaction) this.compact().catch((why: unknown) => this.#report('compact', why))
    }
    this.#ledger.write(rows).then(give, (why: unknown) => this.#fall('log refused', why))
    if (this.#ledger.waitingBytes > this.#host.limits.backlogBytesMax) this.#fall('log too slow', new Error('more than backlogBytesMax'))
  }

  #giveReceipts(): void {
    for (const [seat, count] of this.#due) if (this.#seats.get(seat.peer.id) === seat) seat.receipt(count)
    this.#due.clear()
  }

  /** Resolves once everything that has been said until now is durable. */
  async settled(): Promise<void> {
    if (this.#state === 'fallen') throw new Error(`the room ${this.name} was closed`)
    this.#flushNow()
    await this.#ledger.written()
  }

  async look(): Promise<void> {
    await this.#rereading?.done
    await this.#ledger.look()
  }

  /** What one process acknowledged, every process can read (R7). */
  async read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    this.touch()
    await this.look()
    await this.settled()
    this.#wroteAt = this.#host.clock.now()
    return reader(this.#manuscript.doc)
  }

  /** The whole as the log has it, and up to where. */
  async snapshot(): Promise<Entry> {
    this.touch()
    await this.settled()
    return this.#ledger.whole()
  }

  /** A transaction of the server itself, durable once resolved. If `writer` throws, nothing was written. */
  async write<T>(author: Author, kind: UpdateKind, writer: (doc: Y.Doc) => T): Promise<T> {
    this.touch()
    await this.look()
    this.#readAll()
    const { result, change } = this.#manuscript.draft(writer)
    if (change && this.#state !== 'fallen') this.#manuscript.apply(change, { ...author, kind, seat: null, doneAt: null, clients: [] })
    await this.settled()
    return result
  }

  /** Something got into the document that it cannot live with. What was neither logged nor sent is forgotten: all is read again. */
  #purge(goodUntil: number): void {
    this.#manuscript.forgetFresh(goodUntil)
    this.#flushNow()
    const frames: [Peer, Uint8Array][] = []
    this.#rereading = { frames, done: this.#reread(frames) }
  }

  async #reread(frames: readonly [Peer, Uint8Array][]): Promise<void> {
    try {
      await this.#ledger.written()
      await this.#ledger.reread(() => {
        this.#manuscript.clear()
        this.#gate.emptied()
      })
    } catch (why) {
      return this.#fall('read again', why)
    }
    this.#rereading = null
    for (const [peer, bytes] of frames) this.receive(peer, bytes)
  }

  /** R4: memory that is ahead of the log is not shown to newcomers as the truth. Browsers bring their words back. */
  #fall(doing: string, why: unknown): void {
    if (this.#state === 'fallen') return
    this.#report(doing, why)
    this.#state = 'fallen'
    this.#host.fell(this)
    this.#ledger.giveUp(why)
    for (const seat of this.#seats.values()) seat.close(closes.tryLater, doing)
    this.#shut()
  }

  /** Stores the whole as it stands, once all of it is in the log. */
  async compact(): Promise<void> {
    if (this.#state === 'fallen' || this.#compacting || this.#rereading || this.#ledger.rows === 0) return
    this.#compacting = true
    try {
      await this.#ledger.compact((await this.#here()) ?? (await this.#ledger.whole()))
    } finally {
      this.#compacting = false
    }
  }

  /**
   * The document with the position that it has in the log; null where another process wrote meanwhile, and only the log
   * knows what stands where. Waking the document leaves out what was deleted, which mere bytes still carry.
   */
  async #here(): Promise<Entry | null> {
    this.#flushNow()
    const bytes = Y.encodeStateAsUpdate(this.#manuscript.doc)
    const position = await this.#ledger.reached()
    return position === null ? null : { position, bytes }
  }

  /** Nobody is here any more. A few rows are not worth the work: they are as quickly read as a whole. */
  async rest(): Promise<void> {
    if (this.#manuscript.isLive || this.#ledger.rows >= this.#host.limits.rowsBeforeRest) await this.compact()
  }

  /** All of it is in the log. */
  get #settled(): boolean {
    return this.#ledger.settled && this.#manuscript.news === 0 && this.#unread.length === 0 && !this.#rereading
  }

  /** R8: each peer stays, becomes a reader or a writer, or leaves. Where the right cannot be found out, nobody keeps it. */
  async reask(filter: (peer: Peer) => boolean, ask: (room: string, peer: Peer) => Promise<Answer>): Promise<void> {
    const asked = [...this.#seats.values()].filter(({ peer }) => filter(peer))
    const askOne = async (seat: Seat) => {
      const answer = await ask(this.name, seat.peer).catch((why: unknown) => {
        this.#report('reask', why)
        return 'unknown' as const
      })
      if (this.#seats.get(seat.peer.id) !== seat) return
      if (answer === null) this.#expel(seat, closes.noRight, 'no right')
      else if (answer === 'signed-out') this.#expel(seat, closes.signedOut, 'signed out')
      else if (answer === 'unknown') this.#expel(seat, closes.tryLater, 'try again later')
      else if (answer !== seat.peer.may) this.#give(seat, answer)
    }
    await Promise.all(asked.map(askOne))
  }

  #give(seat: Seat, right: Right): void {
    seat.give(right)
    if (right === 'write' && seat.greeted) this.#ask(seat)
  }

  /** Once per sweep: a frame for whoever heard nothing, and no ghosts of processes that died. */
  sweep(): void {
    for (const seat of this.#seats.values()) if (seat.wasQuiet()) seat.send(beatFrame)
    this.#company.forgetSilent()
    this.#host.show(this)
    const now = this.#host.clock.now()
    if (this.#settled && this.#state === 'open' && elapsed(this.#wroteAt, now) > this.#host.limits.restMs) this.#manuscript.rest()
  }

  touch(): void {
    this.#quietSince = this.#host.clock.now()
  }

  /** Whether nobody would notice if it closed. */
  get quiet(): boolean {
    return this.#seats.size === 0 && this.#settled && elapsed(this.#quietSince, this.#host.clock.now()) > this.#host.limits.quietMsMax
  }

  /** No more frames are taken; what was taken is written and acknowledged. */
  async close(): Promise<void> {
    if (this.#state === 'fallen') return
    this.#state = 'closing'
    await this.settled().catch(() => {})
    this.#giveReceipts()
    for (const seat of this.#seats.values()) seat.close(closes.restart, 'restart')
    this.#shut()
  }

  #shut(): void {
    this.#state = 'fallen'
    this.#unlisten()
    this.#seats.clear()
    this.#manuscript.destroy()
  }

  #report(doing: string, why: unknown): void {
    this.#host.report({ room: this.name, doing, why })
  }

  /** For the debugger. */
  show(): Shown {
    const peers = [...this.#seats.values()].map(({ peer: { id, person, may, shown } }) => ({ id, person, may, shown }))
    const { position, waitingBytes } = this.#ledger
    return { name: this.name, position, bytes: this.#gate.bytes, live: this.#manuscript.isLive, waitingBytes, peers }
  }
}
