import { file } from '@sheber/contract/file'
import { fileLimits } from '@sheber/domain/file'
import { file as fileTable, fileUpload } from '@sheber/db/schema'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { eq } from 'drizzle-orm'
import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { openShelf } from './file.shelf.ts'
import { sweepFiles } from './file.sweep.ts'
import { begin, bring, send, tus } from './testing/send.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const aigerim = () => world.as('aigerim')
const sent = (bytes: Uint8Array, name?: string) => send(aigerim(), world.board, bytes, name)
const get = (path: string, who = aigerim()) => who.send({ method: 'GET', url: path })

/** Everything below the folder of files, by its path there. */
const onDisk = async (): Promise<string[]> => {
  const entries = await readdir(join(world.services.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

const plain = (width: number, height: number, colour = '#0b6e99') =>
  sharp({ create: { width, height, channels: 3, background: colour }, limitInputPixels: false })
/** What cannot be packed small, and is the same each time. */
const grain = (width: number, height: number) => {
  let at = 1
  const next = () => (at = (at * 16_807) % 2_147_483_647) & 255
  return sharp(Buffer.from(Array.from({ length: width * height * 3 }, next)), { raw: { width, height, channels: 3 } })
}

describe('a picture', () => {
  it('is kept upright, in widths up to its own, without what the camera wrote', async () => {
    const photo = await grain(2400, 1200)
      .jpeg()
      // Turned by a quarter, and taken at a place.
      .withExif({ IFD0: { Make: 'Телефон', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 7/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()

    const made = await sent(photo, 'Көпір.jpg')
    expect(made).toMatchObject({ name: 'Көпір.jpg', type: 'image/jpeg', width: 1200, height: 2400, by: world.person('aigerim').name })
    for (const [asked, expected] of [
      [320, { width: 320, height: 640 }],
      [960, { width: 960, height: 1920 }],
      [1920, { width: 1200, height: 2400 }],
    ] as const) {
      const { rawPayload, headers, statusCode } = await get(`/files/${made.id}/${asked}.webp`)
      expect(statusCode).toBe(200)
      expect(headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'content-disposition': `inline; filename="_____.webp"; filename*=UTF-8''${encodeURIComponent('Көпір.webp')}`,
      })
      const kept = await sharp(rawPayload).metadata()
      expect(kept).toMatchObject({ format: 'webp', ...expected })
      expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined])
    }
    // The photograph as it was sent lies nowhere.
    expect((await onDisk()).filter((path) => !path.endsWith('.webp'))).toEqual([])
  })

  it('smaller than a width is not made larger', async () => {
    const { id, width, height } = await sent(await plain(200, 100).png().toBuffer())
    expect({ width, height }).toEqual({ width: 200, height: 100 })
    for (const asked of [320, 1920]) {
      expect(await sharp((await get(`/files/${id}/${asked}.webp`)).rawPayload).metadata()).toMatchObject({ width: 200, height: 100 })
    }
    expect((await get(`/files/${id}/640.webp`)).statusCode).toBe(404)
  })

  it('that is sent twice is kept once, and is two files', async () => {
    const bytes = await plain(400, 300, '#b8430b').webp().toBuffer()
    const first = await sent(bytes)
    const before = await onDisk()
    const second = await send(world.as('timur'), world.of('glider').board, bytes)
    expect(await onDisk()).toEqual(before)
    expect(second.id).not.toBe(first.id)
    // One's right to see it comes from one's own board and not from the bytes.
    expect((await get(`/files/${second.id}/320.webp`)).statusCode).toBe(403)
  })

  it.each(['png', 'gif', 'avif', 'webp', 'jpeg'] as const)('may be %s', async (format) => {
    const made = await sent(await plain(40, 30).toFormat(format).toBuffer(), 'any name.exe')
    expect(made).toMatchObject({ type: `image/${format}`, width: 40, height: 30 })
  })
})

describe('a drawing', () => {
  const svg = `<?xml version="1.0"?><!-- made by hand -->
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="30" onload="alert(1)">
      <script>alert(1)</script><style>@import url(https://evil.example/x.css)</style>
      <image href="file:///etc/passwd" width="9" height="9"/><image xlink:href="https://evil.example/x.png" width="9" height="9"/>
      <foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>
      <rect width="60" height="30" fill="#1b7f4b"/></svg>`

  it('is shown as a picture, and as it is only saved', async () => {
    const { id, width, height, type } = await sent(Buffer.from(svg), 'сызба.svg')
    expect({ width, height, type }).toEqual({ width: 60, height: 30, type: 'image/svg+xml' })
    // Sharp at every size.
    expect(await sharp((await get(`/files/${id}/960.webp`)).rawPayload).metadata()).toMatchObject({ width: 960, height: 480 })
    const original = await get(`/files/${id}`)
    expect(original.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; .*\.svg$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    expect(original.body).toBe(svg)
  })

  it.each([
    ['of a size beyond reason', '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>', 'picture-large'],
    ['that is no XML', '<svg xmlns="http://www.w3.org/2000/svg" width="10"', 'picture-broken'],
    [
      'of entities within entities',
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij', (name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>`,
      'picture-broken',
    ],
  ])('%s is refused', async (_, text, code) => {
    const before = await onDisk()
    await expect(sent(Buffer.from(text))).rejects.toMatchObject({ code })
    expect(await onDisk()).toEqual(before)
  })
})

const stl = (triangles: number) => {
  const bytes = Buffer.alloc(84 + 50 * triangles)
  bytes.writeUInt32LE(triangles, 80)
  return bytes
}
const glb = () => {
  const json = Buffer.from('{"asset":{"version":"2.0"}}  ')
  const bytes = Buffer.concat([Buffer.from('glTF'), Buffer.alloc(16), json])
  bytes.writeUInt32LE(2, 4)
  bytes.writeUInt32LE(bytes.length, 8)
  bytes.writeUInt32LE(json.length, 12)
  bytes.write('JSON', 16)
  return bytes
}

describe('a file', () => {
  it.each([
    ['model/stl', 'бөлшек.stl', () => stl(20)],
    ['model/gltf-binary', 'робот.glb', glb],
    ['text/plain', 'жарық.ino', () => Buffer.from('void setup() { pinMode(13, OUTPUT); }\n')],
    ['application/pdf', 'есеп.pdf', () => Buffer.from('%PDF-1.7\n\0binary')],
  ] as const)('of type %s comes back as it was sent', async (type, name, bytes) => {
    const made = await sent(bytes(), name)
    expect(made).toMatchObject({ type, name, width: null, height: null, bytes: bytes().length })
    const { headers, rawPayload } = await get(`/files/${made.id}`)
    expect(rawPayload).toEqual(bytes())
    expect(headers['content-type']).toMatch(type)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    expect((await get(`/files/${made.id}/320.webp`)).statusCode).toBe(404)
  })

  it('is told to whoever follows the project, once it is there for them', async () => {
    let id = ''
    const facts = await toldBy(world, async () => {
      id = (await sent(stl(21), 'куб.stl')).id
      expect((await get(`/files/${id}`, world.as('daulet'))).statusCode).toBe(200)
    })
    expect(facts).toEqual([['file.added', { fileId: id, boardId: world.board, projectId: world.project }, world.person('aigerim').id]])
  })

  it('is what its content says, and is saved under a name that says so too', async () => {
    const { id, type } = await sent(Buffer.from('<html><script>alert(1)</script></html>'), '../../../index.html')
    expect(type).toBe('text/plain')
    const { headers } = await get(`/files/${id}`)
    expect(headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment; filename="index\.html\.txt"/) })
    expect(headers['content-type']).toMatch(/^text\/plain/)
  })

  it.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0'), 'file-kind'],
    ['nothing anybody knows', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9]), 'file-kind'],
    ['a model that was cut', stl(20).subarray(0, 900), 'file-kind'],
    ['another model that was cut', glb().subarray(0, 30), 'file-kind'],
    ['a photograph that only one maker opens', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heic', 'latin1'), 'picture-broken'],
    ['a picture by its first bytes only', Buffer.from('\x89PNG\r\n\x1a\nand then words', 'latin1'), 'picture-broken'],
  ])('is not %s', async (_, bytes, code) => {
    const all = async () => ({ bytes: await onDisk(), rows: await world.services.db.$count(fileTable) })
    const before = await all()
    await expect(sent(bytes, 'сурет.png')).rejects.toMatchObject({ code })
    expect(await all()).toEqual(before)
  })
})

