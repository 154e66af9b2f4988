import { asNumber } from './kit.ts'

/**
 * A stroke as bytes: what a hand drew, once it is drawn, never changes but in its box.
 *
 *   version 1 · width · height · (dx dy pressure)*     all as varints, differences zig-zag, in quarters of a world unit
 *
 * A third of what the same numbers take as JSON, and read in one pass.
 */

/** About 8,000 points: longer strokes are drawn as several. */
export const inkBytesMax = 32_768
const version = 1
const grain = 4
/** Steps of pressure between nothing and all. */
const pressures = 15

export interface StrokePoint {
  readonly x: number
  readonly y: number
  /** 0–1; 0.5 where the device tells none. */
  readonly pressure: number
}

export interface Stroke {
  /** Of the box it was drawn in, world units. */
  readonly w: number
  readonly h: number
  readonly points: readonly StrokePoint[]
}

const zigzag = (n: number) => (n < 0 ? -2 * n - 1 : 2 * n)
const unzigzag = (n: number) => (n % 2 === 1 ? -(n + 1) / 2 : n / 2)

const write = (bytes: number[], n: number) => {
  while (n > 127) {
    bytes.push((n % 128) | 128)
    n = Math.floor(n / 128)
  }
  bytes.push(n)
}

/** Bounded: the varint of a number without measure would never end. */
const quarters = (n: number) => Math.round(asNumber(n, 0) * grain)

/** Points relative to the corner of their box. */
export const encodeStroke = ({ w, h, points }: Stroke): Uint8Array => {
  const bytes = [version]
  write(bytes, quarters(w))
  write(bytes, quarters(h))
  let x = 0
  let y = 0
  for (const point of points) {
    const [nextX, nextY] = [quarters(point.x), quarters(point.y)]
    const start = bytes.length
    write(bytes, zigzag(nextX - x))
    write(bytes, zigzag(nextY - y))
    bytes.push(Math.round(Math.min(1, Math.max(0, point.pressure)) * pressures))
    if (bytes.length > inkBytesMax) {
      bytes.length = start
      break
    }
    x = nextX
    y = nextY
  }
  return Uint8Array.from(bytes)
}

/** Whatever the bytes are: what cannot be read ends the stroke. */
export const decodeStroke = (bytes: Uint8Array): Stroke => {
  let at = 1
  const read = (): number => {
    let n = 0
    let scale = 1
    for (let i = 0; i < 5; i++) {
      const byte = bytes[at++]
      if (byte === undefined) return NaN
      n += (byte & 127) * scale
      if (byte < 128) return n
      scale *= 128
    }
    return NaN
  }
  const points: StrokePoint[] = []
  const none = { w: 1, h: 1, points }
  if (bytes[0] !== version) return none
  const [w, h] = [read() / grain, read() / grain]
  if (!(w >= 0 && h >= 0)) return none
  let x = 0
  let y = 0
  while (at < bytes.length) {
    x += unzigzag(read())
    y += unzigzag(read())
    const pressure = bytes[at++]
    if (pressure === undefined || !Number.isFinite(x + y)) break
    points.push({ x: x / grain, y: y / grain, pressure: Math.min(pressures, pressure) / pressures })
  }
  return { w: Math.max(1, w), h: Math.max(1, h), points }
}
