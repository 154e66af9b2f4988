import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { findValkey, startValkey, type TestValkey } from '@sheber/dev-env/valkey'
import { busSuite } from '@sheber/sync/testing/bus-suite'
import { randomFrom } from '@sheber/sync/testing/random'
import { encodeBusMessage } from '@sheber/sync/bus-message'
import type { Bus } from '@sheber/sync/types'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openLog, type Log } from '../log.ts'
import { openBell } from '../facts/bell.ts'
import { valkeyBus } from './valkey-bus.ts'

const program = findValkey()

let valkey: TestValkey
let admin: Redis
const closing: (() => void)[] = []
const quick = { retryMsMin: 5, retryMsMax: 40 }

const openBus = (options: Parameters<typeof valkeyBus>[2] = {}, url = valkey.url, log: Log = openLog('silent')): Bus => {
  const bus = valkeyBus(url, log, { ...quick, ...options })
  let isOpen = true
  const close = async () => {
    isOpen = false
    await bus.close()
  }
  closing.push(() => void (isOpen && close()))
  return { ...bindAll(bus), close }
}
const bindAll = (bus: Bus): Bus => ({
  ring: (room, position) => bus.ring(room, position),
  whisper: (room, frame) => bus.whisper(room, frame),
  listen: (room, ears) => bus.listen(room, ears),
  close: () => bus.close(),
})

const listening = (bus: Bus, room: string) => {
  const heard = { rings: [] as number[], whispers: [] as Uint8Array[], missed: 0 }
  bus.listen(room, {
    rang: (position) => heard.rings.push(position),
    whispered: (frame) => heard.whispers.push(frame),
    missed: () => (heard.missed += 1),
  })
  return heard
}

let fences = 0
/** Resolves once everything these said before has gone round: a channel of its own is entered, and crossed both ways. */
const goneRound = async (buses: readonly Bus[]): Promise<void> => {
  const room = `fence:${(fences += 1)}`
  const stops = await Promise.all(
    buses.map(async (bus, at) => {
      const others = new Set(buses.keys())
      others.delete(at)
      const all = Promise.withResolvers<void>()
      const say = () => bus.whisper(room, Uint8Array.of(at))
      // A whisper into a connection that is not there yet is lost.
      const again = setInterval(say, 5)
      const stop = bus.listen(room, {
        rang: () => {},
        missed: say,
        whispered: ([from = -1]) => {
          others.delete(from)
          if (others.size === 0) all.resolve()
        },
      })
      await all.promise
      // The others may still need to hear this one.
      return () => {
        clearInterval(again)
        stop()
      }
    }),
  )
  for (const stop of stops) stop()
}

/** Two processes, entered. */
const pair = async (options: Parameters<typeof valkeyBus>[2] = {}) => {
  const [here, there] = [openBus(options), openBus()]
  await goneRound([here, there])
  return { here, there, arrived: () => goneRound([here, there]) }
}

/** A way to Valkey that can be cut: the next try goes through. */
const openCable = async (port: number) => {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => {})
      end.on('close', () => [near, far].forEach((one) => one.destroy()))
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const end of open) end.destroy()
    open.clear()
  }
  closing.push(cut, () => server.close())
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, cut }
}

const spoken = () => {
  const said: string[] = []
  const log = openLog('silent')
  log.warn = (...words: unknown[]) => void said.push(String(words.at(-1)))
  log.error = (...words: unknown[]) => void said.push(String(words.at(-1)))
  return { log, said }
}

