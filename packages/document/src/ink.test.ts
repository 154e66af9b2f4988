import { describe, expect, it } from 'vitest'
import { decodeStroke, encodeStroke, inkBytesMax, type StrokePoint } from './ink.ts'

const wave = (n: number): StrokePoint[] =>
  Array.from({ length: n }, (_, i) => ({ x: i * 1.5, y: 100 + Math.round(Math.sin(i / 7) * 80) / 4, pressure: (i % 16) / 15 }))

describe('a stroke', () => {
  it('comes back as it was, to a quarter of a unit', () => {
    const stroke = { w: 300, h: 120, points: wave(100) }
    const back = decodeStroke(encodeStroke(stroke))
    expect([back.w, back.h, back.points.length]).toEqual([300, 120, 100])
    for (const [i, { x, y, pressure }] of back.points.entries()) {
      const was = stroke.points[i] as StrokePoint
      expect(Math.abs(x - was.x)).toBeLessThanOrEqual(0.125)
      expect(Math.abs(y - was.y)).toBeLessThanOrEqual(0.125)
      expect(pressure).toBeCloseTo(was.pressure, 5)
    }
  })

  it.each([NaN, Infinity, -Infinity, 1e308])('ends at %d, and is written in one breath', (n) => {
    const points = [
      { x: 0, y: 0, pressure: 1 },
      { x: n, y: n, pressure: n },
    ]
    const back = decodeStroke(encodeStroke({ w: 10, h: n, points }))
    expect(back.points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })

  it('takes about three bytes a point', () => {
    expect(encodeStroke({ w: 300, h: 120, points: wave(100) }).length).toBeLessThan(400)
  })

  it('ends where it would become too long', () => {
    const bytes = encodeStroke({ w: 1e5, h: 200, points: wave(50_000) })
    expect(bytes.length).toBeLessThanOrEqual(inkBytesMax)
    expect(decodeStroke(bytes).points.length).toBeGreaterThan(5_000)
  })

  it('is read as far as it can be, whatever the bytes', () => {
    const bytes = encodeStroke({ w: 300, h: 120, points: wave(20) })
    for (let length = 0; length < bytes.length; length++) {
      const { w, h, points } = decodeStroke(bytes.subarray(0, length))
      expect(Number.isFinite(w + h)).toBe(true)
      expect(points.every(({ x, y }) => Number.isFinite(x + y))).toBe(true)
    }
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 127, 128, 255]) {
        const { points } = decodeStroke(bytes.with(at, value))
        expect(points.every(({ x, y, pressure }) => Number.isFinite(x + y) && pressure >= 0 && pressure <= 1)).toBe(true)
      }
    }
  })
})
