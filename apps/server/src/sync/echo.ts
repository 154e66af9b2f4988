import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closes } from '@sheber/sync/limits'
import { WebSocketServer, type WebSocket } from 'ws'

/** No room has this name: rooms name what they belong to. */
export const echoPath = '/sync/echo'

/** Many at once, each small and short: anybody may ask, signed in or not. */
const socketsMax = 500
export const echoBytesMax = 64
const framesMax = 100
const lifeMsMax = 120_000

const serverOptions = { noServer: true, maxPayload: echoBytesMax, maxFragments: 2, closeTimeout: 2_000, perMessageDeflate: false }

/** Says back what it hears. Whoever gets an answer knows that websockets pass, and nothing else of this house. */
export class Echo {
  readonly #wss = new WebSocketServer(serverOptions)

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#wss.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => {})
      if (this.#wss.clients.size > socketsMax) ws.close(closes.tryLater, `more than ${socketsMax} at once`)
      else this.#answer(ws)
    })
  }

  #answer(ws: WebSocket): void {
    const old = setTimeout(() => ws.close(1000, 'long enough'), lifeMsMax)
    let frames = 0
    ws.on('close', () => clearTimeout(old))
    ws.on('message', (data, isBinary) => {
      frames += 1
      if (frames > framesMax) ws.close(closes.tryLater, `more than ${framesMax} frames`)
      else ws.send(data, { binary: isBinary })
    })
  }

  close(): void {
    for (const ws of this.#wss.clients) {
      ws.close(closes.restart, 'restart')
      setImmediate(() => ws.terminate())
    }
  }
}
