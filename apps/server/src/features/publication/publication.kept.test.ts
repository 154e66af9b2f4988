import { randomBytes } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { keepPages, type KeptPages } from './publication.kept.ts'

const counting = (kept: KeptPages) => {
  const made: string[] = []
  const ask = async (name: string, stamp: string, html = `${name} ${stamp}`) => {
    const page = await kept.of(name, stamp, () => () => {
      made.push(name)
      return html
    })
    return page && (await page.as(null)).toString()
  }
  return { made, ask }
}

describe('a page of the world’s', () => {
  it('is made once for all who ask the same, and anew as soon as what it is made from is another', async () => {
    const { made, ask } = counting(keepPages())
    expect(await Promise.all([ask('a', 'шёлк'), ask('a', 'шёлк')])).toEqual(['a шёлк', 'a шёлк'])
    expect(made).toEqual(['a'])
    expect(await ask('a', '2')).toBe('a 2')
    // What was true before may be true again; it was not kept beside it.
    expect(await ask('a', 'шёлк')).toBe('a шёлк')
    expect(made).toEqual(['a', 'a', 'a'])
  })

  it('is packed at most once in each way, and says by its mark whether it is another', async () => {
    const kept = keepPages()
    const words = 'Аспалы көпір. '.repeat(50)
    const [one, same, other] = await Promise.all([
      kept.of('a', '1', () => () => words),
      kept.of('b', '1', () => () => words),
      kept.of('c', '1', () => () => `${words}!`),
    ])
    if (!one || !same || !other) return expect.unreachable()
    expect(one.etag).toBe(same.etag)
    expect(one.etag).not.toBe(other.etag)
    expect(one.as('gzip')).toBe(one.as('gzip'))
    expect(brotliDecompressSync(await one.as('br')).toString()).toBe(words)
    expect(gunzipSync(await one.as('gzip')).toString()).toBe(words)
    expect((await one.as(null)).toString()).toBe(words)
  })

  it('stays as long as there is room; the one that nobody has asked for longest goes first', async () => {
    const { made, ask } = counting(keepPages({ bytesMax: 3_800 }))
    const html = randomBytes(1_000).toString('base64')
    await ask('a', '', html)
    await ask('b', '', html)
    await ask('a', '', html)
    await ask('c', '', html)
    expect(made).toEqual(['a', 'b', 'c'])
    await ask('a', '', html)
    expect(made).toEqual(['a', 'b', 'c'])
    await ask('b', '', html)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
    // What is larger than all the room is given, and not kept.
    const large = randomBytes(5_000).toString('base64')
    await ask('d', '', large)
    await ask('d', '', large)
    expect(made.slice(4)).toEqual(['d', 'd'])
  })

  it('is not remembered where it could not be made', async () => {
    const kept = keepPages()
    await expect(kept.of('a', '', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    const broken = () => {
      throw new Error('broken')
    }
    await expect(kept.of('a', '', () => broken)).rejects.toThrow('broken')
    expect((await (await kept.of('a', '', () => () => 'here'))?.as(null))?.toString()).toBe('here')
  })

  it('is never made in one turn with another one, and of too many who wait the last are told to come back', async () => {
    const kept = keepPages({ makingMax: 20 })
    let turn = 0
    const turnsOfPages: number[] = []
    let isOver = false
    const counts = (async () => {
      for (; !isOver; turn += 1) await breath()
    })()
    const all = await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        kept.of(`${n}`, '', () => () => {
          turnsOfPages.push(turn)
          return 'page'
        }),
      ),
    )
    isOver = true
    await counts
    expect(all.map((page) => page !== null)).toEqual(Array.from({ length: 25 }, (_, n) => n < 20))
    expect(new Set(turnsOfPages).size).toBe(20)
    // A place is free again.
    expect(await kept.of('24', '', () => () => 'page')).not.toBeNull()
  })
})
