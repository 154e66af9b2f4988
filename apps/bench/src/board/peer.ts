import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { BoardTarget } from './target.ts'

const peers = fileURLToPath(new URL('../../peers/board/', import.meta.url))

/** Address → folder: the pages as vite built them, and what the peers fetch while they run. */
const folders = {
  '/': join(peers, 'build'),
  '/excalidraw/fonts/': join(peers, 'node_modules/@excalidraw/excalidraw/dist/prod/fonts'),
  '/tldraw/': join(peers, 'node_modules/@tldraw/assets'),
} as const

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface File {
  readonly headers: Readonly<Record<string, string>>
  readonly content: Buffer
}

const read = async (path: string, type: string): Promise<File> => {
  const content = await readFile(path)
  // Compressed already.
  if (/^(font|image\/png)/.test(type)) return { headers: { 'content-type': type }, content }
  return { headers: { 'content-type': type, 'content-encoding': 'br' }, content: brotliCompressSync(content) }
}

const readAll = async (): Promise<Map<string, File>> => {
  const files = new Map<string, File>()
  for (const [address, folder] of Object.entries(folders)) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      const type = types[extname(entry.name)]
      if (entry.isFile() && type !== undefined) files.set(address + path.slice(folder.length + 1), await read(path, type))
    }
  }
  return files
}

/** Once for both of them: it takes a while. */
let packed: Promise<Map<string, File>> | null = null

/** A peer's page, served as production would: compressed before the first visit, and to be kept. */
export const openPeerBoard = async (pageName: string): Promise<BoardTarget> => {
  const files = await (packed ??= readAll())
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://peer').pathname)
    if (!file) return response.writeHead(404).end()
    return response.writeHead(200, { ...file.headers, 'cache-control': 'public, max-age=31536000, immutable' }).end(file.content)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    enter: () => Promise.resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${pageName}.html`),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
