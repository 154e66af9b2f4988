import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { connectRoom } from '@sheber/sync/client'
import { boardRoom } from '@sheber/document/room'
import sharp from 'sharp'
import * as Y from 'yjs'
import { loadFileWords } from '../src/lib/file/words.ts'
import later from '../src/lib/board/later/words.ru.ts'
import paper from '../src/lib/board/paper/words.ru.ts'
import { boxOf, expectSaved, note, notesOf, openBoard, paperOf, writeNote } from './paper.ts'
import { seedWorkshop, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

/** Whatever is brought to a board, by mistake or as a joke: a sentence or something sane, and everybody works on. */
test.use({ house: { name: 'strange' } })

const f = await loadFileWords('ru')

const openFile = async (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) => {
  const rail = page.getByRole('navigation', { name: later.rail })
  await expect(rail).toBeVisible()
  await rail.locator('input[type=file]').setInputFiles(file)
}
const plain = (name: string, buffer: Buffer | string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })

test('files that are too much, that lie or that bite', async ({ as, centre }) => {
  test.setTimeout(120_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  const watched = watch(page, centre.url)
  await openBoard(page, board)
  await openBoard(other, board)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/files/upload')) sent.push(request.url())
  })

  // 300 MB that take no place on the disk: its header is that of an STL and true.
  const folder = await mkdtemp(join(tmpdir(), 'strange-'))
  const huge = join(folder, 'корпус.stl')
  const triangles = 6_000_000
  const file = await open(huge, 'w')
  const head = Buffer.alloc(84)
  head.writeUInt32LE(triangles, 80)
  await file.write(head)
  await file.truncate(84 + 50 * triangles)
  await file.close()
  await openFile(page, huge)
  await expect(page.getByText(f.trouble.model(30))).toBeVisible()
  await rm(folder, { recursive: true })

  const large = await sharp({ create: { width: 10_000, height: 6_001, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  await openFile(page, plain('плакат.png', large))
  await expect(page.getByText(f.trouble.pixels(60))).toBeVisible()

  await openFile(page, plain('ойын.stl', 'MZ\x90\0'))
  await expect(page.getByText(f.trouble.kind())).toBeVisible()

  await openFile(page, plain('схема.excalidraw', '{"type":"excalidraw","elements":{"length":1e9}}'))
  await expect(page.getByText(paper.outside.strange('схема.excalidraw'))).toBeVisible()
  expect(sent).toEqual([])
  await expect(notesOf(page)).toHaveCount(0)

  const wild = { type: 'rectangle', x: 1e308, y: -1e308, width: 'wide', height: -1e308, angle: 1e308, id: '__proto__', groupIds: 'x' }
  const lies = {
    type: 'excalidraw',
    elements: [
      wild,
      null,
      7,
      { ...wild, type: 'image', fileId: 'constructor' },
      {
        type: 'arrow',
        points: [
          [0, 0],
          ['x', null],
        ],
      },
    ],
  }
  await openFile(page, plain('өтірік.excalidraw', JSON.stringify(lies)))
  await expect(notesOf(page)).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(notesOf(page)).toHaveCount(0)

  // What is meant to run runs nowhere, and is a picture.
  const asked: string[] = []
  for (const one of [page, other]) one.on('dialog', (dialog) => void dialog.dismiss().then(() => asked.push(dialog.message())))
  await openFile(
    page,
    plain(
      'сызба.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(1)</script><rect width="40" height="20"/></svg>',
    ),
  )
  await expect(notesOf(other)).toHaveCount(1)
  await expectSaved(page)
  await page.keyboard.press('Delete')

  await writeNote(other, 'бәрі жұмыс істейді', { x: 300, y: 300 })
  await expect(note(page, 'бәрі жұмыс істейді')).toHaveCount(1)
  expect(asked).toEqual([])
  expect(watched.foreign).toEqual([])
})

test('a paste of a million letters is as much as a thing holds, and what was left out is said', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await expect(page.getByRole('navigation', { name: later.rail })).toBeVisible()
  await paperOf(page).focus()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'ә'.repeat(1_000_000))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText(paper.outside.lettersOver(990_000))).toBeVisible()
  await expect(notesOf(other)).toHaveCount(1)
  await writeNote(other, 'тақта тірі', { x: 200, y: 160 })
  await expect(note(page, 'тақта тірі')).toHaveCount(1)
})

