import { describe, expect, it } from 'vitest'
import { dueMark, openedMark } from './call.ts'

const windows = { entriesFrom: '2026-03-01T04:00:00.000Z', entriesTo: '2026-03-20T13:00:00.000Z' }
const at = (moment: string) => new Date(moment)

describe('a call', () => {
  it('is open from its first hour until its last', () => {
    expect(openedMark(windows, at('2026-03-01T03:59:59Z'))).toBe(false)
    expect(openedMark(windows, at('2026-03-01T04:00:00Z'))).toBe(true)
    expect(openedMark(windows, at('2026-03-20T13:00:00Z'))).toBe(false)
  })

  it('reminds three days and one day before its end, and neither earlier nor after it', () => {
    expect(dueMark(windows, at('2026-03-17T12:59:59Z'))).toBeNull()
    expect(dueMark(windows, at('2026-03-17T13:00:00Z'))).toEqual({ days: 3, since: at('2026-03-17T13:00:00Z') })
    expect(dueMark(windows, at('2026-03-19T13:00:00Z'))).toEqual({ days: 1, since: at('2026-03-19T13:00:00Z') })
    expect(dueMark(windows, at('2026-03-20T13:00:00Z'))).toBeNull()
  })

  it('that is over before it began reminds of nothing', () => {
    expect(dueMark({ entriesFrom: windows.entriesTo, entriesTo: windows.entriesFrom }, at('2026-03-10T00:00:00Z'))).toBeNull()
  })
})
