import { preview } from '@sheber/contract/preview'
import { preview as previewTable } from '@sheber/db/schema'
import { createWorld } from '@sheber/dev-env/world'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { fetchPreview, previewLimits } from './preview.fetch.ts'
import { readHead } from './preview.head.ts'
import { isPublicAddress, publicLookup, type Answer, type Outside } from './preview.outside.ts'

/** The internet, as far as it is needed here: address → what answers there. */
const internet = new Map<string, (signal: AbortSignal) => Answer | Promise<Answer>>()
const asked: string[] = []
const outside: Outside = (url, signal) => {
  asked.push(url.href)
  const site = internet.get(url.href)
  return site ? Promise.resolve(site(signal)) : Promise.reject(new Error('no such host'))
}
afterEach(() => {
  internet.clear()
  asked.length = 0
})

async function* parts(...bytes: Uint8Array[]) {
  yield* bytes
}
const page =
  (html: string | Buffer, type = 'text/html; charset=utf-8') =>
  (): Answer => ({
    status: 200,
    headers: { 'content-type': type },
    body: parts(Buffer.from(html)),
  })
const moved = (to: string) => (): Answer => ({ status: 302, headers: { location: to }, body: parts() })

const hosts = ['wikipedia.org', 'gov.kz']
const thumbnail = (bytes: Uint8Array) => Promise.resolve(bytes)
const fetched = (url: string, msMax?: number) => fetchPreview(new URL(url), { outside, hosts, thumbnail, ...(msMax && { msMax }) })

describe('the head of a page', () => {
  it('is read for what it says of itself', () => {
    expect(
      readHead(`<!doctype html><head><!-- <title>Not this</title> --><script>"<title>Nor this</title>"</script>
        <title>Көпір &mdash; Уикипедия</title><META NAME=description content='Су үстіндегі &quot;жол&quot; > бәрі'>
        <meta property="og:image" content="/pic.png?a=1&amp;b=2"></head><body><meta name="description" content="late"></body>`),
    ).toEqual({ title: 'Көпір — Уикипедия', description: 'Су үстіндегі "жол" > бәрі', picture: '/pic.png?a=1&b=2' })
  })

  it('is cut to a line, without signs that draw nothing', () => {
    const { title } = readHead(`<title>${'а'.repeat(500)}</title>`)
    expect([...(title ?? '')].length).toBe(200)
    expect(readHead('<title>a\u202Eb\u200Bc\n\n  d&#8238;</title>').title).toBe('abc d')
  })

  it.each([
    ['nothing', ''],
    ['an open title', '<title>x'],
    ['an open quote', `<meta name="description" content="${'<meta '.repeat(50_000)}`],
    ['an open comment', `<!--${'<'.repeat(200_000)}`],
    ['half tags without end', '<meta '.repeat(80_000)],
  ])('may be %s and takes no time', (_, html) => {
    const before = performance.now()
    expect(readHead(html)).toEqual({ title: null, description: '', picture: null })
    expect(performance.now() - before).toBeLessThan(3_000)
  })
})

