import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A websocket without a library: it sends any bytes, and goes on after the server's farewell. */
export interface RawSocket {
  readonly socket: Socket
  /** Close code of the server's farewell; waits for it. */
  readonly farewell: Promise<number>
  /** Resolves once the server has ended the connection. */
  readonly closed: Promise<unknown>
}

export const openRaw = async (address: string, path: string, cookie: string): Promise<RawSocket> => {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const farewell = Promise.withResolvers<number>()
  farewell.promise.catch(() => {})
  const opened = Promise.withResolvers<void>()
  let heard: Buffer = Buffer.alloc(0)
  let isOpen = false
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk])
    const end = heard.indexOf('\r\n\r\n')
    if (!isOpen && end >= 0) {
      isOpen = true
      if (!heard.subarray(0, end).includes('101')) opened.reject(new Error(heard.subarray(0, end).toString()))
      heard = heard.subarray(end + 4)
      opened.resolve()
    }
    if (isOpen) heard = readFrames(heard, farewell.resolve)
  })
  socket.on('close', () => {
    opened.reject(new Error('closed before it was open'))
    farewell.reject(new Error('closed without a farewell'))
  })
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `host: ${hostname}:${port}`,
      `origin: ${address}`,
      `cookie: ${cookie}`,
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    ].join('\r\n'),
  )
  await opened.promise
  return { socket, farewell: farewell.promise, closed }
}

/** The server's frames are not masked; returns what is not a whole frame yet. */
const readFrames = (bytes: Buffer, farewell: (code: number) => void): Buffer => {
  let rest = bytes
  for (;;) {
    const short = (rest[1] ?? 0) & 127
    const head = short === 126 ? 4 : short === 127 ? 10 : 2
    if (rest.length < head) return rest
    const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short
    if (rest.length < head + length) return rest
    if (rest[0] === 0x88) farewell(rest.readUInt16BE(head))
    rest = rest.subarray(head + length)
  }
}

/** As a browser sends it: final, masked. */
export const masked = (payload: Uint8Array, opcode = 2): Buffer => {
  const mask = Buffer.of(1, 2, 3, 4)
  const length = payload.length < 126 ? Buffer.of(0x80 | payload.length) : Buffer.of(0x80 | 126, payload.length >> 8, payload.length & 255)
  const body = Buffer.from(payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)))
  return Buffer.concat([Buffer.of(0x80 | opcode), length, mask, body])
}

/** Sends, says that nothing more will come, and waits until the server has ended it. */
export const sendAndEnd = async ({ socket, closed }: RawSocket, bytes: Uint8Array): Promise<void> => {
  socket.end(bytes)
  socket.resume()
  await closed
}

/** Until the kernel has taken it. */
export const push = async (socket: Socket, bytes: Uint8Array): Promise<void> => {
  if (!socket.write(bytes)) await once(socket, 'drain')
}
