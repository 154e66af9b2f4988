import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { brokenAt, type Chain, type Link } from './trail.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const chainOf = (...said: string[]): Chain => {
  let before = ''
  const links = said.map((words, n): Link => {
    const row = { nth: n + 1, source: 'deliberation' as const, rowId: `row ${n}`, rowSha256: sha256(words) }
    before = sha256([before, 'show', row.nth, row.source, row.rowId, row.rowSha256].join('\n'))
    return { ...row, sha256: before, said: words, released: false }
  })
  return { exhibitionId: 'show', links, head: { nth: links.length, sha256: before }, unlinked: 0 }
}
const whole = chainOf('a', 'b', 'c')
const at = (n: number, over: Partial<Link>): Chain => ({
  ...whole,
  links: whole.links.map((one, i) => (i === n ? { ...one, ...over } : one)),
})

describe('a trail', () => {
  it('is whole as it was written, also before anything was', () => {
    expect(brokenAt(whole, sha256)).toBeNull()
    expect(brokenAt({ exhibitionId: 'show', links: [], head: null, unlinked: 0 }, sha256)).toBeNull()
  })

  it('tells of a row that was changed, is gone or was never linked', () => {
    expect(brokenAt(at(1, { said: 'B' }), sha256)).toEqual({ nth: 2, why: 'changed' })
    expect(brokenAt(at(1, { said: null }), sha256)).toEqual({ nth: 2, why: 'gone' })
    expect(brokenAt({ ...whole, unlinked: 1 }, sha256)).toEqual({ nth: null, why: 'unlinked' })
  })

  it('tells of links that were taken out, put in another order, made anew or cut off', () => {
    const [a, b, c] = whole.links as [Link, Link, Link]
    expect(brokenAt({ ...whole, links: [a, c] }, sha256)).toEqual({ nth: 2, why: 'link' })
    expect(brokenAt({ ...whole, links: [a, { ...c, nth: 2 }, { ...b, nth: 3 }] }, sha256)).toEqual({ nth: 2, why: 'link' })
    expect(brokenAt(at(1, { said: 'B', rowSha256: sha256('B') }), sha256)).toEqual({ nth: 2, why: 'link' })
    expect(brokenAt({ ...whole, links: [a, b] }, sha256)).toEqual({ nth: 3, why: 'head' })
    expect(brokenAt({ ...whole, links: [] }, sha256)).toEqual({ nth: 1, why: 'head' })
    expect(brokenAt({ ...whole, head: null }, sha256)).toEqual({ nth: 4, why: 'head' })
  })

  it('of another exhibition is not this one’s', () => {
    expect(brokenAt({ ...whole, exhibitionId: 'other' }, sha256)).toEqual({ nth: 1, why: 'link' })
  })

  it('keeps the place of words that the law had blotted out', () => {
    expect(brokenAt(at(1, { said: '', released: true }), sha256)).toBeNull()
    expect(brokenAt(at(1, { said: null, released: true }), sha256)).toBeNull()
  })
})
