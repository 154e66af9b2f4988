import type { judge, Mine, OwnScore, Round, Seat } from '@sheber/contract/judge'
import { ask, Refused } from '#lib/api.ts'
import { shelfHere } from '#lib/device/shelf.ts'
import { newId } from '#lib/new-id.ts'
import {
  draft,
  drop,
  enqueue,
  mark,
  nothing,
  readKept,
  refuseKept,
  seatKey,
  sent,
  undraft,
  writeKept,
  type Draft,
  type Kept,
  type Place,
  type Waiting,
} from './keep.ts'

export type SeatStatus = 'offered' | 'begun' | 'waits' | 'done' | 'skipped' | 'conflict' | 'gone'

export const keyOf = (seat: Seat): string => seatKey({ standId: seat.stand.id, round: seat.round })

/**
 * One judge at work on one device. Marks are kept here at once and sent when they can be; each sending has an id of its own,
 * so whatever the network does with it, it is there once.
 */
export class Scoring {
  readonly #place: Place
  #kept = $state.raw<Kept>(nothing)
  #seats = $state.raw<readonly Seat[]>([])
  #sending: Promise<void> | null = null
  /** This browser lets nothing be kept. */
  volatile = $state(false)
  /** The round, or whether the exhibition goes on, is another than the page knows of. */
  stale = $state(false)
  /** Called off, as far as the page knows: whatever waits here waits for it to go on. */
  off = false
  /** The sign-in is over. */
  signedOut = $state(false)

  constructor({ judgeId, exhibition, seats }: Mine, personId: string) {
    this.#place = { personId, exhibitionId: exhibition.id, judgeId }
    this.#seats = seats
  }

  /** In the browser: reads what is kept, sends it, and again whenever there may be a network. Returns the way to stop. */
  open(): () => void {
    this.#kept = this.#read()
    this.volatile = !this.#write(this.#kept)
    const flush = () => void this.flush()
    flush()
    addEventListener('online', flush)
    const timer = setInterval(flush, 15_000)
    return () => {
      removeEventListener('online', flush)
      clearInterval(timer)
    }
  }

  get seats() {
    return this.#seats
  }
  set seats(seats: readonly Seat[]) {
    this.#seats = seats
  }
  get refused() {
    return this.#kept.refused
  }
  get waiting() {
    return this.#kept.waiting.length
  }
  get begun() {
    return this.#seats.filter((seat) => this.statusOf(seat) === 'begun').length
  }
  get done() {
    return this.#seats.filter((seat) => this.statusOf(seat) === 'done').length
  }

