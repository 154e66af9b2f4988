import type { Portfolio } from '@sheber/contract/portfolio'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import type { BrowserContext } from 'playwright-core'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { asking, enterAs } from '../board/enter.ts'
import type { Database } from '../database.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import type { EditorTarget } from './target.ts'
import { paragraphs } from './words.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))

/** One record, as the editor itself would have left it. */
const recordBytes = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => {
    const body = new Y.XmlFragment()
    const record = new Y.Map<unknown>()
    const words = { title: new Y.Text('Bench'), reflection: new Y.Text(), body, pieces: new Y.Map() }
    const rest = { kind: 'made', from: '', to: '', section: '', audience: [], prompt: '', by: 'bench', at: 1, z: 'a1' }
    for (const [key, value] of Object.entries({ ...words, ...rest })) record.set(key, value)
    doc.getMap('records').set('bench', record)
    body.insert(
      0,
      paragraphs.map((paragraph) => {
        const element = new Y.XmlElement('paragraph')
        element.insert(0, [new Y.XmlText(paragraph)])
        return element
      }),
    )
  })
  return Y.encodeStateAsUpdate(doc)
}

/** As y-websocket says it: an update, in a message of its own. */
const letterOf = (update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

const enter = async (context: BrowserContext, origin: string): Promise<string> => {
  const ask = asking(context, origin)
  const person = await enterAs(ask, ({ role }) => role === 'learner')
  const { id } = await ask<Portfolio>('/api/portfolio', { of: 'person', id: person.id })
  const cookie = (await context.cookies(origin)).map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/portfolio:${id}`, { headers: { cookie, origin } })
  await once(socket, 'open')
  socket.send(letterOf(recordBytes()))
  // Until it is saved: what answers is the receipt.
  await pause(2_000)
  socket.close()
  return `${origin}/portfolio/${id}`
}

/** What opens the editor stands above the line that says whether it comes. */
const write = '[data-record="bench"] div:has(+ .trouble) > button'

/** The product as `npm start` runs it: one record, opened from its portfolio. */
export const openSheberEditor = async (database: Database): Promise<EditorTarget> => {
  const env = { DATABASE_URL: await database.create('bench_editor'), SHEBER_DEMO: '1' }
  const process = new ServerProcess({ main, env, health: '/health/ready' }, await freePort())
  await process.start()
  return {
    enter: (context) => enter(context, process.origin),
    ready: async (page) => {
      await page.locator('[data-record="bench"] h3 button').click()
      await page.locator(write).waitFor()
      return write
    },
    close: async () => {
      await process.stop()
      await database.drop('bench_editor')
    },
  }
}
