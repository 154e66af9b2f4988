import { describe, expect, it } from 'vitest'
import { markOf, steps, verdictOf, type Arrival, type Facts } from './facts.ts'

const well: Facts = {
  http: { answered: true, ms: 20 },
  cookie: { back: true, signIn: null },
  upgrade: { opened: true, ms: 30, arrival: 'upgrade', hops: {} },
  frames: { first: true, last: true, stoodMs: 30_000 },
  news: { websocket: true, polling: true },
  fallback: { answered: true },
  clock: { aheadMs: 300 },
  hops: {},
}
const closed = (arrival: Arrival): Facts => {
  const { frames: _, ...rest } = well
  return { ...rest, upgrade: { opened: false, ms: 9, arrival, hops: {} } }
}

describe('what is concluded from what was seen', () => {
  it('[W8] is nothing before everything was seen', () => {
    expect(verdictOf({})).toBe('going')
    for (const left of Object.keys(well).filter((name) => name !== 'hops'))
      expect(verdictOf({ ...well, [left]: undefined }), left).toBe('going')
    expect(verdictOf(well)).toBe('well')
  })

  it('[W8] names the side on which the upgrade was lost, and does not guess where nobody could be asked', () => {
    expect(verdictOf(closed('plain'))).toBe('stripped')
    expect(verdictOf(closed('unseen'))).toBe('unseen')
    expect(verdictOf(closed('upgrade'))).toBe('unheard')
    expect(verdictOf(closed('unknown'))).toBe('unclear')
  })

  it('[W8] tells a websocket that is cut from one that carries nothing', () => {
    expect(verdictOf({ ...well, frames: { first: true, last: false, stoodMs: 9_000 } })).toBe('cut')
    expect(verdictOf({ ...well, frames: { first: false, last: false, stoodMs: 9_000 } })).toBe('mute')
  })

  it('[W8] waits for nothing that cannot come any more', () => {
    const away: Facts = { http: { answered: false, ms: 0 } }
    expect(verdictOf(away)).toBe('away')
    expect(steps.map((step) => markOf(step, away))).toEqual(['bad', ...Array.from({ length: 6 }, () => 'skipped')])
    expect(markOf('frames', closed('plain'))).toBe('skipped')
  })

  it.each<[string, Partial<Facts>]>([
    ['cookies do not come back', { cookie: { back: false, signIn: null } }],
    ['the sign-in does not', { cookie: { back: true, signIn: false } }],
    ['no news come', { news: { websocket: false, polling: false } }],
    ['the fallback is shut', { fallback: { answered: false } }],
    ['the clock is wrong', { clock: { aheadMs: -3_600_000 } }],
  ])('[W8] is a part when %s', (_, part) => {
    expect(verdictOf({ ...well, ...part })).toBe('partly')
  })

  it('[W8] news over plain requests are news', () => {
    expect(verdictOf({ ...well, news: { websocket: false, polling: true } })).toBe('well')
  })
})
