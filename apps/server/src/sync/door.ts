import type { IncomingHttpHeaders } from 'node:http'
import { boardVersion } from '@sheber/document/board'
import { parseRoom } from '@sheber/document/room'
import type { Who } from '@sheber/domain/permission'
import type { Hub } from '@sheber/sync/hub'
import { closes } from '@sheber/sync/limits'
import { lineageFrame } from '@sheber/sync/protocol'
import type { Answer, Room } from '@sheber/sync/room'
import type { Author, Peer, Right } from '@sheber/sync/types'
import { isOwnSocket } from '../plugins/origin.ts'
import { whoOfCookie } from '../plugins/who.ts'
import type { Services } from '../services.ts'
import { accessTo, askPeer, type Access } from './access.ts'
import { socketLimits, type SocketLimits } from './limits.ts'

export interface Guest {
  readonly who: Who
  readonly sessionId: string
  readonly name: string
}

/** A request as the door looks at it; whether it wants a websocket or polls is all the same. */
export interface Knock {
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

export interface DoorOptions {
  readonly hub: Hub
  /** Null: a guest, whatever the cookie says. */
  readonly whoOf: (knock: Knock) => Promise<Guest | null>
  readonly access: (who: Who, room: string) => Promise<Access>
  /** The same question for a connection that is already in. */
  readonly ask: (room: string, peer: Peer) => Promise<Answer>
  readonly originAllowed: (knock: Knock) => boolean
  /** The newest shape of this room's documents: an older editor would not understand what others write. Absent: any. */
  readonly schemaOf?: (room: string) => number | null
  readonly report?: (why: unknown) => void
  readonly limits?: Partial<SocketLimits>
}

/** What the address asks for. */
export interface Wish {
  readonly room: string
  readonly lineage: string | null
  /** Whose page it is; null: it does not say. The cookie may be another's by now: somebody signed in beside it. */
  readonly person: string | null
  /** The newest shape of the document that this editor can read; null: a stock client, which does not say. */
  readonly schema: number | null
  /** How long ago, in ms, the oldest change was made that this browser could not send. */
  readonly age: number | null
}

/** A connection of any kind: its right is asked about again and again. */
export interface Caller extends Peer {
  /** When its right was last asked about, in ms. */
  askedAt: number
}

/** What a caller is made of. */
export type Seating = Author & { id: string; may: Right; shown: Record<string, string>; oldestMs?: number }

/** What is said to a connection instead of letting it in. */
export interface No {
  readonly code: number
  readonly reason: string
}

/** Let in, or not. Either way the person's place is taken until `free` is called. */
export type Decision = ({ readonly room: Room; readonly lineage: string; readonly of: Seating; readonly reasked: number } | No) & {
  readonly free: () => void
}
export type Yes = Exclude<Decision, No>

const roomPrefix = '/sync/'

/** `/sync/<room>?lineage=…`, as y-websocket asks for it; the name may be encoded. `after` is what stands behind the name. */
export const wishOf = (knock: Knock, after = ''): Wish | null => {
  const url = URL.parse(knock.url ?? '', 'http://localhost')
  if (!url?.pathname.startsWith(roomPrefix) || !url.pathname.endsWith(after)) return null
  try {
    const room = decodeURIComponent(url.pathname.slice(roomPrefix.length, url.pathname.length - after.length))
    const number = (name: string) => {
      const given = url.searchParams.get(name)
      return given !== null && /^\d{1,15}$/.test(given) ? Number(given) : null
    }
    const { searchParams: said } = url
    return { room, lineage: said.get('lineage'), person: said.get('person'), schema: number('schema'), age: number('age') }
  } catch {
    return null
  }
}

/** Who comes into which room, with what right, and how often one person may. Every kind of connection passes here. */
export class Door {
  readonly limits: SocketLimits
  readonly #options: DoorOptions
  readonly #perPerson = new Map<string, number>()
  #connections = 0

