import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { connectRoom, type Connection, type RoomOptions } from '../src/client.ts'
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

const tab = async (store?: TestStore, more: Partial<RoomOptions> = {}) => {
  const doc = new Y.Doc()
  const connection = connectRoom({
    url: 'ws://sheber.test/sync',
    room: 'board:x',
    doc,
    ...(store && { store }),
    WebSocketPolyfill: network.WebSocket,
    random: () => 1,
    ...more,
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
    const { note, updates } = store
    const left = { ...store, load: async () => ({ updates, keys: [], note }), remember: async () => {} }
    const again = await tab(left)
    expect([again.text.toString(), again.connection.status, again.connection.waiting]).toEqual(['just in time', 'waiting', 1])
    // And to which copy of the document they belong.
    expect(again.connection.lineage).toBe('the first')
  })

  it('[K3] a change is on the device before it is on the wire', async () => {
    const store = memoryLocalStore()
    const { connection, text } = await tab(store)
    const writing = Promise.withResolvers<void>()
    const { append } = store
    store.append = async (room, update, mark) => {
      await writing.promise
      return append(room, update, mark)
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
    expect([connection.status, connection.problem]).toEqual(['failed', 'full'])
  })

  it('[K14] once there is room again, the device gets all that it has missed', async () => {
    const store = memoryLocalStore()
    const first = await tab(store)
    network.state = 'down'
    network.cut()
    store.full = true
    first.text.insert(0, 'unheard ')
    await settle()
    store.full = false
    await pass(10_000)
    expect([first.connection.status, first.connection.problem, first.connection.waiting]).toEqual(['waiting', null, 1])
    first.connection.destroy()
    await settle()
    const again = await tab(store)
    expect([again.text.toString(), again.connection.status, again.connection.waiting]).toEqual(['unheard ', 'waiting', 1])
  })

  it('[K14] a success after a failure keeps what had failed too', async () => {
    const store = memoryLocalStore()
    const { connection, text } = await tab(store)
    network.state = 'down'
    network.cut()
    store.full = true
    text.insert(0, 'first ')
    await settle()
    expect(connection.status).toBe('failed')
    store.full = false
    text.insert(0, 'second ')
    await settle()
    expect(connection.status).toBe('waiting')
    expect((await tab(store)).text.toString()).toBe('second first ')
  })

  it('[K15] says how long the oldest change has waited, over a reload, and no longer once it is saved', async () => {
    const store = memoryLocalStore()
    const first = await tab(store)
    expect([first.connection.unsyncedSince, network.asked.has('age')]).toEqual([null, false])
    network.state = 'down'
    network.cut()
    const at = Date.now()
    first.text.insert(0, 'on Tuesday')
    await pass(60_000)
    first.text.insert(0, 'later, ')
    await settle()
    expect(first.connection.unsyncedSince).toBe(at)
    first.connection.destroy()
    await pass(3_600_000)
    network.state = 'up'
    const again = await tab(store)
    expect([network.asked.get('age'), again.connection.unsyncedSince]).toEqual(['3660000', null])
    await pass(1_000)
    expect([store.note?.tallies.size, again.connection.status]).toEqual([0, 'saved'])
  })

  it('[K15] while the first of several changes is saved, the age is that of the next', async () => {
    const { connection, text } = await tab()
    const holding = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
    storage.held = holding[0].promise
    text.insert(0, 'a')
    await settle()
    await pass(5_000)
    const at = Date.now()
    storage.held = holding[1].promise
    text.insert(0, 'b')
    await settle()
    expect(connection.unsyncedSince).toBe(at - 5_000)
    holding[0].resolve()
    await settle()
    expect([connection.waiting, connection.unsyncedSince]).toEqual([1, at])
    holding[1].resolve()
    await settle()
    expect([connection.waiting, connection.unsyncedSince]).toEqual([0, null])
  })

  it('[K15] the address carries the shape that the page can read, where it says so', async () => {
    await tab()
    expect(network.asked.has('schema')).toBe(false)
    await tab(undefined, { schema: 7 })
    expect(network.asked.get('schema')).toBe('7')
  })

  it('[K16] words written into a frozen room are saved, and it is said that they stand aside', async () => {
    const { connection, text } = await tab()
    network.say(Uint8Array.of(5, 2))
    await settle()
    text.insert(0, 'too late for the jury')
    await settle()
    expect([connection.role, connection.status]).toEqual(['aside', 'saved'])
    await connection.settled()
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

  it.each([4401, 4403, 4404, 4409, 4410])('[K6] after %i nobody tries again, and what is said is not called kept', async (code) => {
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
    // Once what matters was taken along, the device can begin with the other copy.
    await connection.forget()
    const fresh = await tab(store)
    expect([fresh.text.toString(), fresh.connection.closedFor, fresh.connection.lineage]).toEqual(['', null, 'the second'])
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

  it('[K19] three megabytes at once, and a long day offline, are saved in parts', async () => {
    const { connection, text, doc } = await tab()
    const list = doc.getArray<string>('list')
    doc.transact(() => {
      for (let at = 0; at < 3_000; at += 1) list.push(['к'.repeat(500)])
    })
    await pass(1_000)
    expect([connection.status, connection.waiting]).toEqual(['saved', 0])
    network.state = 'down'
    network.cut()
    await pass(1_000)
    text.insert(0, 'ұ'.repeat(600_000))
    text.delete(0, 100)
    list.push(['last'])
    await pass(1_000)
    expect(connection.waiting).toBe(3)
    network.state = 'up'
    await pass(20_000)
    expect([connection.status, connection.waiting]).toEqual(['saved', 0])
    expect(await logged()).toBe('ұ'.repeat(599_900))
    expect(await network.hub.read('board:x', (kept) => kept.getArray('list').length)).toBe(3_001)
  })

  it('[K19] what comes too late for a frozen room is laid beside it whole', async () => {
    network.may = 'aside'
    const { connection, text } = await tab()
    text.insert(0, 'ұ'.repeat(300_000))
    await pass(1_000)
    expect([connection.role, connection.status, connection.waiting]).toEqual(['aside', 'saved', 0])
  })

  it('[K19] a network that breaks in the middle: nothing is called saved before all of it is', async () => {
    const { connection, text } = await tab()
    network.state = 'down'
    network.cut()
    await pass(1_000)
    text.insert(0, 'ұ'.repeat(300_000))
    await pass(1_000)
    network.state = 'up'
    network.letThrough = 6
    await pass(8_000)
    expect(connection.waiting).toBe(1)
    const before = (await logged()).length
    expect(before).toBeGreaterThan(30_000)
    expect(before).toBeLessThan(300_000)
    network.letThrough = Infinity
    network.cut()
    await pass(20_000)
    expect([connection.status, (await logged()).length]).toEqual(['saved', 300_000])
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

describe('what comes while a page is busy', () => {
  const busy = () => {
    let reads: (() => void)[] = []
    const now = async () => {
      const some = reads
      reads = []
      some.forEach((read) => read())
      await settle()
    }
    return { soon: (read: () => void) => void reads.push(read), now, waits: () => reads.length > 0 }
  }

  it('is read together: words of several frames are one transaction', async () => {
    const { soon, now, waits } = busy()
    const reader = await tab(undefined, { soon })
    while (waits()) await now()
    expect(reader.connection.ready).toBe(true)
    const writer = await tab()
    while (waits()) await now()
    const heard: boolean[] = []
    reader.doc.on('afterTransaction', ({ local }) => heard.push(local))
    for (const letter of 'сая') {
      writer.text.insert(writer.text.length, letter)
      await settle()
    }
    expect([reader.text.toString(), heard]).toEqual(['', []])
    await now()
    expect([reader.text.toString(), heard]).toEqual(['сая', [false]])
    expect(reader.connection.status).toBe('saved')
  })

  it('is not lost where the cable is cut before it is read', async () => {
    const { soon, now, waits } = busy()
    const reader = await tab(undefined, { soon })
    while (waits()) await now()
    const writer = await tab()
    while (waits()) await now()
    writer.text.insert(0, 'бұрыш')
    await settle()
    network.cut()
    expect(reader.text.toString()).toBe('бұрыш')
    expect(reader.connection.connected).toBe(false)
    // What is asked to be read after that has been read.
    await now()
    expect(reader.text.toString()).toBe('бұрыш')
  })

  it('gives no receipt to another connection than the one it came through', async () => {
    const { soon, now, waits } = busy()
    const { connection, text } = await tab(undefined, { soon })
    while (waits()) await now()
    text.insert(0, 'a')
    await settle()
    expect(connection.status).toBe('saving')
    network.cut()
    await pass(60_000)
    while (waits()) await now()
    expect([connection.status, await logged()]).toEqual(['saved', 'a'])
  })
})