describe('what would be too much', () => {
  it('is a photograph that was cut', async () => {
    const whole = await grain(800, 600).jpeg().toBuffer()
    await expect(sent(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'picture-broken' })
  })

  it('is more than 60 million pixels, in however few bytes, and costs no memory', async () => {
    const bomb = await plain(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.byteLength).toBeLessThan(fileLimits.pictureBytesMax)
    const before = process.memoryUsage().rss
    await expect(sent(bomb)).rejects.toMatchObject({ code: 'picture-large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000)
  }, 60_000)

  it('is a model of 300 MB, refused before its first byte', async () => {
    const reply = await begin(aigerim(), { boardId: world.board, bytes: 300_000_000, name: 'үлкен.stl' })
    expect(reply.json()).toMatchObject({ code: 'file-large', message: expect.stringContaining('30') })
    expect(reply.statusCode).toBe(413)
  })

  it('is 300 MB of one person within an hour', async () => {
    const daulet = world.as('daulet')
    const ids = Array.from({ length: 10 }, () => newId())
    for (const id of ids) {
      expect((await begin(daulet, { id, boardId: world.board, bytes: fileLimits.fileBytesMax })).statusCode).toBe(201)
    }
    const reply = await begin(daulet, { boardId: world.board, bytes: 1 })
    expect([reply.statusCode, reply.json<{ code: string }>().code, reply.headers['retry-after']]).toEqual([429, 'files-too-often', '3600'])
    world.clock.advance(3_600_001)
    expect((await begin(daulet, { boardId: world.board, bytes: 1 })).statusCode).toBe(201)
    for (const id of ids) {
      expect((await daulet.send({ method: 'DELETE', url: `/files/upload/${id}`, headers: tus })).statusCode).toBe(204)
    }
  })

  it('is more than a board holds', async () => {
    const row = {
      boardId: world.of('glider').board,
      personId: world.person('timur').id,
      name: 'x',
      type: 'text/plain',
      sha256: '',
    } as const
    const full = { ...row, id: newId(), bytes: fileLimits.boardBytesMax }
    await world.services.db.insert(fileTable).values(full)
    const reply = await begin(world.as('timur'), { boardId: row.boardId, bytes: 10 })
    expect(reply.json()).toMatchObject({ code: 'too-many-files' })
    await world.services.db.delete(fileTable).where(eq(fileTable.id, full.id))
  })
})

describe('sending', () => {
  it('goes on where it broke off, and brings nothing out of turn', async () => {
    const bytes = await grain(300, 200).png().toBuffer()
    const id = newId()
    const url = `/files/upload/${id}`
    expect((await begin(aigerim(), { id, boardId: world.board, bytes: bytes.length })).headers).toMatchObject({
      location: url,
      'tus-resumable': '1.0.0',
      'upload-expires': expect.stringMatching(/GMT$/),
    })
    const half = 20_000
    expect((await bring(aigerim(), id, 0, bytes.subarray(0, half))).headers).toMatchObject({ 'upload-offset': String(half) })
    // The answer was lost: the same part comes again, and one that skips something.
    for (const offset of [0, half + 1]) {
      const again = await bring(aigerim(), id, offset, bytes.subarray(offset, offset + 100))
      expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'file-part'])
    }
    await expect(aigerim().ask(file.add, { params: { boardId: world.board }, body: { id } })).rejects.toMatchObject({
      code: 'file-unfinished',
    })
    const head = await aigerim().send({ method: 'HEAD', url, headers: tus })
    expect(head.headers).toMatchObject({
      'upload-offset': String(half),
      'upload-length': String(bytes.length),
      'cache-control': 'no-store',
    })
    await bring(aigerim(), id, half, bytes.subarray(half))
    const add = () => aigerim().ask(file.add, { params: { boardId: world.board }, body: { id } })
    const [first, second] = await Promise.all([add(), add()])
    expect(first).toEqual(second)
    // Asked once more when all is over: an answer may be lost at the very end.
    expect(await add()).toEqual(first)
    expect((await aigerim().send({ method: 'HEAD', url, headers: tus })).headers['upload-offset']).toBe(String(bytes.length))
  })

  it.each([
    ['more than was announced', 409, (id: string) => bring(aigerim(), id, 0, Buffer.alloc(200))],
    ['a part beyond the bound', 413, (id: string) => bring(aigerim(), id, 0, Buffer.alloc(fileLimits.partBytesMax + 1))],
    ['a part without a place', 400, (id: string) => bring(aigerim(), id, Number.NaN, Buffer.alloc(10))],
    ['a part of somebody else’s', 404, (id: string) => bring(world.as('daulet'), id, 0, Buffer.alloc(10))],
    ['a part from outside', 403, (id: string) => bring(world.as('timur'), id, 0, Buffer.alloc(10))],
    ['a part of nobody’s', 401, (id: string) => bring(world.as('guest'), id, 0, Buffer.alloc(10))],
    [
      'another protocol',
      412,
      (id: string) => aigerim().send({ method: 'HEAD', url: `/files/upload/${id}`, headers: { 'tus-resumable': '0.2' } }),
    ],
    [
      'a part from another site',
      403,
      (id: string) =>
        aigerim().send({ method: 'PATCH', url: `/files/upload/${id}`, headers: { ...tus, origin: 'https://evil.example' }, payload: '' }),
    ],
  ])('takes no %s', async (_, status, attempt) => {
    const id = newId()
    await begin(aigerim(), { id, boardId: world.board, bytes: 100 })
    expect((await attempt(id)).statusCode).toBe(status)
    const { headers } = await aigerim().send({ method: 'HEAD', url: `/files/upload/${id}`, headers: tus })
    expect(headers['upload-offset']).toBe('0')
    await aigerim().send({ method: 'DELETE', url: `/files/upload/${id}`, headers: tus })
  })

  it('gives no number twice', async () => {
    const id = newId()
    expect((await begin(aigerim(), { id, boardId: world.board, bytes: 100 })).statusCode).toBe(201)
    expect((await begin(aigerim(), { id, boardId: world.board, bytes: 100 })).statusCode).toBe(201)
    expect((await begin(world.as('madina'), { id, boardId: world.board, bytes: 100 })).json()).toMatchObject({ code: 'file-id-taken' })
    await aigerim().send({ method: 'DELETE', url: `/files/upload/${id}`, headers: tus })
    expect((await begin(aigerim(), { id, boardId: world.board, bytes: 100 })).json()).toMatchObject({ code: 'file-id-taken' })
  })

  it.each([
    ['without a board', { 'upload-metadata': 'id eA==' }],
    ['of no length', { 'upload-length': '0' }],
    ['of a length that is none', { 'upload-length': '-5' }],
  ])('is not begun %s', async (_, headers) => {
    const reply = await aigerim().send({ method: 'POST', url: '/files/upload', headers: { ...tus, 'upload-length': '5', ...headers } })
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, 'input'])
  })

  it('is understood by a stock client, which goes on by itself after a cut', async () => {
    const address = await world.listen()
    const bytes = await grain(1000, 700).png({ compressionLevel: 0 }).toBuffer()
    const id = newId()
    let cuts = 0
    await new Promise<void>((done, failed) => {
      const upload = new Upload(bytes, {
        endpoint: `${address}/files/upload`,
        chunkSize: 512 * 1024,
        retryDelays: [0, 0],
        headers: { cookie: aigerim().cookie ?? '', origin: address },
        metadata: { id, board: world.board, filename: 'көпір.png' },
        onChunkComplete: (_size, accepted, total) => {
          if (cuts > 0 || accepted === total) return
          cuts += 1
          void upload.abort().then(() => upload.start())
        },
        onSuccess: () => done(),
        onError: failed,
      })
      upload.start()
    })
    expect(cuts).toBe(1)
    const made = await aigerim().ask(file.add, { params: { boardId: world.board }, body: { id } })
    expect(made).toMatchObject({ name: 'көпір.png', width: 1000, height: 700, bytes: bytes.length })
  })
})

