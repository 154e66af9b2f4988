import { Duplex } from 'node:stream'
import { awarenessFrame, savedFrame, updateFrame } from '@sheber/sync/protocol'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { socketLimits } from './limits.ts'
import { SocketPeer } from './socket.ts'

type Served = WebSocket & { setSocket(socket: Duplex, head: Buffer, options: object): void }

/** A browser that reads when it is told to, and everything that was written to it, write by write. */
const connect = () => {
  const writes: Buffer[] = []
  let isReading = true
  const socket = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _, done) => {
      writes.push(chunk)
      if (isReading) done()
    },
    writev: (chunks, done) => {
      writes.push(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)))
      if (isReading) done()
    },
  })
  // As ws itself makes it for a server once the handshake is over.
  const ws = new (WebSocket as unknown as new (address: null, protocols: undefined, options: object) => Served)(null, undefined, {})
  const accepted = Object.assign(socket, { setTimeout: () => {}, setNoDelay: () => {} })
  ws.setSocket(accepted, Buffer.of(), { maxPayload: 0, skipUTF8Validation: false, allowSynchronousEvents: true })
  const of = { id: '1', person: 'aigerim', session: 's', may: 'write', shown: {} } as const
  const peer = new SocketPeer(ws, socket, of, { ...socketLimits, waitingBytesForCursors: 100 }, 0)
  return { peer, writes, stop: () => (isReading = false) }
}
const turn = () => new Promise<void>((resume) => setImmediate(resume))
const framesIn = (bytes: Buffer) => {
  const kinds: number[] = []
  for (let at = 0; at < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) kinds.push(bytes[at + 2] ?? -1)
  return kinds
}

it('writes once what was said in one turn, in its order', async () => {
  const { peer, writes } = connect()
  peer.send(updateFrame(Uint8Array.of(0, 0)))
  peer.send(awarenessFrame([]))
  peer.send(savedFrame(1))
  expect(writes).toEqual([])
  await turn()
  expect(writes.map(framesIn)).toEqual([[0, 1, 4]])
  peer.send(savedFrame(2))
  await turn()
  expect(writes.map(framesIn)).toEqual([[0, 1, 4], [4]])
  peer.send(updateFrame(new Uint8Array(5_000)))
  peer.send(savedFrame(3))
  await turn()
  expect(writes).toHaveLength(3)
  expect(writes[2]?.subarray(-2)).toEqual(Buffer.of(4, 3))
})

it('gives the same memory to everybody who is told the same alone', async () => {
  const [a, b] = [connect(), connect()]
  const frame = updateFrame(Uint8Array.of(0, 0))
  for (const { peer } of [a, b]) peer.send(frame)
  await turn()
  expect(a.writes[0]).toBe(b.writes[0])
})

it('says what was said before the farewell, and nothing after it', async () => {
  const { peer, writes } = connect()
  peer.send(savedFrame(1))
  peer.close(1012, 'restart')
  peer.send(savedFrame(2))
  await turn()
  const [first, ...after] = writes
  expect([first && framesIn(first), Buffer.concat(after).subarray(0, 4)]).toEqual([[4], Buffer.of(0x88, 9, 1012 >> 8, 1012 & 255)])
  expect(Buffer.concat(after)).toHaveLength(2 + 9)
})

it('leaves cursors out where much waits, of this turn too', async () => {
  const { peer, writes, stop } = connect()
  stop()
  peer.send(updateFrame(new Uint8Array(110)))
  peer.send(awarenessFrame([]))
  peer.send(savedFrame(1))
  await turn()
  expect(writes.map(framesIn)).toEqual([[0, 4]])
})
