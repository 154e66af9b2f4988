import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectLive } from './paper.ts'
import { awake, openAccount } from './pages.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

test.use({ house: { name: 'weight' } })

/** In kB of 1000 bytes, as the smallest brotli carries them; fonts apart. */
const boardKBMax = 110
const signInKBMax = 45

interface Piece {
  readonly name: string
  readonly kB: number
}

const whole = (pieces: readonly Piece[]) => pieces.reduce((sum, { kB }) => sum + kB, 0)
const of = (pieces: readonly Piece[], ending: string) => pieces.filter(({ name }) => name.endsWith(ending))

const told = (place: string, pieces: readonly Piece[], kBMax: number) => {
  const [script, style] = [of(pieces, '.js'), of(pieces, '.css')].map((some) => whole(some).toFixed(1))
  const largest = pieces.toSorted((a, b) => b.kB - a.kB).slice(0, 12)
  return [
    `${place}: ${whole(pieces).toFixed(1)} kB of ${kBMax} in ${pieces.length} files, script ${script}, style ${style}`,
    ...largest.map(({ name, kB }) => `  ${kB.toFixed(1).padStart(5)}  ${name}`),
  ].join('\n')
}

const weigh = async (address: string): Promise<Piece> => {
  const answer = await fetch(address)
  expect(answer.status, address).toBe(200)
  const bytes = brotliCompressSync(Buffer.from(await answer.arrayBuffer()))
  return { name: new URL(address).pathname.replace('/_app/immutable/', ''), kB: bytes.length / 1000 }
}

/** Script and style that the page had asked for when it was this far; what it fetches at leisure later delays nobody. */
const piecesOf = async (page: Page, mark?: string): Promise<Piece[]> => {
  const addresses = await page.evaluate((mark) => {
    const end = mark === undefined ? Infinity : performance.getEntriesByName(mark)[0]?.startTime
    if (end === undefined) throw new Error(`The page was never ${mark}`)
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= end)
    return [...new Set(asked.map(({ name }) => name).filter((name) => /\.(js|css)$/.test(name)))]
  }, mark)
  return Promise.all(addresses.map(weigh))
}

test('a board is light: all that it needs before the first drag', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.addInitScript((live) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('canvas') || !document.querySelector(`[title="${live}"]`)) return
      observer.disconnect()
      performance.mark('live')
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['title'] })
  }, w.board.live.on)
  await page.goto(board)
  await expectLive(page)
  const pieces = await piecesOf(page, 'live')
  const figures = told('board', pieces, boardKBMax)
  process.stdout.write(`${figures}\n`)
  expect(whole(of(pieces, '.js')), 'Yjs and Svelte alone are more').toBeGreaterThan(40)
  expect(whole(of(pieces, '.css')), 'a page without any style was measured').toBeGreaterThan(1)
  expect(whole(pieces), figures).toBeLessThanOrEqual(boardKBMax)
})

test('what came after the board is there when the network is not', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.goto(board)
  await expectLive(page)
  await expect(page.getByRole('banner').locator('details')).toBeVisible()
  await page.context().setOffline(true)
  const menu = await openAccount(page)
  await expect(menu.getByRole('button', { name: w.common.signOut })).toBeVisible()
})

test('the sign-in page is light, its words included', async ({ as, sheber }) => {
  const page = await as(null)
  await page.goto('/sign-in')
  await awake(page)
  const pieces = [await weigh(`${sheber.url}/sign-in`), ...(await piecesOf(page))]
  const figures = told('sign-in', pieces, signInKBMax)
  process.stdout.write(`${figures}\n`)
  expect(whole(of(pieces, '.css')), 'a page without any style was measured').toBeGreaterThan(1)
  expect(whole(pieces), figures).toBeLessThanOrEqual(signInKBMax)
})
