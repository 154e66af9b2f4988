import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { connectRoom, type Connection } from '../src/client.ts'
import { Hub } from '../src/hub.ts'
import { memoryBus, memoryStorage } from '../src/memory.ts'
import { tabsPerSocketMax, TabSet } from '../src/tabs.ts'
import { limits } from '../src/limits.ts'
import { memoryLocalStore, type TestStore } from '../src/testing/local.ts'
import { createNetwork, type Network } from '../src/testing/socket.ts'
import { createTestBrowser, type TestBrowser, type TestTab } from '../src/testing/tabs.ts'
import { breath } from '../src/testing/wire.ts'
import type { Storage } from '../src/types.ts'

let network: Network
let storage: Storage & { held: Promise<void> | null }
let browser: TestBrowser
let store: TestStore
let open: Connection[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  const log = memoryStorage()
  storage = {
    ...log,
    held: null,
    append: async (entries) => {
      await storage.held
      return log.append(entries)
    },
  }
  network = createNetwork(
    new Hub({
      storage,
      bus: memoryBus(),
      every: () => () => {},
      pause: () => Promise.resolve(),
      defer: setImmediate,
      deferCursors: setImmediate,
    }),
  )
  browser = createTestBrowser()
  store = memoryLocalStore()
})
afterEach(() => {
  open.forEach((connection) => connection.destroy())
  open = []
  vi.useRealTimers()
})

const settle = async () => {
  for (let turn = 0; turn < 30; turn += 1) await breath()
}
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms)
  await settle()
}

interface Page {
  readonly doc: Y.Doc
  readonly connection: Connection
  readonly text: Y.Text
  readonly tab: TestTab
  /** Neither the browser nor the network hears of this page again. */
  kill(): Promise<void>
}

const page = async ({ shares = true, person = 'aigerim', keeps = store as TestStore | null } = {}): Promise<Page> => {
  const doc = new Y.Doc()
  const tab = browser.tab()
  let end = () => {}
  let dead = false
  class Socket extends network.WebSocket {
    constructor(url: string | URL) {
      super(url)
      const close = this as unknown as { end(code: number): void }
      if (dead) close.end(1006)
      else end = () => close.end(1006)
    }
  }
  const connection = connectRoom({
    url: 'ws://sheber.test/sync',
    room: 'board:x',
    doc,
    ...(keeps && { store: keeps }),
    tabs: shares ? { person, tabs: tab } : null,
    WebSocketPolyfill: Socket,
    random: () => 1,
  })
  open.push(connection)
  await settle()
  return {
    doc,
    connection,
    tab,
    text: doc.getText('text'),
    kill: async () => {
      dead = true
      tab.kill()
      end()
      await settle()
    },
  }
}
const logged = () => network.hub.read('board:x', (doc) => doc.getText('text').toString())
const states = (pages: readonly Page[]) => pages.map(({ connection: { status, waiting, connected } }) => [status, waiting, connected])
const cursorsSeenBy = ({ connection }: Page) =>
  [...connection.awareness.getStates().values()]
    .flatMap((state) => (state['cursor'] === undefined ? [] : [state['cursor'] as string]))
    .sort()

