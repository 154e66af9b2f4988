import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { closes, limits } from '@sheber/sync/limits'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { wishOf, type Door, type Wish, type Yes } from '../sync/door.ts'
import { Echo, echoPath } from '../sync/echo.ts'
import type { Sightings } from '../sync/sightings.ts'
import { SocketPeer } from '../sync/socket.ts'

// As engine.io spells it; whatever else begins so would be left hanging.
const eventsPath = '/events/'

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

/**
 * The one owner of the server's `upgrade` event. Who it is and what they may is decided before the websocket stands,
 * so no frame arrives at a closed door; a no is told by close code, because browsers cannot read an HTTP status here.
 */
export const installUpgrade = (server: Server, door: Door, sightings: Sightings): { close(): Promise<void> } => {
  const bounds = door.limits
  const wss = new WebSocketServer(serverOptions)
  const echo = new Echo()
  const peers = new Set<SocketPeer>()

  const seat = (ws: WebSocket, socket: Duplex, decision: Yes) => {
    const { room, of } = decision
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
    door.seat(peer, decision)
  }

  const enter = async (request: IncomingMessage, socket: Duplex, head: Buffer, wish: Wish) => {
    const late = setTimeout(() => socket.destroy(), bounds.decideMsMax)
    const decision = await door.decide(request, wish)
    clearTimeout(late)
    if (socket.destroyed) return decision.free()
    socket.once('close', decision.free)
    wss.handleUpgrade(request, socket, head, (ws) => {
      // Without a listener, one malformed frame would end the process.
      ws.on('error', () => {})
      if ('code' in decision) ws.close(decision.code, decision.reason)
      else seat(ws, socket, decision)
    })
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // socket.io listens itself.
    if (request.url?.startsWith(eventsPath)) return
    socket.on('error', () => socket.destroy())
    sightings.note(request.url, 'upgrade', request.headers)
    const wish = wishOf(request)
    if (!wish) return refuseUpgrade(socket, '404 Not Found')
    if (!door.originAllowed(request)) return refuseUpgrade(socket, '403 Forbidden')
    if (request.url?.split('?')[0] === echoPath) return echo.upgrade(request, socket, head)
    enter(request, socket, head, wish).catch((why: unknown) => {
      door.report(why)
      socket.destroy()
    })
  }
  server.on('upgrade', onUpgrade)

  const beat = setInterval(() => {
    for (const peer of peers) peer.beat()
    door.askAgain(peers, performance.now())
  }, bounds.beatMs)
  beat.unref()

  return {
    close: async () => {
      clearInterval(beat)
      server.off('upgrade', onUpgrade)
      echo.close()
      await door.hub.close()
      for (const ws of wss.clients) {
        ws.close(closes.restart, 'restart')
        // Its farewell is on the way; nobody waits for an answer.
        setImmediate(() => ws.terminate())
      }
    },
  }
}

export const upgrade = (app: FastifyInstance, door: Door, sightings: Sightings): void => {
  const installed = installUpgrade(app.server, door, sightings)
  app.addHook('preClose', () => installed.close())
}