  constructor(options: DoorOptions) {
    this.#options = options
    this.limits = { ...socketLimits, ...options.limits }
  }

  get hub(): Hub {
    return this.#options.hub
  }

  originAllowed(knock: Knock): boolean {
    return this.#options.originAllowed(knock)
  }

  report(why: unknown): void {
    this.#options.report?.(why)
  }

  async decide(knock: Knock, wish: Wish): Promise<Decision> {
    const { hub, whoOf } = this.#options
    const { reasked } = hub
    let free = () => {}
    try {
      const guest = await whoOf(knock)
      const isOther = wish.person !== null && wish.person !== guest?.who.id
      if (!guest || isOther) return { code: closes.signedOut, reason: guest ? 'signed in as somebody else' : 'signed out', free }
      free = this.#place(guest.who.id)
      const no = (code: number, reason: string): Decision => ({ code, reason, free })
      const { socketsPerPersonMax } = this.limits
      if ((this.#perPerson.get(guest.who.id) ?? 0) > socketsPerPersonMax)
        return no(closes.tryLater, `more than socketsPerPersonMax ${socketsPerPersonMax}`)
      const access = await this.#options.access(guest.who, wish.room)
      if ('refused' in access) return no(access.refused, access.refused === closes.noRight ? 'no right' : 'unknown room')
      if (wish.lineage !== null && wish.lineage !== access.lineage) return no(closes.otherLineage, 'another copy of the document')
      const schema = this.#options.schemaOf?.(wish.room) ?? null
      if (wish.schema !== null && schema !== null && wish.schema < schema)
        return no(closes.outdated, `the editor is older than shape ${schema}`)
      const room = await hub.open(wish.room)
      const { id } = guest.who
      const of = {
        id: `${(this.#connections += 1)}`,
        person: id,
        session: guest.sessionId,
        may: access.right,
        shown: { id, name: guest.name },
        ...(wish.age !== null && { oldestMs: wish.age }),
      }
      return { room, lineage: access.lineage, of, reasked, free }
    } catch (why) {
      this.report(why)
      return { code: closes.tryLater, reason: 'try again later', free }
    }
  }

  /** Lineage first; then the room speaks. */
  seat(caller: Caller, { room, lineage, reasked }: Yes): void {
    caller.send(lineageFrame(lineage))
    room.join(caller)
    // Rights changed while this one was being let in: nobody has asked about it yet.
    if (this.hub.reasked !== reasked) void this.hub.reask((one) => one === caller, this.#options.ask)
  }

  /** Asks about those of whom nobody has asked for a while: sign-ins run out silently. */
  askAgain(callers: Iterable<Caller>, now: number): void {
    const due = new Set<Peer>()
    for (const caller of callers) {
      if (due.size === 100) break
      if (now - caller.askedAt <= this.limits.reaskMsMax) continue
      caller.askedAt = now
      due.add(caller)
    }
    if (due.size > 0) void this.hub.reask((peer) => due.has(peer), this.#options.ask)
  }

  /** Takes one of the person's places; returns how to give it back, once. */
  #place(person: string): () => void {
    const count = (by: 1 | -1) => {
      const now = (this.#perPerson.get(person) ?? 0) + by
      if (now > 0) this.#perPerson.set(person, now)
      else this.#perPerson.delete(person)
    }
    count(1)
    let taken = true
    return () => {
      if (taken) count(-1)
      taken = false
    }
  }
}

/** The door of this house: cookie, permission table, own origin. */
export const houseDoor = (services: Services): Door =>
  new Door({
    hub: services.hub,
    whoOf: ({ headers }) => whoOfCookie(services, headers.cookie),
    access: (who, room) => accessTo(services, who, room),
    ask: (room, peer) => askPeer(services, room, peer),
    schemaOf: (room) => (parseRoom(room) ? boardVersion : null),
    originAllowed: ({ headers }) => isOwnSocket(services.config, headers),
    report: (why) => services.log.error({ err: why }, 'the door failed'),
  })
