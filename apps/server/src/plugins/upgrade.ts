import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Who } from '@sheber/domain/permission'
import type { Hub } from '@sheber/sync/hub'
import { closes, limits } from '@sheber/sync/limits'
import { lineageFrame } from '@sheber/sync/protocol'
import type { Answer, Room } from '@sheber/sync/room'
import type { Peer } from '@sheber/sync/types'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { Services } from '../services.ts'
import { accessTo, askPeer, type Access } from '../sync/access.ts'
import { socketLimits, type SocketLimits } from '../sync/limits.ts'
import { SocketPeer } from '../sync/socket.ts'
import { isOwnSocket } from './origin.ts'
import { whoOfCookie } from './who.ts'

export interface Guest {
  readonly who: Who
  readonly sessionId: string
  readonly name: string
}

export interface Door {
  readonly hub: Hub
  /** Null: a guest, whatever the cookie says. */
  readonly whoOf: (request: IncomingMessage) => Promise<Guest | null>
  readonly access: (who: Who, room: string) => Promise<Access>
  /** The same question for a connection that is already in. */
  readonly ask: (room: string, peer: Peer) => Promise<Answer>
  readonly originAllowed: (request: IncomingMessage) => boolean
  readonly report?: (why: unknown) => void
  readonly limits?: Partial<SocketLimits>
}

const roomPrefix = '/sync/'
// As engine.io spells it; whatever else begins so would be left hanging.
const eventsPath = '/events/'

/** `/sync/<room>?lineage=…`, as y-websocket asks for it; the name may be encoded. */
const askedFor = (request: IncomingMessage): { room: string; lineage: string | null } | null => {
  const url = URL.parse(request.url ?? '', 'http://localhost')
  if (!url?.pathname.startsWith(roomPrefix)) return null
  try {
    return { room: decodeURIComponent(url.pathname.slice(roomPrefix.length)), lineage: url.searchParams.get('lineage') }
  } catch {
    return null
  }
}

const serverOptions = {
  noServer: true,
  maxPayload: limits.frameBytesMax,
  maxFragments: 128,
  // Who does not answer a farewell is cut off, in ms.
  closeTimeout: 5_000,
  perMessageDeflate: false,
}

const refuseUpgrade = (socket: Duplex, status: string) => {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

/** What is said to a connection instead of letting it in. */
interface No {
  readonly code: number
  readonly reason: string
}
type Yes = { readonly room: Room; readonly guest: Guest; readonly access: Extract<Access, { right: unknown }> }

/**
 * The one owner of the server's `upgrade` event. Who it is and what they may is decided before the websocket stands,
 * so no frame arrives at a closed door; a no is told by close code, because browsers cannot read an HTTP status here.
 */
export const installUpgrade = (server: Server, door: Door): { close(): Promise<void> } => {
  const { hub } = door
  const bounds = { ...socketLimits, ...door.limits }
  const wss = new WebSocketServer(serverOptions)
  const peers = new Set<SocketPeer>()
  const perPerson = new Map<string, number>()
  const report = door.report ?? (() => {})
  let connections = 0

  const count = (person: string, by: 1 | -1) => {
    const now = (perPerson.get(person) ?? 0) + by
    if (now > 0) perPerson.set(person, now)
    else perPerson.delete(person)
    return now
  }

  const decide = async (request: IncomingMessage, socket: Duplex, asked: { room: string; lineage: string | null }): Promise<Yes | No> => {
    const guest = await door.whoOf(request)
    if (!guest) return { code: closes.signedOut, reason: 'signed out' }
    const { id } = guest.who
    if (socket.destroyed) return { code: closes.tryLater, reason: 'gone' }
    socket.once('close', () => count(id, -1))
    if (count(id, 1) > bounds.socketsPerPersonMax)
      return { code: closes.tryLater, reason: `more than socketsPerPersonMax ${bounds.socketsPerPersonMax}` }
    const access = await door.access(guest.who, asked.room)
    if ('refused' in access) return { code: access.refused, reason: access.refused === closes.noRight ? 'no right' : 'unknown room' }
    if (asked.lineage !== null && asked.lineage !== access.lineage)
      return { code: closes.otherLineage, reason: 'another copy of the document' }
    return { room: await hub.open(asked.room), guest, access }
  }

  const seat = (ws: WebSocket, socket: Duplex, { room, guest, access }: Yes): SocketPeer => {
    connections += 1
    const of = {
      id: `${connections}`,
      person: guest.who.id,
      session: guest.sessionId,
      may: access.right,
      shown: { id: guest.who.id, name: guest.name },
    }
    const peer = new SocketPeer(ws, socket, of, bounds, performance.now())
    ws.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = data as Buffer
      if (!isBinary) peer.close(closes.badFrame, 'not binary')
      else if (!peer.affords(bytes.length, performance.now()))
        peer.close(closes.tryLater, `more than framesPerSecond ${bounds.framesPerSecond}`)
      else room.receive(peer, bytes)
    })
    ws.on('close', () => {
      peers.delete(peer)
      room.leave(peer)
    })
    peers.add(peer)
    peer.send(lineageFrame(access.lineage))
    room.join(peer)
    return peer
  }

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asked = askedFor(request)
    if (!asked) return refuseUpgrade(socket, '404 Not Found')
    if (!door.originAllowed(request)) return refuseUpgrade(socket, '403 Forbidden')
    const late = setTimeout(() => socket.destroy(), bounds.decideMsMax)
    const reasked = hub.reasked
    const decision = await decide(request, socket, asked)
      .catch((why: unknown): No => {
        report(why)
        return { code: closes.tryLater, reason: 'try again later' }
      })
      .finally(() => clearTimeout(late))
    wss.handleUpgrade(request, socket, head, (ws) => {
      // Without a listener, one malformed frame would end the process.
      ws.on('error', () => {})
      if ('code' in decision) return ws.close(decision.code, decision.reason)
      const peer = seat(ws, socket, decision)
      // Rights changed while this one was being let in: nobody has asked about it yet.
      if (hub.reasked !== reasked) void hub.reask((one) => one === peer, door.ask)
    })
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // socket.io listens itself.
    if (request.url?.startsWith(eventsPath)) return
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head).catch((why: unknown) => {
      report(why)
      socket.destroy()
    })
  }
  server.on('upgrade', onUpgrade)

  const beat = setInterval(() => {
    const now = performance.now()
    for (const peer of peers) peer.beat()
    const due = new Set<Peer>([...peers].filter((peer) => now - peer.askedAt > bounds.reaskMsMax).slice(0, 100))
    for (const peer of due) (peer as SocketPeer).askedAt = now
    if (due.size > 0) void hub.reask((peer) => due.has(peer), door.ask)
  }, bounds.beatMs)
  beat.unref()

  return {
    close: async () => {
      clearInterval(beat)
      server.off('upgrade', onUpgrade)
      await hub.close()
      for (const ws of wss.clients) {
        ws.close(closes.restart, 'restart')
        // Its farewell is on the way; nobody waits for an answer.
        setImmediate(() => ws.terminate())
      }
    },
  }
}

/** The door of this house: cookie, permission table, own origin. */
export const upgrade = (app: FastifyInstance, services: Services): void => {
  const door = installUpgrade(app.server, {
    hub: services.hub,
    whoOf: (request) => whoOfCookie(services, request.headers.cookie),
    access: (who, room) => accessTo(services, who, room),
    ask: (room, peer) => askPeer(services, room, peer),
    originAllowed: (request) => isOwnSocket(services.config, request.headers),
    report: (why) => services.log.error({ err: why }, 'upgrade failed'),
  })
  app.addHook('preClose', () => door.close())
}
