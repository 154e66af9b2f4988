import { describe, expect, it } from 'vitest'
import { besideOf, copyName, shellName, untilHeader } from '#lib/copy/names.ts'
import { answerPage, answerPicture, type Here, sweep } from './answer.ts'

const origin = 'https://sheber.kz'
const page = '/jury/0a1b'
const board = '/board/4e5f'
const picture = '/e/0a1b/2c/picture/3d/320.webp'

/** A device whose network and sign-in are held in the hand. */
const openDevice = () => {
  const stores = new Map<string, Map<string, Response>>()
  const pathOf = (asked: unknown) => new URL(asked instanceof Request ? asked.url : String(asked), origin).pathname
  const cacheOf = (name: string) => {
    const held = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, held)
    return {
      match: async (asked: unknown) => held.get(pathOf(asked))?.clone(),
      put: async (asked: unknown, answer: Response) => void held.set(pathOf(asked), answer),
      delete: async (asked: unknown) => held.delete(pathOf(asked)),
      keys: async () => Array.from(held.keys(), (path) => new Request(origin + path)),
    } as unknown as Cache
  }
  const device = {
    key: 'madina' as string | null,
    network: (async () => new Response('from the server')) as () => Promise<Response>,
    now: 0,
    /** Ends the patience of whoever waits for the network. */
    loses: () => undefined as void,
    names: () => [...stores.keys()],
    keep: async (key: string, text: string, path = page, needed: readonly string[] = []) => {
      await cacheOf(copyName(key)).put(besideOf(path), Response.json(needed))
      await cacheOf(copyName(key)).put(path, new Response(text, { headers: { [untilHeader]: '1000' } }))
    },
    lying: async (name: string) => Promise.all((await cacheOf(name).keys()).map(pathOf)),
  }
  const here: Here = {
    fetch: () => device.network(),
    caches: {
      open: async (name) => cacheOf(name),
      keys: async () => [...stores.keys()],
      has: async (name) => stores.has(name),
      delete: async (name) => stores.delete(name),
    },
    cookies: {
      get: async () => (device.key === null ? null : { name: 'copy', value: device.key }),
      delete: async () => void (device.key = null),
    } as unknown as NonNullable<Here['cookies']>,
    now: () => device.now,
    wait: () => new Promise((resolve) => (device.loses = resolve)),
  }
  const ask = async (path = page) => (await answerPage(here, device.network(), path)).text()
  return { device, here, ask, cacheOf }
}

const away = () => Promise.reject(new TypeError('Failed to fetch'))

describe('a page of a jury without a network', () => {
  it('comes from the server wherever it answers, and from the device where it does not', async () => {
    const { device, ask } = openDevice()
    await device.keep('madina', 'kept')
    expect(await ask()).toBe('from the server')
    device.network = away
    expect(await ask()).toBe('kept')
    device.network = async () => new Response('the proxy has no server', { status: 502 })
    expect(await ask()).toBe('kept')
  })

  it('waits for a network that is there by name only no longer than its patience', async () => {
    const { device, ask } = openDevice()
    await device.keep('madina', 'kept')
    device.network = () => new Promise(() => undefined)
    const asked = ask()
    device.loses()
    expect(await asked).toBe('kept')
  })

  it('waits on where nothing is kept', async () => {
    const { device, ask } = openDevice()
    let arrive = (_: Response) => undefined as void
    device.network = () => new Promise((resolve) => (arrive = resolve))
    const asked = ask()
    device.loses()
    await Promise.resolve()
    arrive(new Response('late'))
    expect(await asked).toBe('late')
  })

  it('is shown to nobody once the sign-in is over, nor to whoever comes next', async () => {
    const { device, here, ask } = openDevice()
    await device.keep('madina', 'hers')
    device.network = away
    device.key = null
    expect(await ask()).toBe('')
    device.key = 'sergey'
    expect(await ask()).toBe('')
    await sweep(here)
    expect(device.names()).not.toContain(copyName('madina'))
  })

  it('is gone when the server says no, and when it has lain too long', async () => {
    for (const status of [403, 404]) {
      const { device, ask } = openDevice()
      await device.keep('madina', 'hers')
      device.network = async () => new Response('no', { status })
      expect(await ask()).toBe('no')
      device.network = away
      expect(await ask()).toBe('')
    }
    const { device: over, ask: askOver } = openDevice()
    await over.keep('madina', 'hers')
    over.network = async () => new Response('no', { status: 401 })
    expect(await askOver()).toBe('no')
    expect(over.key).toBeNull()
    expect(over.names()).not.toContain(copyName('madina'))
    const { device, ask } = openDevice()
    await device.keep('madina', 'hers')
    device.network = away
    device.now = 1000
    expect(await ask()).toBe('')
    expect(await device.lying(copyName('madina'))).toEqual([])
  })

  it('takes nothing from other pages when it goes, and nothing of it stays', async () => {
    const { device, ask, cacheOf } = openDevice()
    const [own, shared] = ['/_app/immutable/own.js', '/_app/immutable/shared.js']
    await device.keep('madina', 'jury', page, [own, shared, picture])
    await device.keep('madina', 'board', board, [shared])
    for (const file of [own, shared]) await cacheOf(shellName).put(file, new Response('script'))
    await cacheOf(copyName('madina')).put(picture, new Response('pixels'))
    device.network = async () => new Response('no', { status: 403 })
    await ask()
    expect(await device.lying(shellName)).toEqual([shared])
    expect(await device.lying(copyName('madina'))).toEqual([besideOf(board), board])
    device.network = away
    expect(await ask()).toBe('')
    expect(await ask(board)).toBe('board')
  })

  it('stays where the server is only busy', async () => {
    const { device, ask } = openDevice()
    await device.keep('madina', 'kept')
    device.network = async () => new Response('slower', { status: 429 })
    expect(await ask()).toBe('slower')
    device.network = away
    expect(await ask()).toBe('kept')
  })

  it('is not shown by a browser that hides the sign-in from the worker', async () => {
    const { device, here } = openDevice()
    await device.keep('madina', 'hers')
    device.network = away
    const answer = await answerPage({ ...here, cookies: undefined }, device.network(), page)
    expect(answer.type).toBe('error')
  })

  it('has its pictures, until somebody may not see one any more', async () => {
    const { device, here, cacheOf } = openDevice()
    await cacheOf(copyName('madina')).put(picture, new Response('pixels'))
    const see = async () => (await answerPicture(here, new Request(origin + picture))).text()
    device.network = away
    expect(await see()).toBe('pixels')
    device.network = async () => new Response('no', { status: 404 })
    await see()
    device.network = away
    expect(await see()).toBe('')
  })
})
