import { readFrame, step1Frame, step2Frame, updateFrame } from '../protocol.ts'
import type { Random } from './random.ts'

/**
 * One to eight wounds: bytes changed, put in, left out, doubled, exchanged with another frame, or cut off. Where `within`,
 * the lengths around an update fit again, so that the wounds are met by whoever reads updates.
 */
export const mutated = (frame: Uint8Array, others: readonly Uint8Array[], random: Random, within = false): Uint8Array => {
  const inner = within ? innerOf(frame) : null
  const bytes = [...(inner?.bytes ?? frame)]
  for (let wounds = 1 + random.below(inner ? 3 : 8); wounds > 0; wounds -= 1) wound(bytes, others, random)
  const wounded = Uint8Array.from(bytes)
  return inner ? inner.framed(wounded) : wounded
}

const innerOf = (bytes: Uint8Array): { bytes: Uint8Array; framed: (bytes: Uint8Array) => Uint8Array } | null => {
  if (bytes[0] !== 0) return null
  const frame = readFrame(bytes)
  if (frame.type === 'step1') return { bytes: frame.vector, framed: step1Frame }
  if (frame.type === 'step2') return { bytes: frame.update, framed: step2Frame }
  return frame.type === 'update' ? { bytes: frame.update, framed: updateFrame } : null
}

/** Where encodings break: ends of ranges, continued numbers, huge ones. */
const edges = [[0], [1], [127], [128], [255], [128, 0], [255, 255, 255, 255, 15], [255, 255, 255, 255, 255, 255, 255, 15]]

const wound = (bytes: number[], others: readonly Uint8Array[], random: Random): void => {
  const at = random.below(bytes.length + 1)
  const length = 1 + random.below(6)
  const kind = random.below(7)
  if (kind === 0) bytes[Math.min(at, Math.max(0, bytes.length - 1))] = random.below(256)
  else if (kind === 1) bytes.splice(at, 0, ...Array.from({ length }, () => random.below(256)))
  else if (kind === 2) bytes.splice(at, length)
  else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length))
  else if (kind === 4) bytes.splice(at, random.below(3), ...random.one(edges))
  else if (kind === 5) {
    const other = random.one(others)
    const from = random.below(other.length)
    bytes.splice(at, length, ...other.slice(from, from + 1 + random.below(40)))
  } else if (random.chance(0.3)) bytes.length = at
}

/** All that is shorter. */
export const prefixesOf = (frame: Uint8Array): Uint8Array[] => Array.from({ length: frame.length }, (_, length) => frame.slice(0, length))

/** Each byte of it replaced by each of `values(byte)`. */
export const singleByteMutations = function* (frame: Uint8Array, values: (byte: number) => Iterable<number>): Generator<Uint8Array> {
  for (const [at, byte] of frame.entries())
    for (const value of values(byte)) {
      const wounded = frame.slice()
      wounded[at] = value
      yield wounded
    }
}

export const otherBytes = (byte: number): number[] => Array.from({ length: 256 }, (_, value) => value).filter((value) => value !== byte)
/** A few of them, for a slice: each end of the byte flipped, nothing, and all. */
export const someBytes = (byte: number): number[] => [byte ^ 1, byte ^ 128, 0, 255].filter((value) => value !== byte)