describe('a page is asked', () => {
  it('and shown in the letters of its own charset', async () => {
    const title = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const html = Buffer.concat([Buffer.from('<meta charset="windows-1251"><title>'), title, Buffer.from('</title>')])
    internet.set('https://www.gov.kz/', page(html, 'text/html'))
    expect(await fetched('https://www.gov.kz/')).toEqual({ title: 'Привет', description: '', picture: null })
  })

  it('with its picture, where that comes from an allowed host too', async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const withPicture = (address: string) => page(`<title>x</title><meta property="og:image" content="${address}">`)
    internet.set('https://kk.wikipedia.org/png', page(png, 'image/png'))
    internet.set('https://kk.wikipedia.org/svg', page('<svg/>', 'image/svg+xml'))
    for (const [address, picture] of [
      ['/png', png],
      ['/svg', null],
      ['https://evil.example/png', null],
      ['http://kk.wikipedia.org/png', null],
      ['/missing', null],
    ] as const) {
      internet.set('https://kk.wikipedia.org/', withPicture(address))
      expect((await fetched('https://kk.wikipedia.org/'))?.picture, address).toEqual(picture)
    }
  })

  it('through three redirects and no more', async () => {
    for (const step of [1, 2, 3, 4]) internet.set(`https://wikipedia.org/${step}`, moved(`/${step + 1}`))
    internet.set('https://wikipedia.org/5', page('<title>here</title>'))
    expect(await fetched('https://wikipedia.org/2')).toMatchObject({ title: 'here' })
    expect(await fetched('https://wikipedia.org/1')).toBeNull()
  })

  it.each([
    'http://wikipedia.org/',
    'https://evil.example/',
    'https://notwikipedia.org/',
    'https://wikipedia.org.evil.example/',
    'https://wikipedia.org:8443/',
    'https://user:pass@wikipedia.org/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'ftp://wikipedia.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('never at %s, however one gets there', async (address) => {
    internet.set(address, page('<title>secret</title>'))
    expect(await fetched(address)).toBeNull()
    internet.set('https://wikipedia.org/away', moved(address))
    expect(await fetched('https://wikipedia.org/away')).toBeNull()
    expect(asked).toEqual(['https://wikipedia.org/away'])
  })

  it.each([
    ['is no page', page('<title>x</title>', 'application/octet-stream')],
    ['is packed', (): Answer => ({ ...page('<title>x</title>')(), headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } })],
    ['is an error', (): Answer => ({ ...page('<title>x</title>')(), status: 500 })],
    ['has nothing to say', page('<p>x')],
    ['moves to nowhere', moved('http://')],
    [
      'breaks off',
      (): Answer => ({
        ...page('')(),
        body: (async function* () {
          yield Buffer.from('<ti')
          throw new Error('reset')
        })(),
      }),
    ],
  ])('and answers nothing where it %s', async (_, site) => {
    internet.set('https://wikipedia.org/', site)
    expect(await fetched('https://wikipedia.org/')).toBeNull()
  })

  it('for half a megabyte at most', async () => {
    let sent = 0
    let left = false
    async function* endless() {
      try {
        yield Buffer.from('<title>x</title>')
        for (;;) {
          sent += 65_536
          yield Buffer.alloc(65_536, 32)
        }
      } finally {
        left = true
      }
    }
    internet.set('https://wikipedia.org/', () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: endless() }))
    expect(await fetched('https://wikipedia.org/')).toMatchObject({ title: 'x' })
    expect([left, sent <= previewLimits.bytesMax + 65_536]).toEqual([true, true])
  })

  it('and not waited for when it is silent', async () => {
    internet.set('https://wikipedia.org/', () => new Promise<Answer>(() => {}))
    expect(await fetched('https://wikipedia.org/', 20)).toBeNull()
    internet.set('https://wikipedia.org/', () => ({
      ...page('')(),
      body: (async function* () {
        yield await new Promise<Uint8Array>(() => {})
      })(),
    }))
    expect(await fetched('https://wikipedia.org/', 20)).toBeNull()
  })
})

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))
  it.each([
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'word',
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))
  it.each(['91.198.174.192', '172.32.0.1', '2a02:ec80:300:ed1a::1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    [['91.198.174.192'], true],
    [['91.198.174.192', '127.0.0.1'], false],
    [[], false],
  ] as const)('of a name that means %j', (addresses, isGood) => {
    const found = vi.fn()
    const names = addresses.map((address) => ({ address, family: 4 }))
    publicLookup((_name, _options, answer) => answer(null, names))('wikipedia.org', {}, found)
    expect(found).toHaveBeenCalledExactlyOnceWith(...(isGood ? [null, addresses[0], 4] : [expect.any(Error), '']))
  })
})

describe('through the door', () => {
  let world: Awaited<ReturnType<typeof createWorld>>
  beforeAll(async () => {
    world = await createWorld({ outside, config: { previewHosts: hosts } })
  })
  afterAll(() => world[Symbol.asyncDispose]())
  const look = async (url: string) => (await world.as('aigerim').ask(preview.look, { query: { url } })).preview

  it('a link is looked at once for a month, with a picture of our own', async () => {
    const url = 'https://kk.wikipedia.org/wiki/%D0%9A%D3%A9%D0%BF%D1%96%D1%80'
    const png = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#0b6e99' } })
      .png()
      .toBuffer()
    internet.set(url, page('<title>Көпір</title><meta name="description" content="Жол"><meta property="og:image" content="/p.png">'))
    internet.set('https://kk.wikipedia.org/p.png', page(png, 'image/png'))
    const [first, second] = await Promise.all([look('https://kk.wikipedia.org/wiki/Көпір#тарихы'), look(url)])
    expect(first).toEqual({ title: 'Көпір', description: 'Жол', picture: expect.stringMatching(/^data:image\/webp;base64,/) })
    expect(second).toEqual(first)
    const small = Buffer.from(first?.picture?.split(',')[1] ?? '', 'base64')
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 320 })
    internet.clear()
    expect(await look(url)).toEqual(first)
    expect(asked).toEqual([url, 'https://kk.wikipedia.org/p.png'])
  }, 60_000)

  it('what had nothing to show is asked again after a day', async () => {
    expect(await look('https://wikipedia.org/later')).toBeNull()
    internet.set('https://wikipedia.org/later', page('<title>now</title>'))
    expect(await look('https://wikipedia.org/later')).toBeNull()
    await world.services.db.update(previewTable).set({ at: new Date(world.clock.now().getTime() - 86_400_001) })
    expect(await look('https://wikipedia.org/later')).toMatchObject({ title: 'now' })
  })

  it.each(['https://evil.example/', 'no address', 'https://127.0.0.1/'])('%s has no preview and leaves no row', async (url) => {
    const rows = await world.services.db.$count(previewTable)
    expect(await look(url)).toBeNull()
    expect([asked, await world.services.db.$count(previewTable)]).toEqual([[], rows])
  })
})
