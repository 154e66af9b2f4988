import { expect, it } from 'vitest'
import { saidOf } from './said.ts'

const verdict = (id: string, at: string) => ({
  ...{ id, at, verdict: 'partly' as const, levelId: null, text: '' },
  reviewer: { personId: 'madina', name: 'Мәдина' },
})
const dispute = (text: string, at: string) => ({ text, at, by: { personId: 'aigerim', name: 'Әйгерім' } })
const told = (of: Parameters<typeof saidOf>[0]) =>
  saidOf(of).map(({ verdict, against }) => [verdict.id, ...against.map(({ text }) => text)])

it('puts what was said against a verdict beside it, and what was said against the next beside that', () => {
  const first = verdict('first', '2026-10-01')
  const second = verdict('second', '2026-10-03')
  expect(told({ verdicts: [], disputes: [] })).toEqual([])
  expect(told({ verdicts: [first, second], disputes: [] })).toEqual([['first'], ['second']])
  const words = [dispute('look', '2026-10-02'), dispute('again', '2026-10-03'), dispute('still', '2026-10-04')]
  expect(told({ verdicts: [first, second], disputes: words })).toEqual([
    ['first', 'look'],
    ['second', 'again', 'still'],
  ])
  expect(told({ verdicts: [first], disputes: [dispute('by a slow clock', '2026-09-30')] })).toEqual([['first', 'by a slow clock']])
})
