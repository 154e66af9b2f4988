import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectLive } from './paper.ts'
import { awake, openAccount } from './pages.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

/** In kB of 1000 bytes, as the smallest brotli carries them; fonts apart. */
const boardKBMax = 110
const signInKBMax = 45
/** Of words in a record: the editor with Yjs and what keeps it in step with others, as peers count it; what a page of forms has too is not in it. Promised are 140. */
const editorKBMax = 120
/** The page around it too, Svelte and all: what has come before the first key. */
const writingKBMax = 259

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

/** The smallest brotli takes its time: each piece once. */
const weighed = new Map<string, Promise<Piece>>()
const weigh = (address: string): Promise<Piece> => {
  const known = weighed.get(address) ?? weighNow(address)
  weighed.set(address, known)
  return known
}

const weighNow = async (address: string): Promise<Piece> => {
  const answer = await fetch(address)
  expect(answer.status, address).toBe(200)
  const bytes = brotliCompressSync(Buffer.from(await answer.arrayBuffer()))
  return { name: new URL(address).pathname.replace('/_app/immutable/', ''), kB: bytes.length / 1000 }
}

/** Styles that came within the page itself. */
const inPage = async (page: Page): Promise<Piece> => {
  const styles = await page.evaluate(() => Array.from(document.querySelectorAll('style'), (one) => one.textContent).join(''))
  return { name: 'page.css', kB: brotliCompressSync(Buffer.from(styles)).length / 1000 }
}

/** Script and style that the page had asked for when it was this far; what it fetches at leisure later delays nobody. */
const piecesOf = async (page: Page, mark?: string): Promise<Piece[]> => {
  const addresses = await page.evaluate((mark) => {
    const end = mark === undefined ? Infinity : performance.getEntriesByName(mark)[0]?.startTime
    if (end === undefined) throw new Error(`The page was never ${mark}`)
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= end)
    return [...new Set(asked.map(({ name }) => name).filter((name) => /\.(js|css)$/.test(name)))]
  }, mark)
  return Promise.all([inPage(page), ...addresses.map(weigh)])
}

test('a board is light: all that it needs before the first drag', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.addInitScript((live) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.mirror') || !document.querySelector(`[title="${live}"]`)) return
      observer.disconnect()
      performance.mark('live')
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['title'] })
  }, w.board.live.on)
  const answer = await page.goto(board)
  await expectLive(page)
  // What it needs is told before its first letter.
  const named = (await answer?.text())?.matchAll(/(?:src|href)="(\/_app\/[^"]+\.js)"/g) ?? []
  const needed = Array.from(named, ([, href]) => `<${href}>; rel="modulepreload"`)
  expect(needed.length).toBeGreaterThan(3)
  expect((await answer?.headerValue('link'))?.split(', ').toSorted()).toEqual(needed.toSorted())
  const pieces = await piecesOf(page, 'live')
  const figures = told('board', pieces, boardKBMax)
  process.stdout.write(`${figures}\n`)
  expect(whole(of(pieces, '.js')), 'Yjs and Svelte alone are more').toBeGreaterThan(40)
  expect(whole(of(pieces, '.css')), 'a page without any style was measured').toBeGreaterThan(1)
  expect(whole(pieces), figures).toBeLessThanOrEqual(boardKBMax)
})

/** A script, and all that it cannot run without. */
const withImports = async (addresses: readonly string[]): Promise<Piece[]> => {
  const found = new Map<string, Piece>()
  const take = async (address: string): Promise<void> => {
    if (found.has(address)) return
    found.set(address, { name: address, kB: 0 })
    const script = await (await fetch(address)).text()
    found.set(address, await weigh(address))
    for (const [, path] of script.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) await take(new URL(path ?? '', address).href)
  }
  for (const address of addresses) await take(address)
  return [...found.values()]
}

test('the editor of a record is light: all that it needs before the first key', async ({ as, centre, sheber }) => {
  const { aidana } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[role="textbox"][contenteditable="true"]')) return
      observer.disconnect()
      performance.mark('open')
    }).observe(document, { subtree: true, childList: true })
  })
  await page.goto('/portfolio')
  await awake(page)
  const everywhere = new Set((await piecesOf(page)).map(({ name }) => name))
  await page.getByRole('button', { name: w.portfolio.list.start, exact: true }).click()
  await page.getByRole('button', { name: w.portfolio.add, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: w.portfolio.kind.made.name }).click()
  const write = page.getByRole('button', { name: w.portfolio.record.write, exact: true })
  await expect(write).toBeVisible()
  // The page as somebody finds it who opens it by its address: what the list of portfolios had is not counted.
  await page.reload()
  await page.locator('[data-record] h3 button').click()
  await expect(write).toBeVisible()
  const before = new Set((await piecesOf(page)).map(({ name }) => name))
  await write.click()
  await expect(page.getByRole('textbox', { name: w.portfolio.editor.label })).toBeFocused()

  test.slow()
  const all = await piecesOf(page, 'open')
  const come = all.filter(({ name }) => !before.has(name))
  const scripts = await withImports(of(come, '.js').map(({ name }) => `${sheber.url}/_app/immutable/${name}`))
  const editor = [...scripts.filter(({ name }) => !everywhere.has(name)), ...of(come, '.css')]
  const figures = [told('editor', editor, editorKBMax), told('writing', all, writingKBMax)].join('\n')
  process.stdout.write(`${figures}\n`)
  expect(whole(editor), 'Yjs and ProseMirror alone are more').toBeGreaterThan(80)
  expect(whole(editor), figures).toBeLessThanOrEqual(editorKBMax)
  expect(whole(all), figures).toBeLessThanOrEqual(writingKBMax)
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
  // The page carries its styles.
  const files = (await piecesOf(page)).filter(({ name }) => name !== 'page.css')
  const pieces = [await weigh(`${sheber.url}/sign-in`), ...files]
  const figures = told('sign-in', pieces, signInKBMax)
  process.stdout.write(`${figures}\n`)
  expect((await inPage(page)).kB, 'a page without any style was measured').toBeGreaterThan(1)
  expect(of(files, '.css'), 'a weak network waits for each file before anything is seen').toEqual([])
  expect((await page.request.get('/sign-in')).headers()['content-encoding'], 'a page is packed').toMatch(/^(br|gzip)$/)
  expect(whole(pieces), figures).toBeLessThanOrEqual(signInKBMax)
})
