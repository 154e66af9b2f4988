import { describe, expect, it } from 'vitest'
import { deepMp4, mp4, placeSaid, webm } from './film.fixture.ts'
import { readFilm, type Film } from './film.ts'

const from = (bytes: Uint8Array) => (at: number, length: number) => Promise.resolve(bytes.slice(at, at + length))
const look = (type: 'video/mp4' | 'video/webm', bytes: Uint8Array) => readFilm(type, from(bytes), bytes.length)
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)

const patched = (bytes: Uint8Array, film: Film | null): Uint8Array => {
  const after = bytes.slice()
  for (const { at, bytes: put, zeros } of film?.patches ?? []) {
    after.set(put, at)
    after.fill(0, at + put.length, at + put.length + zeros)
  }
  return after
}

describe.each([
  ['video/mp4', mp4()],
  ['video/webm', webm()],
] as const)('a film of type %s', (type, bytes) => {
  it('is known as one, and says nothing of where it was made once it is kept', async () => {
    const film = await look(type, bytes)
    expect(latin(bytes)).toContain(placeSaid)
    const kept = patched(bytes, film)
    expect(kept.length).toBe(bytes.length)
    expect(latin(kept)).not.toContain(placeSaid)
    // It is a film still, and there is nothing left to take out of it.
    const again = await look(type, kept)
    expect(again).not.toBeNull()
    expect(patched(kept, again)).toEqual(kept)
  })

  it.each([1, 30, 60, bytes.length - 1])('is none when only %i bytes of it came', async (length) => {
    expect(await look(type, bytes.slice(0, length))).toBeNull()
  })
})

it('forgets when it was made', async () => {
  const bytes = mp4()
  const kept = latin(patched(bytes, await look('video/mp4', bytes)))
  expect(latin(bytes)).toContain('\xe0\x11\x22\x33')
  expect(kept).not.toContain('\xe0\x11\x22\x33')
})

it.each([
  ['video/mp4', mp4('hvc1')],
  ['video/mp4', mp4('mp4v')],
  ['video/webm', webm('V_MPEGH/ISO/HEVC')],
] as const)('a %s that browsers do not play is none', async (type, bytes) => {
  expect(await look(type, bytes)).toBeNull()
})

it('a box that boasts of its length is none', async () => {
  const bytes = mp4()
  new DataView(bytes.buffer).setUint32(24, 0xffff_ffff)
  expect(await look('video/mp4', bytes)).toBeNull()
  expect(await look('video/mp4', new Uint8Array(64))).toBeNull()
  expect(await look('video/webm', new Uint8Array(64))).toBeNull()
})

it('an index within itself a hundred thousand times is none, and exhausts nobody', async () => {
  expect(await look('video/mp4', deepMp4(100_000))).toBeNull()
})
