import type { File as SentFile } from '@sheber/contract/file'
import { Refused } from '#lib/api.ts'
import type { Parcel, Place, Queue } from './queue.ts'
import { send, type Road } from './send.ts'
import { take, type Shrink, type Taken } from './take.ts'

/** How far a file has come. The first word comes before the first byte goes, so that the board can show the thing at once. */
export interface Progress {
  readonly id: string
  readonly place: Place
  readonly name: string
  readonly type: SentFile['type']
  readonly width: number | null
  readonly height: number | null
  /** As it is sent: what this device shows until the server does. */
  readonly blob: Blob
  readonly sent: number
  readonly total: number
  /** There is no network. `kept`: a reload loses nothing. */
  readonly waits: boolean
  readonly kept: boolean
  /** It is a file on the server now: others see it. */
  readonly done: boolean
}

export interface Given {
  readonly queue: Queue
  readonly road: Road
  readonly newId: () => string
  readonly now: () => number
  /** Only one tab of this device sends a file; null: another does. */
  readonly alone: <T>(id: string, work: () => Promise<T>) => Promise<T | null>
  readonly shrink?: Shrink
}

/** Files on their way from this device: one after another, so that strokes and words are not kept waiting. */
export class Files {
  readonly #given: Given
  readonly #here = new Set<string>()
  #line: Promise<unknown> = Promise.resolve()

  constructor(given: Given) {
    this.#given = given
  }

  /** How a page takes a file: shrinks it, remembers it, sends it, for as long as that takes. @throws {Trouble | Refused} */
  async sendFile(place: Place, file: Blob & { readonly name?: string }, tell: (progress: Progress) => void = () => {}): Promise<SentFile> {
    const { newId, now, queue, shrink } = this.#given
    const taken = await take(file, shrink)
    const left = await this.#leftBehind(place, taken)
    if (left) {
      this.#here.add(left.id)
      tell(progressOf(left, 0, false, true))
      const sent = await this.#send(left, true, tell)
      if (sent) return sent
    }
    const parcel: Parcel = { ...taken, id: newId(), place, at: now() }
    this.#here.add(parcel.id)
    // A full device sends too; only a reload would lose it.
    const kept = await queue.add(parcel).then(
      () => true,
      () => false,
    )
    tell(progressOf(parcel, 0, false, kept))
    const sent = await this.#send(parcel, kept, tell)
    return sent ?? Promise.reject(new Error('a file of this page is sent by another'))
  }

  /** The very same file that an earlier page was cut off with: it goes on under its id, from where it was. */
  async #leftBehind(place: Place, { blob, type }: Taken): Promise<Parcel | null> {
    for (const one of await this.#given.queue.all().catch(() => [])) {
      const isSame = one.type === type && one.blob.size === blob.size && isPlace(one.place, place) && !this.#here.has(one.id)
      if (isSame && (await isAlike(one.blob, blob))) return one
    }
    return null
  }

  /** What still waits on this device for a board or a portfolio, with the bytes to show meanwhile. */
  async waiting(where: Place): Promise<readonly Progress[]> {
    const all = await this.#given.queue.all().catch(() => [])
    return all.filter(({ place }) => isPlace(place, where)).map((parcel) => progressOf(parcel, 0, true, true))
  }

  /** Sends what earlier pages have left behind. What the server refuses is told and given up. */
  async drain(tell: (progress: Progress) => void, fail: (parcel: Progress, why: unknown) => void): Promise<void> {
    for (const parcel of await this.#given.queue.all().catch(() => [])) {
      if (this.#here.has(parcel.id)) continue
      this.#here.add(parcel.id)
      await this.#send(parcel, true, tell)
        .catch((why: unknown) => fail(progressOf(parcel, 0, false, true), why))
        .finally(() => this.#here.delete(parcel.id))
    }
  }

  #send(parcel: Parcel, kept: boolean, tell: (progress: Progress) => void): Promise<SentFile | null> {
    const { road, alone, queue } = this.#given
    const drop = () => queue.drop(parcel.id).catch(() => {})
    const work = async () => {
      try {
        const sent = await send(parcel, road, (bytes, waits) => tell(progressOf(parcel, bytes, waits, kept)))
        await drop()
        tell({ ...progressOf(parcel, parcel.blob.size, false, kept), done: true })
        return sent
      } catch (why) {
        // Who has to sign in again comes back to it.
        if (!(why instanceof Refused && why.status === 401)) await drop()
        throw why
      }
    }
    const turn = this.#line.then(() => alone(parcel.id, work))
    this.#line = turn.catch(() => {})
    return turn
  }
}

const progressOf = ({ at: _, ...parcel }: Parcel, sent: number, waits: boolean, kept: boolean): Progress => ({
  ...parcel,
  sent,
  total: parcel.blob.size,
  waits,
  kept,
  done: false,
})

const isPlace = (one: Place, other: Place) =>
  'boardId' in one ? 'boardId' in other && one.boardId === other.boardId : 'portfolioId' in other && one.portfolioId === other.portfolioId

const pieceBytes = 1024 * 1024

/** Byte for byte, piece by piece: a film does not fit into a phone's memory twice. What cannot be read is like nothing. */
const isAlike = async (one: Blob, other: Blob): Promise<boolean> => {
  for (let at = 0; at < one.size; at += pieceBytes) {
    const read = (blob: Blob) => blob.slice(at, at + pieceBytes).arrayBuffer()
    const [a, b] = await Promise.all([read(one), read(other)]).catch(() => [null, null])
    if (!a || !b) return false
    const [bytes, against] = [new Uint8Array(a), new Uint8Array(b)]
    if (bytes.length !== against.length || bytes.some((byte, i) => byte !== against[i])) return false
  }
  return true
}
