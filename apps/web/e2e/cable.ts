import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * The network between browsers and Sheber, in the hand of a test. The browser's own "offline" leaves open
 * WebSockets alone, so a cut that a person would notice has to happen outside of it.
 */
export interface Cable extends AsyncDisposable {
  readonly url: string
  /** Every connection breaks at once, and new ones too; of `rooms` only those that carry a shared document. */
  cut(what?: 'all' | 'rooms'): void
  join(): void
}

export const layCable = async (to: string): Promise<Cable> => {
  const { hostname, port } = new URL(to)
  const ends = new Map<Socket, 'room' | 'page'>()
  let isCut: 'all' | 'rooms' | null = null

  const link = (near: Socket, far: Socket, kind: 'room' | 'page') => {
    ends.set(near, kind)
    near.pipe(far)
    near.on('close', () => {
      ends.delete(near)
      far.destroy()
    })
  }

  const server = createServer((browser) => {
    browser.on('error', () => browser.destroy())
    if (isCut === 'all') return void browser.destroy()
    // A browser opens a fresh connection for every WebSocket, so the first bytes say what it is for.
    browser.once('data', (first) => {
      const kind = first.toString('latin1').startsWith('GET /sync/') ? 'room' : 'page'
      if (kind === 'room' && isCut) return void browser.destroy()
      browser.pause()
      browser.unshift(first)
      const sheber = connect({ host: hostname, port: Number(port) })
      sheber.on('error', () => sheber.destroy())
      link(browser, sheber, kind)
      link(sheber, browser, kind)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const cut = (what: 'all' | 'rooms' = 'all') => {
    isCut = what
    for (const [end, kind] of ends) if (what === 'all' || kind === 'room') end.destroy()
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
