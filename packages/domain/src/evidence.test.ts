import { describe, expect, it } from 'vitest'
import { levelShown, type Judged } from './evidence.ts'

const levels = ['one', 'two', 'three', 'four']
const said = (at: number, levelId: string | null, verdict: Judged['verdict'] = 'confirmed'): Judged => ({
  at: `2026-11-0${at}`,
  levelId,
  verdict,
})

describe('the level that is shown', () => {
  const judged = [said(3, 'two'), said(1, 'four'), said(2, 'three'), said(4, 'one', 'partly'), said(5, null, 'not_yet')]

  it.each([
    ['latest', 'two'],
    ['highest', 'four'],
    ['median', 'three'],
  ] as const)('by the rule of the %s is %s, whatever the order they come in', (rollup, level) => {
    expect(levelShown(judged, levels, rollup)).toBe(level)
    expect(levelShown(judged.toReversed(), levels, rollup)).toBe(level)
  })

  it('is none where nothing was confirmed, and of two the median is the lower', () => {
    expect(levelShown([said(1, 'one', 'partly')], levels, 'highest')).toBeNull()
    expect(levelShown([said(1, 'four'), said(2, 'one')], levels, 'median')).toBe('one')
  })

  it('leaves out what was confirmed on a level that the framework does not have', () => {
    expect(levelShown([said(1, 'two'), said(2, 'gone')], levels, 'latest')).toBe('two')
  })
})
