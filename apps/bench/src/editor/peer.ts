import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EditorTarget } from './target.ts'
import { paragraphs } from './words.ts'

const built = fileURLToPath(new URL('../../peers/editor/build/', import.meta.url))
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }

/** A bare Tiptap, bound to a Yjs document that holds the words already; it is fetched when it is asked for, as ours is. */
export const openTiptap = async (): Promise<EditorTarget> => {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://peer').pathname)
    void readFile(join(built, path)).then(
      (content) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    enter: async (context) => {
      await context.addInitScript((words) => Object.assign(window, { __words: words }), paragraphs)
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`
    },
    ready: async (page) => {
      await page.locator('#write').waitFor()
      return '#write'
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
