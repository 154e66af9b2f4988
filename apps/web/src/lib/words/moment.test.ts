import { describe, expect, it } from 'vitest'
import { moments } from './moment.ts'

const at = new Date(2026, 10, 23, 9, 5).toISOString()
const later = (ms: number) => new Date(new Date(at).getTime() + ms)
const hourMs = 3_600_000

describe('moments', () => {
  it('writes a day as each language does, Kazakh without the browser’s help', () => {
    expect(moments('kk').day(at)).toBe('2026 ж. 23 қараша')
    expect(moments('ru').day(at)).toBe('23 ноября 2026')
    expect(moments('en').day(at)).toBe('23 November 2026')
  })

  it('adds the hour with two digits', () => {
    expect(moments('kk').minute(at)).toBe('2026 ж. 23 қараша, 09:05')
  })

  it('tells how long ago in the largest whole unit', () => {
    expect(moments('kk').ago(at, later(30_000))).toBe('жаңа ғана')
    expect(moments('kk').ago(at, later(2 * hourMs))).toBe('2 сағат бұрын')
    expect(moments('ru').ago(at, later(5 * hourMs))).toBe('5 часов назад')
    expect(moments('en').ago(at, later(25 * hourMs))).toBe('1 day ago')
  })

  it('names the day after a week, and is not confused by a clock that runs behind', () => {
    expect(moments('ru').ago(at, later(7 * 24 * hourMs))).toBe('23 ноября 2026')
    expect(moments('ru').ago(at, later(-hourMs))).toBe('только что')
  })
})
