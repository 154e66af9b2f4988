import { expect, it } from 'vitest'
import { beginMark, endMark, readPresented } from './presented.ts'

const event = (name: string, ts: number, pid = 7) => ({ name, ts, pid, cat: 'x' })

it('counts the frames of the page between its marks', () => {
  const traceEvents = [
    event('DrawFrame', 900),
    event(beginMark, 1_000),
    event('DrawFrame', 34_000),
    event('DrawFrame', 17_000),
    // Of another process.
    event('DrawFrame', 18_000, 8),
    event('BeginFrame', 20_000),
    event(endMark, 51_000),
    event('DrawFrame', 60_000),
  ]
  expect(readPresented(JSON.stringify({ traceEvents }))).toEqual({ framesMs: [16, 33], ms: 50 })
})

it('does not take a trace without marks for one without frames', () => {
  expect(() => readPresented(JSON.stringify({ traceEvents: [event('DrawFrame', 1)] }))).toThrow(/no marks/)
})
