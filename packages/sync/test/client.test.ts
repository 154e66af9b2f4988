import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { connectRoom, type Connection } from '../src/client.ts'
import { Hub } from '../src/hub.ts'
import { memoryBus, memoryStorage } from '../src/memory.ts'
import { breath } from '../src/testing/wire.ts'
import { memoryLocalStore, type TestStore } from '../src/testing/local.ts'
import { createNetwork, type Network } from '../src/testing/socket.ts'
import type { Storage } from '../src/types.ts'

let network: Network
let storage: Storage & { held: Promise<void> | null; refuses: boolean }
let open: Connection[] = []

const newHub = () =>
  new Hub({
    storage,
    bus: memoryBus(),
    every: () => () => {},
    pause: () => Promise.resolve(),
    defer: setImmediate,
    deferCursors: setImmediate,
  })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  const log = memoryStorage()
  storage = {
    ...log,
    held: null,
    refuses: false,
    append: async (entries) => {
      await storage.held
      if (storage.refuses) throw new Error('refused')
      return log.append(entries)
    },
  }
  network = createNetwork(newHub())
})
afterEach(() => {
  open.forEach((connection) => connection.destroy())
  open = []
  vi.useRealTimers()
})

/** Lets everything happen that needs no time. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await breath()
}
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms)
  await settle()
}

const tab = async (store?: TestStore) => {
  const doc = new Y.Doc()
  const connection = connectRoom({
    url: 'ws://sheber.test/sync',
    room: 'board:x',
    doc,
    ...(store && { store }),
    WebSocketPolyfill: network.WebSocket,
    random: () => 1,
  })
  open.push(connection)
  await settle()
  return { doc, connection, text: doc.getText('text') }
}
const logged = () => network.hub.read('board:x', (doc) => doc.getText('text').toString())

describe('the browser end', () => {
  it('[K1] says saved only when the log has it', async () => {
    const { connection, text } = await tab()
    const seen: string[] = []
    connection.watch(() => seen.at(-1) !== connection.status && seen.push(connection.status))
    const holding = Promise.withResolvers<void>()
    storage.held = holding.promise
    text.insert(0, 'н')
    text.insert(1, 'а')
    await settle()
    expect([connection.status, connection.waiting]).toEqual(['saving', 2])
    holding.resolve()
    await settle()
    expect([connection.status, connection.waiting, seen.at(-1)]).toEqual(['saved', 0, 'saved'])
  })

  it('[K1] settled resolves for what was said before, not for what is said after', async () => {
    const { connection, text } = await tab()
    text.insert(0, 'first')
    const settled = connection.settled()
    await settled
    expect(await logged()).toBe('first')
  })

  it('[K2] offline without a device store: saving at first, then the truth', async () => {
    const { connection, text } = await tab()
    network.state = 'down'
    network.cut()
    text.insert(0, 'only here')
    await settle()
    expect(connection.status).toBe('saving')
    await pass(20_000)
    expect([connection.status, connection.waiting, connection.connected]).toEqual(['failed', 1, false])
    network.state = 'up'
    await pass(10_000)
    expect([connection.status, await logged()]).toEqual(['saved', 'only here'])
  })

  it('[K2] offline with a device store: kept on this device, over a reload, and merged on return', async () => {
    const store = memoryLocalStore()
    const first = await tab(store)
    network.state = 'down'
    network.cut()
    first.text.insert(0, 'in the village ')
    first.text.insert(0, 'written ')
    await pass(1_000)
    expect([first.connection.status, first.connection.waiting]).toEqual(['waiting', 2])
    first.connection.destroy()
    const again = await tab(store)
    expect([again.text.toString(), again.connection.status, again.connection.waiting, again.connection.ready]).toEqual([
      'written in the village ',
      'waiting',
      2,
      true,
    ])
    network.state = 'up'
    await pass(10_000)
    expect([again.connection.status, again.connection.waiting, await logged()]).toEqual(['saved', 0, 'written in the village '])
  })

  it('[K2] a page that goes away the moment its words are on the device still knows that they wait', async () => {
    const store = memoryLocalStore()
    const first = await tab(store)
    network.state = 'down'
    network.cut()
    first.text.insert(0, 'just in time')
    await settle()
    expect(first.connection.status).toBe('waiting')
    // No farewell: the tab is killed, and only what the device holds by now is left.
    const left = { ...store, updates: [...store.updates], load: async () => [...store.updates], remember: async () => {} }
    const again = await tab(left)
    expect([again.text.toString(), again.connection.status, again.connection.waiting]).toEqual(['just in time', 'waiting', 1])
  })

  it('[K3] a change is on the device before it is on the wire', async () => {
    const store = memoryLocalStore()
    const { connection, text } = await tab(store)
    const writing = Promise.withResolvers<void>()
    const { append } = store
    store.append = async (room, update, note) => {
      await writing.promise
      await append(room, update, note)
    }
    text.insert(0, 'slow disk')
    await settle()
    expect([await logged(), connection.status]).toEqual(['', 'saving'])
    writing.resolve()
    await settle()
    expect([await logged(), connection.status]).toEqual(['slow disk', 'saved'])
  })

  it('[K3] a full device is no reason to keep words from the server, but offline it is said', async () => {
    const store = memoryLocalStore()
    const { connection, text } = await tab(store)
    store.full = true
    text.insert(0, 'online ')
    await settle()
    expect([connection.status, await logged()]).toEqual(['saved', 'online '])
    network.state = 'down'
    network.cut()
    text.insert(0, 'offline ')
    await settle()
    expect(connection.status).toBe('failed')
  })

  it('[K4] a log that refuses: the words come back by themselves', async () => {
    const { connection, text } = await tab()
    storage.refuses = true
    text.insert(0, 'stubborn')
    await settle()
    expect([connection.connected, connection.waiting]).toEqual([false, 1])
    storage.refuses = false
    await pass(1_000)
    expect([connection.status, await logged()]).toEqual(['saved', 'stubborn'])
  })

  it('[K4] a server that died is tried again for ever, later each time, at most every ten seconds', async () => {
    const { connection } = await tab()
    network.state = 'down'
    network.cut()
    await pass(60_000)
    const { tries } = network
    await pass(60_000)
    expect([network.tries - tries, connection.closedFor]).toEqual([6, null])
  })

  it('[K5] silence is no connection', async () => {
    const { connection, text } = await tab()
    network.state = 'silent'
    text.insert(0, 'said into a pulled cable')
    await pass(10_000)
    expect(connection.connected).toBe(true)
    await pass(13_000)
    expect(connection.connected).toBe(false)
    network.state = 'up'
    await pass(30_000)
    expect([connection.connected, connection.status, await logged()]).toEqual([true, 'saved', 'said into a pulled cable'])
  })

  it.each([4401, 4403, 4404, 4409])('[K6] after %i nobody tries again, and what is said is not called kept', async (code) => {
    const { connection, text } = await tab()
    await network.hub.reask(
      () => true,
      async (_, peer) => {
        peer.close(code, '')
        return peer.may
      },
    )
    await settle()
    const { tries } = network
    text.insert(0, 'too late')
    await pass(120_000)
    expect([connection.closedFor, connection.status, network.tries - tries]).toEqual([code, 'failed', 0])
    await expect(connection.settled()).rejects.toThrow(String(code))
  })

  it('[K6] another copy of the document is never merged into', async () => {
    const store = memoryLocalStore()
    const first = await tab(store)
    first.text.insert(0, 'of the old year')
    await pass(1_000)
    first.connection.destroy()
    await settle()
    storage = { ...storage, ...memoryStorage() }
    network.hub = newHub()
    network.lineage = 'the second'
    const { connection } = await tab(store)
    expect([connection.closedFor, await logged()]).toEqual([4409, ''])
  })

  it('[K7] who loses the right to write is told that words are not kept; who gets it back sends them', async () => {
    const { connection, text } = await tab()
    await network.hub.reask(
      () => true,
      async () => 'read',
    )
    await settle()
    text.insert(0, 'unheard')
    await settle()
    expect([connection.role, connection.status, await logged()]).toEqual(['read', 'failed', ''])
    await network.hub.reask(
      () => true,
      async () => 'write',
    )
    await settle()
    expect([connection.role, connection.status, await logged()]).toEqual(['write', 'saved', 'unheard'])
  })

  it('[K7] a reader who only looks is never alarmed', async () => {
    network.may = 'read'
    const { connection } = await tab()
    expect([connection.role, connection.status, connection.waiting]).toEqual(['read', 'saved', 0])
  })

  it('[K8] a refused document is tried again slowly, and said until it is saved', async () => {
    network.hub = new Hub({ storage, bus: memoryBus(), every: () => () => {}, defer: setImmediate, limits: { documentBytesMax: 100 } })
    const { connection, text } = await tab()
    text.insert(0, 'x'.repeat(200))
    await settle()
    expect([connection.status, connection.closedFor]).toEqual(['failed', null])
    text.delete(0, 190)
    await pass(60_000)
    expect([connection.status, connection.waiting]).toEqual(['saved', 0])
  })

  it('[K9] others see a cursor again after a short break', async () => {
    const a = await tab()
    const b = await tab()
    a.connection.awareness.setLocalState({ cursor: 1 })
    await settle()
    expect(b.connection.awareness.getStates().get(a.doc.clientID)).toMatchObject({ cursor: 1 })
    network.cut()
    await pass(2_000)
    expect(b.connection.awareness.getStates().get(a.doc.clientID)).toMatchObject({ cursor: 1 })
  })
})
