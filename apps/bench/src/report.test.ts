import { expect, it } from 'vitest'
import { Latencies, median } from './percentile.ts'
import { pictureOf } from './picture.ts'
import { jsonOf, mediansOf, ratio, tableOf, type Report } from './report.ts'

const titles = { sheber: 'Sheber', hocuspocus: 'Hocuspocus', ywebsocket: 'y-websocket', relay: 'bare relay' }

const report: Report = {
  at: '2026-11-24T10:00:00.000Z',
  machine: '2 × Test & Co',
  scenarios: {
    classroom: {
      sheber: { cpuMsPer1k: 8, p95Ms: 2.5, savedP95Ms: 12, loadCpuPercent: 20 },
      hocuspocus: { cpuMsPer1k: 24, p95Ms: 2, savedP95Ms: null, loadCpuPercent: 20 },
    },
  },
}

it('finds percentiles of latencies', () => {
  const latencies = new Latencies()
  expect(latencies.percentile(0.95)).toBeNull()
  for (let ms = 1; ms <= 100; ms += 1) latencies.add(ms)
  expect([0, 0.5, 0.95, 1].map((part) => latencies.percentile(part))).toEqual([1, 50, 95, 100])
  latencies.add(1e9)
  expect(latencies.percentile(1)).toBe(20_000)
})

it('finds medians of rounds, and keeps unknown what no round knew', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([1, 2, 3, 10])).toBe(2.5)
  expect(
    mediansOf([
      { a: 1, b: null, c: 4 },
      { a: 3, b: null, c: null },
      { a: 2, b: null },
    ]),
  ).toEqual({ a: 2, b: null, c: 4 })
})

it('says how many times Sheber’s a peer’s figure is', () => {
  expect(ratio(24, 8)).toBe(3)
  expect(ratio(2, 2.5)).toBe(0.8)
  expect([ratio(null, 8), ratio(8, 0), ratio(8, undefined)]).toEqual([null, null, null])
})

it('prints a table with ratios behind the peers’ figures alone', () => {
  const table = tableOf('A class', report.scenarios.classroom ?? {}, titles)
  expect(table).toContain('| Sheber | Hocuspocus |')
  expect(table).toMatch(/CPU per 1,000 deliveries, database included, ms \| 8 +\| 24 \(×3\)/)
  expect(table).toMatch(/receipt after the commit, p95, ms +\| 12 +\| – /)
  // What only explains has no ratio.
  expect(table).toMatch(/core of the load, % +\| 20 +\| 20 +\|/)
})

it('writes the promised keys and no others', () => {
  expect(JSON.parse(jsonOf(report))).toEqual({
    at: report.at,
    machine: report.machine,
    scenarios: { classroom: { sheber: { cpuMsPer1k: 8, p95Ms: 2.5, savedP95Ms: 12 }, hocuspocus: { cpuMsPer1k: 24, p95Ms: 2 } } },
  })
})

it('draws a bar for each target, as long as its figure', () => {
  const picture = pictureOf(report, titles)
  const widths = Array.from(picture.matchAll(/<rect x="\d+" y="\d+" width="(\d+)"/g), ([, width]) => Number(width))
  expect(widths).toEqual([160, 480])
  expect(picture).toContain('2 × Test &#38; Co')
})
