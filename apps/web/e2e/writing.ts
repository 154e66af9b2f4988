import { openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { connectRoom } from '@sheber/sync/client'
import type { Page } from '@playwright/test'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Hand } from './seed.ts'
import { expect } from './test.ts'

/** Somebody's own hand in a portfolio, without a page. */
export const writing = async (url: string, hand: Hand, portfolioId: string) => {
  const cookie = [...hand.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const Socket = class extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { cookie, origin: url } })
    }
  }
  const connection = connectRoom({
    url: `${url.replace('http', 'ws')}/sync`,
    room: portfolioRoom(portfolioId),
    doc: new Y.Doc(),
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  })
  await expect.poll(() => connection.ready).toBe(true)
  return { portfolio: openPortfolio(connection.doc), settled: () => connection.settled(), end: () => connection.destroy() }
}

/** Presses and choices of one hand; typing the words is not counted. */
export const counting = (page: Page) => {
  let clicks = 0
  return {
    click: async (name: string, role: 'button' | 'link' = 'button') => {
      clicks += 1
      await page.getByRole(role, { name, exact: true }).first().click()
    },
    press: async (key: string) => {
      clicks += 1
      await page.keyboard.press(key)
    },
    tick: async (name: string) => {
      clicks += 1
      await page.getByRole('checkbox', { name, exact: true }).check()
    },
    get clicks() {
      return clicks
    },
  }
}