it('is shown to nobody once a teacher has taken it away', async () => {
  const { id } = await sent(await plain(50, 50, '#b3261e').png().toBuffer())
  await expect(aigerim().ask(file.remove, { params: { fileId: id } })).rejects.toMatchObject({ code: 'forbidden' })
  await world.as('madina').ask(file.remove, { params: { fileId: id } })
  expect((await get(`/files/${id}/320.webp`)).statusCode).toBe(404)
  await expect(aigerim().ask(file.look, { params: { fileId: id } })).rejects.toMatchObject({ code: 'not-found' })
})

describe('what was begun', () => {
  it('is kept as it came when the house falls before it became a file', async () => {
    const bytes = await plain(64, 64, '#8a5a00').png().toBuffer()
    const id = newId()
    await begin(aigerim(), { id, boardId: world.board, bytes: bytes.length })
    await bring(aigerim(), id, 0, bytes)
    await using later = await world.another()
    const made = await later.app.inject({
      method: 'POST',
      url: `/api/board/${world.board}/file`,
      headers: { host: 'sheber.test', origin: 'http://sheber.test', cookie: aigerim().cookie ?? '' },
      payload: { id },
    })
    expect(made.json()).toMatchObject({ id, width: 64 })
  })

  // The last of all: after a day nobody is signed in any more.
  it('is thrown away when nothing came for a day', async () => {
    const shelf = openShelf(world.services.config.dataDir)
    const [left, going] = [newId(), newId()]
    for (const id of [left, going]) {
      await begin(aigerim(), { id, boardId: world.board, bytes: 100 })
      await bring(aigerim(), id, 0, Buffer.alloc(50))
    }
    world.clock.advance(fileLimits.unfinishedMsMax + 1)
    await utimes(shelf.part(going), world.clock.now(), world.clock.now())
    await sweepFiles(world.services, shelf)
    expect([await shelf.come(left), (await shelf.come(going))?.bytes]).toEqual([null, 50])
    expect(await world.services.db.$count(fileUpload, eq(fileUpload.id, left))).toBe(0)
  })
})