const pasteAs = (page: Page, letters: Record<string, string>) =>
  page.evaluate((given) => {
    const data = new DataTransfer()
    for (const [type, text] of Object.entries(given)) data.setData(type, text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, letters)

/** Leads the paper by the wheel and stops the page's clock on the way; `look` sees it as it is then. */
const ledAt = async (page: Page, look: () => Promise<Buffer>) => {
  const way = async (steps: number) => {
    for (let i = 0; i < steps; i++) {
      await page.mouse.wheel(24, 14)
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }
  await way(4)
  await page.evaluate(() => {
    const [ask, kept] = [window.requestAnimationFrame, [] as FrameRequestCallback[]]
    window.requestAnimationFrame = (work) => kept.push(work)
    Object.assign(window, {
      goOn: () => {
        window.requestAnimationFrame = ask
        for (const work of kept) ask(work)
      },
    })
  })
  // Also where it was looked at too soon: a clock that stands shows nothing the next time either.
  return look().finally(() => page.evaluate(() => (window as unknown as { goOn: () => void }).goOn()))
}

test('ten thousand things at once: more than a board takes is said, what it takes is there, and it lives', async ({ as, centre }) => {
  test.setTimeout(120_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await expect(page.getByRole('navigation', { name: later.rail })).toBeVisible()
  await paperOf(page).focus()
  const notes = Array.from({ length: 10_000 }, (_, i) => ({
    kind: 'note',
    id: `n${i}`,
    g: [(i % 100) * 220, Math.floor(i / 100) * 220, 200, 200],
  }))
  await pasteAs(page, { 'text/plain': 'x', 'application/json': JSON.stringify({ sheber: 'board', v: 1, things: notes }) })
  await expect(page.getByText(w.board.said.tooMany(5_000))).toBeVisible()
  await expect(notesOf(page)).toHaveCount(0)

  const elements = Array.from({ length: 10_000 }, (_, i) => ({
    type: 'rectangle',
    id: `r${i}`,
    ...{ x: (i % 100) * 120, y: Math.floor(i / 100) * 120, width: 100, height: 100 },
  }))
  await pasteAs(page, { 'text/plain': JSON.stringify({ type: 'excalidraw/clipboard', elements }) })
  await expect(page.getByText(paper.outside.over(5_000))).toBeVisible()
  await expect.poll(() => notesOf(page).count()).toBeGreaterThan(0)
  await expectSaved(page)
  await expect.poll(() => notesOf(other).count(), { timeout: 30_000 }).toBeGreaterThan(0)

  // A paper that is being led shows what it shows at rest, to the pixel: tiles by themselves stand for the canvas meanwhile.
  const canvas = paperOf(other).locator('> canvas')
  const look = () => other.screenshot({ clip: { x: 300, y: 200, width: 500, height: 300 } })
  await other.mouse.move(500, 350)
  await expect(async () => {
    const led = await ledAt(other, async () => {
      await expect(canvas).toBeHidden({ timeout: 500 })
      return look()
    })
    await expect(canvas).toBeVisible()
    expect((await look()).equals(led)).toBe(true)
  }).toPass({ timeout: 30_000 })

  // One step back takes all of them away again, and the board is written on as before.
  await page.keyboard.press('Control+z')
  await expect(notesOf(page)).toHaveCount(0, { timeout: 30_000 })
  await writeNote(page, 'тақта тірі', { x: 300, y: 300 })
  await expect(note(other, 'тақта тірі')).toHaveCount(1, { timeout: 30_000 })
})

test('a picture, a drawing of Excalidraw and a table are pasted as what they are', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await expect(page.getByRole('navigation', { name: later.rail })).toBeVisible()
  await paperOf(page).focus()
  await pasteAs(page, { 'text/plain': 'Күн\tЖел\r\n1\t5,5', 'text/html': '<table><tr><td>Күн</td></tr></table>' })
  for (const cell of ['Күн', 'Жел', '1', '5,5']) await expect(note(other, cell)).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(notesOf(other)).toHaveCount(0)

  const box = { type: 'ellipse', id: 'e', x: 0, y: 0, width: 200, height: 120, boundElements: [{ type: 'text', id: 't' }] }
  const text = { type: 'text', id: 't', x: 20, y: 40, width: 100, height: 25, text: 'Мотор', containerId: 'e' }
  await pasteAs(page, { 'text/plain': JSON.stringify({ type: 'excalidraw/clipboard', elements: [box, text] }) })
  await expect(notesOf(other)).toHaveCount(1)
  await expect(note(other, 'Мотор')).toHaveCount(1)

  const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b6e99' } })
    .png()
    .toBuffer()
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, png.toString('base64'))
  await expect(notesOf(other)).toHaveCount(2)
  await expect(notesOf(other).and(other.getByRole('button', { name: new RegExp(`^${w.board.kind.image}`) }))).toHaveCount(1)

  // An address of this very Sheber is a card of what it leads to. Renamed there, it is called so here, and nobody has written a letter.
  await pasteAs(page, { 'text/plain': new URL(board, centre.url).href })
  const card = (on: Page, title: string) => notesOf(on).and(on.getByRole('button', { name: `${w.board.card.board}. ${title}` }))
  const asked = { headers: { origin: centre.url } }
  const { project, projectId } = (await (await page.request.get(`${centre.url}/api${board}`)).json()) as {
    project: string
    projectId: string
  }
  await expect(card(other, project)).toHaveCount(1)
  await expectSaved(page)
  const renamed = await page.request.patch(`${centre.url}/api/project/${projectId}`, { ...asked, data: { title: 'Аспалы көпір' } })
  expect(renamed.status()).toBe(200)
  for (const on of [page, other]) await expect(card(on, 'Аспалы көпір')).toHaveCount(1)
})

/** Somebody of the team whose program is not ours. */
const strange = (url: string, board: string, hand: Hand) => {
  const cookie = [...hand.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  class Socket extends WebSocket {
    constructor(to: string | URL) {
      // Node's own takes headers, though no browser's does.
      super(to, { headers: { cookie, origin: url } } as never)
    }
  }
  const doc = new Y.Doc()
  return connectRoom({
    url: `${url.replace('http', 'ws')}/sync`,
    room: boardRoom(board.split('/').at(-1) ?? ''),
    doc,
    WebSocketPolyfill: Socket,
  })
}

test('things at 1e308, without a number and without an end, by a program that is not ours', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await writeNote(page, 'бұрын', { x: 300, y: 300 })
  const link = strange(centre.url, board, timur.hand)
  await expect.poll(() => link.ready).toBe(true)
  const el = link.doc.getMap<Y.Map<unknown>>('el')
  const wild: Record<string, unknown>[] = [
    { t: 'note', g: [1e308, -1e308, NaN, Infinity] },
    { t: 'ink', g: [NaN, NaN, NaN, NaN], points: new Uint8Array(32_000).fill(255) },
    { t: 'connector', a: { id: 'x', u: NaN, v: 1e308, port: 'p' }, p: [1e308, NaN, -1e308, Infinity], bend: 1e308 },
    { t: 'model', file: 'nowhere', still: 'nowhere', extent: [1e308, NaN, -1], view: [NaN, 1e308, Infinity], bytes: 1e308, triangles: NaN },
    { t: 'image', file: '../../api/session', g: [0, 0, 1e308, 1e308] },
    { t: 'hologram', g: 'everywhere' },
    { t: 7, g: null, z: {} },
  ]
  link.doc.transact(() => {
    for (const [i, fields] of wild.entries())
      el.set(`strange${i}`, new Y.Map(Object.entries({ z: 'a0', by: 'x', at: 1, del: null, ...fields })))
    const long = new Y.Map<unknown>(Object.entries({ t: 'note', g: [0, 0, 200, 200], z: 'a1', by: 'x', at: 1, del: null }))
    long.set('txt', new Y.Text('ұ'.repeat(200_000)))
    el.set('long', long)
  })
  await expect(notesOf(page)).toHaveCount(1 + wild.length + 1)
  await writeNote(page, 'кейін', { x: 300, y: 520 })
  await expectSaved(page)
  expect((await boxOf(note(page, 'бұрын'))).width).toBeGreaterThan(0)
  link.destroy()

  const fresh = await as(aidana.hand)
  await openBoard(fresh, board)
  await expect(note(fresh, 'кейін')).toHaveCount(1)
})