  statusOf(seat: Seat): SeatStatus {
    const key = keyOf(seat)
    if (this.#kept.waiting.some((one) => seatKey(one) === key)) return 'waits'
    if (seat.state === 'conflict' || seat.state === 'skipped') return seat.state
    if (this.#kept.drafts[key]) return 'begun'
    if (seat.stand.gone) return 'gone'
    return seat.state === 'offered' && seat.score ? 'begun' : seat.state
  }

  /** It was said here that they do not score it, and the server does not know yet. */
  leaves(seat: Seat): boolean {
    const key = keyOf(seat)
    return this.#kept.waiting.some((one) => one.away && seatKey(one) === key)
  }

  /** What stands in the form: what was begun here, what waits, or what the server has. */
  saidOf(seat: Seat): Draft {
    const key = keyOf(seat)
    const waits = this.#kept.waiting.findLast((one) => !one.away && seatKey(one) === key)
    const { marks = [], words = '' } = waits ?? seat.score ?? {}
    return this.#kept.drafts[key] ?? { marks, words, overId: waits?.id ?? seat.score?.id ?? null }
  }

  /** What was sent from another device while something is begun here that does not know of it. Null: nothing was. */
  elsewhereOf(seat: Seat): OwnScore | null {
    const key = keyOf(seat)
    const begun = this.#kept.drafts[key]
    const waits = this.#kept.waiting.some((one) => seatKey(one) === key)
    return begun && seat.score && !waits && begun.overId !== seat.score.id ? seat.score : null
  }

  /** Goes on with what is begun here, in front of what was sent from elsewhere … */
  keep(seat: Seat): void {
    const said = this.saidOf(seat)
    this.#change((kept) => draft(kept, keyOf(seat), { ...said, overId: seat.score?.id ?? null }))
  }

  /** … or takes what was sent. */
  take(seat: Seat): void {
    this.#change((kept) => undraft(kept, keyOf(seat)))
  }

  mark(seat: Seat, criterionId: string, points: number): void {
    const said = this.saidOf(seat)
    this.#change((kept) => draft(kept, keyOf(seat), { ...said, marks: mark(said.marks, criterionId, points) }))
  }

  write(seat: Seat, words: string): void {
    const said = this.saidOf(seat)
    if (said.words !== words) this.#change((kept) => draft(kept, keyOf(seat), { ...said, words }))
  }

  send(seat: Seat): void {
    this.#enqueue(seat, this.saidOf(seat))
  }

  /** Of two that did not know of each other: this one. It is said anew, over the one that counts now. */
  choose(seat: Seat, { marks, words }: OwnScore): void {
    this.#enqueue(seat, { marks, words, overId: seat.score?.id ?? null })
  }

  /** Somebody else's to score: kept and sent like a score. */
  leave(away: 'skip' | 'conflict', { standId, round }: { standId: string; round: Round }, why: string): Promise<void> {
    const bare = { marks: [], overId: null, round, madeAt: new Date().toISOString() }
    this.#change((kept) => enqueue(kept, { ...bare, id: newId(), standId, words: why, away }))
    return this.flush()
  }

  drop(id: string): void {
    this.#change((kept) => drop(kept, id))
  }

  /** What the server knows of a seat by now. */
  put(seat: Seat): void {
    this.#seats = this.#seats.map((one) => (keyOf(one) === keyOf(seat) ? seat : one))
  }

  flush(): Promise<void> {
    return (this.#sending ??= this.#send().finally(() => (this.#sending = null)))
  }

  #enqueue(seat: Seat, said: Draft): void {
    const one = { ...said, id: newId(), standId: seat.stand.id, round: seat.round, madeAt: new Date().toISOString() }
    this.#change((kept) => enqueue(kept, one))
    void this.flush()
  }

  /** The page is asked for anew only when nothing goes out any more: an answer from between would take what was sent for what was not. */
  async #send(): Promise<void> {
    if (await this.#sendAll()) this.stale = true
  }

  /** Returns whether the page should be asked for anew. */
  async #sendAll(): Promise<boolean> {
    let isStale = false
    const params = { exhibitionId: this.#place.exhibitionId }
    for (let one = this.#kept.waiting[0]; one; one = this.#kept.waiting[0]) {
      const { id } = one
      try {
        const take = await this.#deliver(params, one)
        this.#change((kept) => sent(kept, id))
        take()
        this.signedOut = false
        isStale ||= this.off
      } catch (no) {
        if (!(no instanceof Refused)) throw no
        this.signedOut = no.status === 401
        // Not now: the network, the server, a sign-in that is over, or an exhibition that may yet go on. It waits.
        if (no.status === 0 || no.status === 401 || no.status === 429 || no.status >= 500) return isStale
        if (no.problem.code === 'exhibition-cancelled') return isStale || !this.off
        this.#change((kept) => refuseKept(kept, id, no.problem.message))
        isStale ||= no.problem.code === 'round-closed'
      }
    }
    return isStale
  }

  /** Returns what is done with the answer. */
  async #deliver(params: { exhibitionId: string }, one: Waiting): Promise<() => void> {
    const { standId, words: reason } = one
    if (one.away === 'conflict') {
      const body = { conflicts: [{ standId, reason }] }
      const { seats } = await ask<typeof judge.declare>(fetch, 'POST', '/api/exhibition/:exhibitionId/jury/declare', { params, body })
      return () => (this.#seats = seats)
    }
    const seat =
      one.away === 'skip'
        ? await ask<typeof judge.skip>(fetch, 'POST', '/api/exhibition/:exhibitionId/jury/skip', {
            params,
            body: { standId, reason, round: one.round },
          })
        : await ask<typeof judge.score>(fetch, 'POST', '/api/exhibition/:exhibitionId/jury/score', { params, body: one })
    return () => this.put(seat)
  }

  /** Another tab of this browser may have changed it: what is there now is changed, not what was read once. */
  #change(work: (kept: Kept) => Kept): void {
    this.#kept = work(this.volatile ? this.#kept : this.#read())
    this.volatile = !this.#write(this.#kept)
  }

  #read(): Kept {
    return readKept(shelfHere(), this.#place)
  }

  #write(kept: Kept): boolean {
    return writeKept(shelfHere(), this.#place, kept)
  }
}
