import jsqr from 'jsqr'
import { expect, it } from 'vitest'
import { outlinesOf, qrOf, quietModules, type Qr } from './print.qr.ts'

// Its types say `default`, and Node gives the function itself.
const decode = ((jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr) as unknown as (
  points: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string; version: number } | null

/** Black on white with the quiet zone, each module so many points. */
const pictureOf = (qr: Qr, isDark: (x: number, y: number) => boolean, scale = 4) => {
  const side = (qr.length + 2 * quietModules) * scale
  const points = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (isDark(x / scale - quietModules, y / scale - quietModules)) points.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return { points, side }
}

const readOf = (qr: Qr, isDark = (x: number, y: number) => qr[Math.floor(y)]?.[Math.floor(x)] === true) => {
  const { points, side } = pictureOf(qr, isDark)
  return decode(points, side, side)?.data
}

const address = 'https://sheber.example.kz/exhibition/2026/stand/17'

it.each([address, 'http://10.0.0.5:4000/s/1', `${address}?lang=kk&from=${'a'.repeat(120)}`, 'https://шебер.қаз/көрме/17'])(
  'is read by another program: %s',
  (one) => {
    expect(readOf(qrOf(one))).toBe(one)
  },
)

it('is read with a thumb over it', () => {
  const qr = qrOf(address)
  expect(readOf(qr, (x, y) => qr[Math.floor(y)]?.[Math.floor(x)] === true && !(x > 12 && x < 20 && y > 14 && y < 21))).toBe(address)
})

it('has outlines that enclose the dark places and no other', () => {
  const qr = qrOf(address)
  const outlines = outlinesOf(qr)
  // A ray to the right crosses the outlines an odd number of times from within.
  const isInside = (x: number, y: number) => {
    let crossed = 0
    for (const corners of outlines)
      for (const [n, [fromX, fromY]] of corners.entries()) {
        const [toX, toY] = corners[(n + 1) % corners.length] ?? [fromX, fromY]
        if (fromX === toX && fromX > x && Math.min(fromY, toY) < y && y < Math.max(fromY, toY)) crossed++
      }
    return crossed % 2 === 1
  }
  for (const [y, row] of qr.entries()) for (const [x, dark] of row.entries()) expect(isInside(x + 0.5, y + 0.5)).toBe(dark)
})

it('draws nothing of nothing', () => {
  expect(outlinesOf([])).toEqual([])
  expect(outlinesOf([[true]])).toEqual([
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
  ])
})
