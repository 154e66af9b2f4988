import Fastify, { type FastifyInstance } from 'fastify'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPictures } from './file.pictures.ts'

let dir: string
let app: FastifyInstance
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sheber-pictures-'))
  app = Fastify()
})
afterAll(async () => {
  await app.close()
  await rm(dir, { recursive: true, force: true })
})

const steps = '<feGaussianBlur stdDeviation="500"/><feTurbulence baseFrequency="0.5" numOctaves="200"/>'.repeat(30)
const endless = `<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="5000">
  <filter id="f" width="1000%" height="1000%">${steps}</filter><rect width="5000" height="5000" filter="url(#f)"/></svg>`

it('lets no picture keep the others waiting for ever', async () => {
  const pictures = openPictures(app, { msMax: 6_000 })
  const [long, short] = [join(dir, 'long.svg'), join(dir, 'short.png')]
  await writeFile(long, endless)
  await sharp({ create: { width: 20, height: 10, channels: 3, background: '#fff' } }).toFile(short)
  const [first, second] = await Promise.allSettled([
    pictures.render(long, 'image/svg+xml', (width) => join(dir, `long.${width}`)),
    pictures.render(short, 'image/png', (width) => join(dir, `short.${width}`)),
  ])
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'picture-broken' } })
  expect(second).toMatchObject({ status: 'fulfilled', value: { width: 20, height: 10 } })
}, 60_000)

it('makes a small picture of bytes, and nothing of what is none', async () => {
  const pictures = openPictures(app)
  const bytes = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const small = await pictures.thumbnail(bytes)
  expect(await sharp(small ?? expect.unreachable()).metadata()).toMatchObject({ format: 'webp', width: 320, height: 160 })
  expect(await pictures.thumbnail(Buffer.from('<html>'))).toBeNull()
}, 60_000)