if (program === null) it.skip('the bell between processes: there is no redis-server on this machine', () => {})
else {
  beforeAll(async () => {
    valkey = await startValkey(program)
    admin = new Redis(valkey.url)
    admin.on('error', () => {})
  })
  afterAll(async () => {
    admin.disconnect()
    await valkey[Symbol.asyncDispose]()
  })
  afterEach(() => {
    valkey.thaw()
    for (const close of closing.splice(0)) close()
  })

  busSuite(
    'Valkey',
    async () => {
      const [here, there, third] = [openBus(), openBus(), openBus()]
      let open = [here, there, third]
      const closeHere = here.close
      here.close = async () => {
        open = [there, third]
        await closeHere()
      }
      await goneRound(open)
      return { here, there, arrived: () => goneRound(open), outage: { begin: valkey.stop, end: valkey.start } }
    },
    { hasTwoEnds: true, canBeAway: true },
  )

  describe('the bell through Valkey', () => {
    it('[B3] says everything of one room and one turn in one message', async () => {
      const { here, there, arrived } = await pair()
      const far = listening(there, 'board:one')
      await arrived()
      const published = async () => Number(/cmdstat_publish:calls=(\d+)/.exec(await admin.info('commandstats'))?.[1] ?? 0)
      const before = await published()
      for (let at = 1; at <= 300; at += 1) {
        here.ring('board:one', at)
        here.whisper('board:one', Uint8Array.of(at % 256))
      }
      await vi.waitFor(() => expect(far.rings).toEqual([300]))
      expect(far.whispers.length).toBe(300)
      expect((await published()) - before).toBe(1)
    })

    it('[B4] whoever listens is told once the channel is entered, for only from then on everything is heard', async () => {
      const [here, there] = [openBus(), openBus()]
      const early = listening(there, 'board:early')
      expect(early.missed).toBe(0)
      await goneRound([here, there])
      expect(early.missed).toBe(1)
    })

    it('[B5] a ring that one process could not give is given when it can, though the others were never away', async () => {
      const cable = await openCable(valkey.port)
      const [here, there] = [openBus({}, cable.url), openBus()]
      await goneRound([here, there])
      const far = listening(there, 'board:cut')
      await goneRound([here, there])
      cable.cut()
      here.ring('board:cut', 4)
      here.ring('board:cut', 3)
      await vi.waitFor(() => expect(far.rings).toContain(4))
      expect(far.missed).toBe(1)
    })

    it('[B5] whispers beyond the limit are dropped and rings wait, while Valkey takes nothing', async () => {
      const { here, there, arrived } = await pair({ waitingBytesMax: 2_000 })
      const rooms = Array.from({ length: 50 }, (_, at) => `board:${at}`)
      const far = rooms.map((room) => listening(there, room))
      await arrived()
      valkey.freeze()
      for (let turn = 0; turn < 20; turn += 1) {
        for (const [at, room] of rooms.entries()) {
          here.ring(room, at + 1)
          here.whisper(room, new Uint8Array(50))
        }
        await new Promise<void>((resume) => setImmediate(resume))
      }
      valkey.thaw()
      await vi.waitFor(() => expect(far.map(({ rings }) => Math.max(...rings))).toEqual(rooms.map((_, at) => at + 1)))
      const whispers = far.reduce((sum, { whispers }) => sum + whispers.length, 0)
      expect(whispers).toBeLessThanOrEqual(2_000 / 50)
    })

    it('[B7] a stranger on the same Valkey is passed over', async () => {
      const { log, said } = spoken()
      const [here, there] = [openBus(), openBus({ messageBytesMax: 10_000 }, valkey.url, log)]
      const far = listening(there, 'board:open')
      await goneRound([here, there])
      const random = randomFrom(7)
      const real = encodeBusMessage({ from: 'stranger', position: 5, whispers: [Uint8Array.of(1, 2, 3)] })
      const say = (bytes: Uint8Array) => admin.publish('sheber:0:board:open', Buffer.from(bytes))
      for (let length = 0; length < real.length; length += 1) await say(real.subarray(0, length))
      // 2^64, a count of a billion whispers, and a length beyond the end.
      await say(Uint8Array.of(0, ...new Array<number>(9).fill(255), 1, 0))
      await say(Uint8Array.of(0, 0, 255, 255, 255, 255, 3))
      await say(Uint8Array.of(0, 0, 1, 255, 255, 3, 1))
      await say(Uint8Array.of(2, 0xc3, 0x28, 0, 0))
      await say(encodeBusMessage({ from: 'stranger', position: 6, whispers: [new Uint8Array(20_000)] }))
      expect([far.rings, far.whispers]).toEqual([[], []])
      for (let round = 0; round < 2_000; round += 1) await say(Uint8Array.from({ length: random.below(30) }, () => random.below(256)))
      await admin.publish('sheber:0:board:open', 'сәлем')
      here.ring('board:open', 77)
      await vi.waitFor(() => expect(far.rings).toContain(77))
      expect(said).toEqual([])
    })

    it('[B7] numbered databases are as separate as their number promises', async () => {
      const [here, there] = [openBus({}, `${valkey.url}/1`), openBus({}, `${valkey.url}/1`)]
      const [far, other] = [listening(there, 'board:x'), listening(openBus(), 'board:x')]
      await goneRound([here, there])
      await vi.waitFor(() => expect(other.missed).toBe(1))
      here.ring('board:x', 1)
      await goneRound([here, there])
      expect([far.rings, other.rings]).toEqual([[1], []])
    })

    it('[B8] a Valkey that answers nothing is noticed, said once, and said once when it is back', async () => {
      const { log, said } = spoken()
      const bus = openBus({ beatMs: 20, silenceMsMax: 100 }, valkey.url, log)
      const near = listening(bus, 'board:x')
      await vi.waitFor(() => expect(near.missed).toBe(1))
      valkey.freeze()
      await vi.waitFor(() => expect(said.length).toBe(1), { timeout: 5_000 })
      valkey.thaw()
      await vi.waitFor(() => expect([said.length, near.missed]).toEqual([2, 2]), { timeout: 5_000 })
      expect(said).toEqual([expect.stringMatching('^Valkey is away'), 'Valkey is back'])
    })

    it('[B8] one that was never there hinders nobody and is said once', async () => {
      const { log, said } = spoken()
      let tries = 0
      const nobody = createServer((socket) => {
        tries += 1
        socket.destroy()
      }).listen(0, '127.0.0.1')
      closing.push(() => nobody.close())
      await once(nobody, 'listening')
      const { port } = nobody.address() as AddressInfo
      const bus = openBus({ retryMsMin: 1, retryMsMax: 2 }, `valkey://127.0.0.1:${port}`, log)
      await vi.waitFor(() => expect(said.length).toBe(1))
      for (let at = 0; at < 20_000; at += 1) {
        bus.ring(`board:${at}`, 1)
        bus.whisper('board:x', new Uint8Array(1_000))
      }
      await vi.waitFor(() => expect(tries).toBeGreaterThan(10))
      expect(said).toEqual([expect.stringMatching('^Valkey is away')])
      await bus.close()
    })

    it('[B8] one that refuses is said once, however often it is tried', async () => {
      const { log, said } = spoken()
      await admin.call('ACL', 'SETUSER', 'mute', 'on', '>word', 'resetchannels', '+@all')
      const bus = openBus({}, valkey.url.replace('//', '//mute:word@'), log)
      const near = listening(bus, 'board:x')
      await vi.waitFor(() => expect(said.length).toBe(1))
      bus.ring('board:x', 1)
      const tried = async () => Number(/cmdstat_subscribe:.*rejected_calls=(\d+)/.exec(await admin.info('commandstats'))?.[1] ?? 0)
      const before = await tried()
      await vi.waitFor(async () => expect((await tried()) - before).toBeGreaterThan(3))
      expect([said, near.missed]).toEqual([[expect.stringMatching('^Valkey is away')], 0])
      await admin.call('ACL', 'SETUSER', 'mute', 'allchannels')
      await vi.waitFor(() => expect([said.length, near.missed]).toEqual([2, 1]))
    })

    it('[B8] a listener that throws keeps nothing from the others', async () => {
      const { log, said } = spoken()
      const [here, there] = [openBus(), openBus({}, valkey.url, log)]
      there.listen('board:x', {
        rang: () => {
          throw new Error('deaf')
        },
        whispered: () => {},
        missed: () => {},
      })
      const far = listening(there, 'board:x')
      await goneRound([here, there])
      here.ring('board:x', 1)
      await vi.waitFor(() => expect(far.rings).toEqual([1]))
      expect(said).toEqual(['a message through Valkey was not heard'])
    })

    it('rings for facts in every process, once in its own', async () => {
      const { here, there, arrived } = await pair()
      const heard = { here: 0, there: 0 }
      const [bell, other] = [openBell(here), openBell(there)]
      await arrived()
      bell.listen(() => (heard.here += 1))
      other.listen(() => (heard.there += 1))
      for (let n = 0; n < 5; n += 1) bell.ring()
      await vi.waitFor(() => expect(heard).toEqual({ here: 5, there: 1 }))
      await valkey.stop()
      await valkey.start()
      // What was rung meanwhile is found by looking.
      await vi.waitFor(() => expect(heard).toEqual({ here: 6, there: 2 }))
    })
  })
}
