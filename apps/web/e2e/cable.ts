import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** `rooms`: whatever carries a shared document. `upgrades`: every WebSocket, as behind a school's filter. */
export type Cut = 'all' | 'rooms' | 'upgrades'

/**
 * The network between browsers and Sheber, in the hand of a test. The browser's own "offline" leaves open
 * WebSockets alone, so a cut that a person would notice has to happen outside of it.
 */
export interface Cable extends AsyncDisposable {
  readonly url: string
  /** Every connection of this kind breaks at once, and new ones too. */
  cut(what?: Cut): void
  join(): void
}

interface Kinds {
  readonly rooms: boolean
  readonly upgrades: boolean
}

/** A connection is kept for many requests; each says anew what it is for, in its first bytes. */
const kindsOf = (chunk: Buffer): Kinds | null => {
  const text = chunk.toString('latin1')
  if (!/^[A-Z]+ \/\S* HTTP\/1\.1\r\n/.test(text)) return null
  return { rooms: /^[A-Z]+ \/sync\//.test(text), upgrades: /\r\nupgrade: *websocket/i.test(text) }
}

export const layCable = async (to: string): Promise<Cable> => {
  const { hostname, port } = new URL(to)
  const links = new Map<Socket, { far: Socket | null; kinds: Kinds }>()
  let isCut: Cut | null = null

  const isBarred = (kinds: Kinds) => isCut === 'all' || (isCut !== null && kinds[isCut])

  const server = createServer((browser) => {
    const link = { far: null as Socket | null, kinds: { rooms: false, upgrades: false } as Kinds }
    links.set(browser, link)
    browser.on('error', () => browser.destroy())
    browser.on('close', () => {
      links.delete(browser)
      link.far?.destroy()
    })
    if (isCut === 'all') return void browser.destroy()
    browser.on('data', (chunk: Buffer) => {
      link.kinds = kindsOf(chunk) ?? link.kinds
      if (isBarred(link.kinds)) return void browser.destroy()
      if (link.far) return void link.far.write(chunk)
      const sheber = connect({ host: hostname, port: Number(port) })
      link.far = sheber
      sheber.on('error', () => sheber.destroy())
      sheber.on('close', () => browser.destroy())
      sheber.write(chunk)
      sheber.pipe(browser)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const cut = (what: Cut = 'all') => {
    isCut = what
    for (const [browser, { kinds }] of links) if (isBarred(kinds)) browser.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    join: () => (isCut = null),
    [Symbol.asyncDispose]: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