describe('the tabs of one browser', () => {
  it('[K10] share one socket, one store and one truth', async () => {
    const one = await page()
    const two = await page()
    const three = await page()
    expect([network.sockets, network.tries]).toEqual([1, 1])
    const holding = Promise.withResolvers<void>()
    storage.held = holding.promise
    two.text.insert(0, 'from the second tab')
    await settle()
    expect(states([one, two, three])).toEqual(Array(3).fill(['saving', 1, true]))
    expect([one.text.toString(), three.text.toString()]).toEqual(Array(2).fill('from the second tab'))
    const settled = two.connection.settled()
    holding.resolve()
    await settle()
    await settled
    expect(states([one, two, three])).toEqual(Array(3).fill(['saved', 0, true]))
    expect(await logged()).toBe('from the second tab')
    await pass(1_000)
    expect([store.note?.tallies.size, network.tries]).toEqual([0, 1])
  })

  it('[K10] a tab that comes late has the document and how things stand', async () => {
    const one = await page()
    one.text.insert(0, 'early')
    await settle()
    network.may = 'read'
    const late = await page({ keeps: null })
    expect([late.text.toString(), late.connection.ready, late.connection.role, late.connection.lineage]).toEqual([
      'early',
      true,
      'write',
      'the first',
    ])
  })

  it('[K10] hear the others through the leader, and the device keeps it once', async () => {
    const one = await page()
    const two = await page()
    const far = await page({ shares: false, keeps: null })
    const appended = vi.spyOn(store, 'append')
    far.text.insert(0, 'from afar')
    await settle()
    await pass(300)
    expect([one.text.toString(), two.text.toString(), appended.mock.calls.length]).toEqual(['from afar', 'from afar', 1])
  })

  it('[K10] offline, each tells what the whole set has not saved; the words of both are on the device', async () => {
    const one = await page()
    const two = await page()
    network.state = 'down'
    network.cut()
    one.text.insert(0, 'a')
    two.text.insert(0, 'b')
    two.text.insert(0, 'c')
    await pass(1_000)
    expect(states([one, two])).toEqual(Array(2).fill(['waiting', 3, false]))
    for (const each of [one, two]) each.connection.destroy()
    await settle()
    const again = await page()
    expect([states([again]), [...again.text.toString()].sort().join('')]).toEqual([[['waiting', 3, false]], 'abc'])
    network.state = 'up'
    await pass(10_000)
    expect([states([again]), [...(await logged())].sort().join('')]).toEqual([[['saved', 0, true]], 'abc'])
  })

  it('[K10] two people at one browser share nothing', async () => {
    const one = await page()
    const other = await page({ person: 'daulet', keeps: memoryLocalStore() })
    expect(network.sockets).toBe(2)
    network.state = 'down'
    network.cut()
    one.text.insert(0, 'mine')
    await pass(1_000)
    expect([other.text.toString(), other.connection.waiting]).toEqual(['', 0])
  })

  it('[K11] the leader is closed in the middle of a sentence: the next goes on and nothing is lost', async () => {
    const one = await page()
    const two = await page()
    const three = await page()
    one.text.insert(0, 'the last words ')
    two.text.insert(0, 'and mine ')
    one.connection.destroy()
    await settle()
    expect([states([two, three]), network.sockets]).toEqual([
      [
        ['saved', 0, true],
        ['saved', 0, true],
      ],
      1,
    ])
    const said = await logged()
    expect(said).toContain('the last words')
    expect([said, two.text.toString()]).toEqual([three.text.toString(), said])
    expect(said).toContain('and mine')
  })

  it('[K11] the leader dies with words that are on the device and on no wire: the next sends them', async () => {
    const one = await page()
    const two = await page()
    // What was written is on the device, and nobody has been told.
    const { append } = store
    store.append = async (room, update, mark) => {
      const key = await append(room, update, mark)
      await one.kill()
      return key
    }
    one.text.insert(0, 'just in time')
    await settle()
    expect([await logged(), two.text.toString(), states([two])]).toEqual(['just in time', 'just in time', [['saved', 0, true]]])
  })

  it('[K11] words on the wire when the leader died are called saved by the next', async () => {
    const one = await page()
    const two = await page()
    const holding = Promise.withResolvers<void>()
    storage.held = holding.promise
    two.text.insert(0, 'in between')
    await settle()
    await one.kill()
    holding.resolve()
    await settle()
    expect([states([two]), await logged()]).toEqual([[['saved', 0, true]], 'in between'])
  })

  it('[K11] a leader that does not answer any more is passed over, and steps back when it wakes', async () => {
    const one = await page()
    const two = await page()
    one.tab.freeze()
    two.text.insert(0, 'unheard by the sleeper')
    await settle()
    expect(states([two])).toEqual([['saving', 1, true]])
    await pass(10_000)
    expect([states([two]), await logged()]).toEqual([[['saved', 0, true]], 'unheard by the sleeper'])
    one.tab.thaw()
    await pass(4_000)
    expect([one.text.toString(), states([one, two]), network.sockets]).toEqual([
      'unheard by the sleeper',
      [
        ['saved', 0, true],
        ['saved', 0, true],
      ],
      1,
    ])
    one.text.insert(0, 'awake: ')
    await settle()
    expect([await logged(), states([one, two])]).toEqual(['awake: unheard by the sleeper', Array(2).fill(['saved', 0, true])])
  })

  it('[K10] one that is alone copies nothing for others, and whoever slept meanwhile is given everything when it wakes', async () => {
    const sleeper = await page({ keeps: null })
    sleeper.tab.freeze()
    const one = await page({ keeps: null })
    await pass(12_000)
    const before = one.tab.posted
    for (const word of ['while ', 'it ', 'slept']) one.text.insert(one.text.length, word)
    one.connection.awareness.setLocalState({ cursor: 'one' })
    await settle()
    expect([await logged(), one.tab.posted - before, sleeper.text.toString()]).toEqual(['while it slept', 0, ''])
    sleeper.tab.thaw()
    await pass(4_000)
    expect([sleeper.text.toString(), cursorsSeenBy(sleeper)]).toEqual(['while it slept', ['one']])
    one.text.insert(0, 'now: ')
    await settle()
    expect(sleeper.text.toString()).toBe('now: while it slept')
  })

  it('[K11] a leader that is shown the door gives the others their own try', async () => {
    const one = await page()
    const two = await page()
    await network.hub.reask(
      () => true,
      async (_, peer) => {
        peer.close(4401, '')
        return peer.may
      },
    )
    await settle()
    // Somebody has signed in again in the meantime: the same cookie serves every tab.
    expect([one.connection.closedFor, two.connection.closedFor, two.connection.connected]).toEqual([4401, null, true])
    one.text.insert(0, 'left behind')
    await settle()
    expect([await logged(), states([one, two]).map(([, waiting]) => waiting)]).toEqual(['left behind', [0, 0]])
  })

  it('[K12] others see every tab, and a tab that goes, goes at once', async () => {
    const pages = [await page(), await page(), await page()] as const
    const far = await page({ shares: false, keeps: null })
    pages.forEach(({ connection }, at) => connection.awareness.setLocalState({ cursor: `tab ${at}` }))
    await settle()
    for (const each of [far, ...pages]) expect(cursorsSeenBy(each)).toEqual(['tab 0', 'tab 1', 'tab 2'])
    await pages[1].kill()
    expect([cursorsSeenBy(far), cursorsSeenBy(pages[0])]).toEqual(Array(2).fill(['tab 0', 'tab 2']))
    pages[0].connection.destroy()
    await settle()
    expect([cursorsSeenBy(far), cursorsSeenBy(pages[2])]).toEqual(Array(2).fill(['tab 2']))
  })

  it('[K12] after a break every tab is seen again', async () => {
    const pages = [await page(), await page()] as const
    const far = await page({ shares: false, keeps: null })
    pages.forEach(({ connection }, at) => connection.awareness.setLocalState({ cursor: `tab ${at}` }))
    await settle()
    network.cut()
    await pass(2_000)
    expect(cursorsSeenBy(far)).toEqual(['tab 0', 'tab 1'])
  })

  it('[K12] the fifth tab opens a further socket, and is told of all the same', async () => {
    expect(tabsPerSocketMax).toBe(limits.clientsPerPeerMax)
    const pages: Page[] = []
    for (let at = 0; at <= tabsPerSocketMax; at += 1) pages.push(await page())
    expect(network.sockets).toBe(2)
    const far = await page({ shares: false, keeps: null })
    pages.forEach(({ connection }, at) => connection.awareness.setLocalState({ cursor: `tab ${at}` }))
    await settle()
    expect(cursorsSeenBy(far)).toEqual(pages.map((_, at) => `tab ${at}`))
    for (const [at, { text }] of pages.entries()) text.insert(0, `${at}`)
    await settle()
    expect([...(await logged())].sort().join('')).toBe('01234')
    expect(states(pages)).toEqual(Array(5).fill(['saved', 0, true]))
    await pages[4]?.kill()
    expect(cursorsSeenBy(far)).toEqual(['tab 0', 'tab 1', 'tab 2', 'tab 3'])
  })

  it('[K13] no tab writes over what another has counted', async () => {
    const one = await page()
    const two = await page()
    network.state = 'down'
    network.cut()
    one.text.insert(0, 'a')
    await settle()
    two.text.insert(0, 'b')
    await pass(2_000)
    // Whichever of them dies, the count on the device is that of both.
    expect([...(store.note?.tallies.values() ?? [])].map(({ made, kept }) => made - kept)).toEqual([1, 1])
    await two.kill()
    await pass(2_000)
    expect([...(store.note?.tallies.values() ?? [])].map(({ made, kept }) => made - kept)).toEqual([1, 1])
    expect(states([one])).toEqual([['waiting', 2, false]])
  })

  it('[K14] a device that is full for one tab is full for all', async () => {
    const one = await page()
    const two = await page()
    network.state = 'down'
    network.cut()
    store.full = true
    two.text.insert(0, 'homeless')
    await settle()
    expect([one, two].map(({ connection: { status, problem } }) => [status, problem])).toEqual(Array(2).fill(['failed', 'full']))
    network.state = 'up'
    await pass(10_000)
    expect([await logged(), states([one, two])]).toEqual(['homeless', Array(2).fill(['saved', 0, true])])
  })

  it('[K10] where a browser refuses locks, a tab stands for itself', async () => {
    const refusing = { ...browser.tab(), locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } }
    const doc = new Y.Doc()
    const connection = connectRoom({
      url: 'ws://sheber.test/sync',
      room: 'board:x',
      doc,
      tabs: { person: 'aigerim', tabs: refusing as unknown as TestTab },
      WebSocketPolyfill: network.WebSocket,
    })
    open.push(connection)
    await settle()
    doc.getText('text').insert(0, 'alone')
    await settle()
    expect([connection.status, await logged()]).toEqual(['saved', 'alone'])
  })
})

describe('a set of tabs', () => {
  it('[K11] two that wake at once do not both take the lead', async () => {
    const leaders = new Set<number>()
    const sets = [1, 2, 3].map((tab) => {
      const own = browser.tab()
      const set = new TabSet<string>({
        tabs: own,
        name: 'x',
        tab,
        heard: () => {},
        leads: (leads) => void (leads ? leaders.add(tab) : leaders.delete(tab)),
        nudged: () => {},
        left: () => {},
      })
      return { own, set }
    })
    for (const { set } of sets) {
      await set.sit()
      set.stand()
    }
    await settle()
    expect([...leaders]).toEqual([1])
    sets[0]?.own.freeze()
    for (let look = 0; look < 10; look += 1) {
      for (const { set } of sets.slice(1)) set.look()
      await settle()
    }
    expect(leaders.size).toBe(1)
    for (const { set } of sets) set.close()
  })
})
