import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectLive } from './paper.ts'
import { awake } from './pages.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

test.use({ house: { name: 'weight' } })

/** Script and style together, as the smallest brotli carries them; fonts and pictures apart. */
const boardKBMax = 110
const signInKBMax = 45

interface Piece {
  readonly name: string
  readonly kB: number
}

const sum = (pieces: readonly Piece[], kind: string) =>
  pieces.filter(({ name }) => name.endsWith(kind)).reduce((all, { kB }) => all + kB, 0)
const whole = (pieces: readonly Piece[]) => sum(pieces, '')

const told = (place: string, pieces: readonly Piece[], kBMax: number) => {
  const largest = pieces.toSorted((a, b) => b.kB - a.kB).slice(0, 12)
  return [
    `${place}: ${whole(pieces).toFixed(1)} kB of ${kBMax} in ${pieces.length} files (script ${sum(pieces, '.js').toFixed(1)}, style ${sum(pieces, '.css').toFixed(1)})`,
    ...largest.map(({ name, kB }) => `  ${kB.toFixed(1).padStart(5)}  ${name}`),
  ].join('\n')
}

/** What was asked for until this moment of the page; what it fetches at leisure afterwards weighs on nobody's first drag. */
const piecesUntil = async (page: Page, mark: string): Promise<Piece[]> => {
  const addresses = await page.evaluate((mark) => {
    const end = mark ? (performance.getEntriesByName(mark)[0]?.startTime ?? Infinity) : Infinity
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= end)
    return [...new Set(asked.map(({ name }) => name).filter((name) => /\.(js|css)$/.test(name)))]
  }, mark)
  return Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(address)
      expect(answer.status, address).toBe(200)
      const bytes = brotliCompressSync(Buffer.from(await answer.arrayBuffer()))
      return { name: new URL(address).pathname.replace('/_app/immutable/', ''), kB: bytes.length / 1000 }
    }),
  )
}

test('a board is light: all it needs before the first drag', async ({ as, centre }) => {
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
  const pieces = await piecesUntil(page, 'live')
  console.log(told('board', pieces, boardKBMax))
  expect(sum(pieces, '.js'), 'nothing was measured').toBeGreaterThan(30)
  expect(whole(pieces), told('board', pieces, boardKBMax)).toBeLessThanOrEqual(boardKBMax)
})

test('the sign-in page is light', async ({ as }) => {
  const page = await as(null)
  await page.goto('/sign-in')
  await awake(page)
  const pieces = await piecesUntil(page, '')
  console.log(told('sign-in', pieces, signInKBMax))
  expect(sum(pieces, '.js'), 'nothing was measured').toBeGreaterThan(10)
  expect(whole(pieces), told('sign-in', pieces, signInKBMax)).toBeLessThanOrEqual(signInKBMax)
})
