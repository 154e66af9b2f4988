import { expect, it } from 'vitest'
import { boardKeys, p95 } from './figures.ts'
import { boardJsonOf, boardTableOf, type BoardReport } from './report.ts'

const titles = { sheber: 'Sheber', excalidraw: 'Excalidraw', tldraw: 'tldraw' }

const report: BoardReport = {
  at: '2026-11-24T10:00:00.000Z',
  machine: '2 × Test',
  targets: {
    sheber: { interactiveMs: 2_500, longTasksMs: 300, panAllFps2000: 50, heapMB2000: null },
    tldraw: { interactiveMs: 7_900, longTasksMs: 2_154, panAllFps2000: 5, heapMB2000: 84 },
  },
}

it('finds the time that 95 of 100 frames keep', () => {
  expect(p95([])).toBeNull()
  expect(p95([...Array.from({ length: 95 }, () => 16.66), 100, 100, 100, 100, 100])).toBe(16.66)
  expect(p95([...Array.from({ length: 94 }, () => 16.66), 100, 100, 100, 100, 100, 100])).toBe(100)
})

it('prints what is promised, and how many times Sheber’s the peers’ figures are', () => {
  const table = boardTableOf(report, titles)
  expect(table).toMatch(/\| promised +\| Sheber +\| tldraw +\|/)
  expect(table).toMatch(/first thing is dragged, ms +\| ≤ 3,000 +\| 2,500 +\| 7,900 \(×3.16\) +\|/)
  expect(table).toMatch(/frames presented, a second +\| ≥ 40 +\| 50 +\| 5 \(×0.1\) +\|/)
})

it('says where a promise is not kept, and what is not known', () => {
  const table = boardTableOf(report, titles)
  expect(table).toMatch(/long tasks until then, summed, ms +\| ≤ 250 +\| 300, not kept +\| 2,154 \(×7.18\) +\|/)
  expect(table).toMatch(/heap .*MB +\| ≤ 35 +\| – +\| 84 +\|/)
})

it('writes every key of every target that was measured', () => {
  const { targets, ...rest } = JSON.parse(boardJsonOf(report)) as BoardReport
  expect(rest).toEqual({ at: report.at, machine: report.machine })
  expect(Object.keys(targets)).toEqual(['sheber', 'tldraw'])
  for (const figures of Object.values(targets)) expect(Object.keys(figures)).toEqual(boardKeys)
  expect(targets.sheber).toMatchObject({ interactiveMs: 2_500, heapMB2000: null, open2000Ms: null })
})
