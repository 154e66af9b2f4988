import type { Extent } from '@sheber/document/thing'
import type { Skin } from './skin.ts'

/** A model as it is painted: triangles one by one, for a shared corner is worth less than simple code. */
export interface Mesh {
  /** Nine numbers for each triangle, z upwards, the middle of the whole at nought. */
  readonly corners: Float32Array
  /** Red, green, blue for each triangle; null: it says nothing of its colours. */
  readonly colours: Uint8Array | null
  /** Pictures upon it; null: it has none. */
  readonly skin: Skin | null
  readonly triangles: number
  readonly extent: Extent
  /** Across the ball around it: so large it can look from any side. */
  readonly reach: number
}

/** What came out of a file, before anybody has looked at the numbers. */
export interface Soup {
  readonly corners: Float32Array
  readonly colours: Uint8Array | null
  readonly skin?: Skin
}

/** Why a model is not shown, by a word of the catalogue. */
export const troubles = ['broken', 'empty', 'many', 'packed', 'slow', 'away'] as const
export type TroubleName = (typeof troubles)[number]

export class ModelTrouble extends Error {
  readonly why: TroubleName
  constructor(why: TroubleName) {
    super(why)
    this.why = why
  }
}

/** More is no model for a board but a scan, and the memory of a phone ends there. */
export const trianglesMax = 1_000_000
/** Beyond this two numbers near each other are one and the same to the machine. */
const farMax = 1e9

const isNear = (n: number) => n > -farMax && n < farMax

/** Leaves out what is nowhere, and lays the middle at nought. @throws {ModelTrouble} */
export const meshOf = ({ corners: given, colours: tinted, skin }: Soup): Mesh => {
  const all = Math.floor(given.length / 9)
  if (all > trianglesMax) throw new ModelTrouble('many')
  const corners = new Float32Array(all * 9)
  const colours = tinted && new Uint8Array(all * 3)
  const places = skin && new Float32Array(all * 6)
  const of = skin && new Uint8Array(all)
  const low = new Float64Array(3).fill(Infinity)
  const high = new Float64Array(3).fill(-Infinity)
  let to = 0
  for (let i = 0; i < all; i++) {
    let near = true
    for (let at = 0; at < 9; at++) near &&= isNear(given[i * 9 + at] ?? NaN)
    if (!near) continue
    for (let at = 0; at < 9; at++) {
      const [n, side] = [given[i * 9 + at] ?? 0, at % 3]
      corners[to * 9 + at] = n
      if (n < (low[side] ?? 0)) low[side] = n
      if (n > (high[side] ?? 0)) high[side] = n
    }
    if (tinted && colours) for (let at = 0; at < 3; at++) colours[to * 3 + at] = tinted[i * 3 + at] ?? 0
    if (skin && places && of) {
      places.set(skin.places.subarray(i * 6, i * 6 + 6), to * 6)
      of[to] = skin.of[i] ?? 0
    }
    to++
  }
  if (to === 0) throw new ModelTrouble(all > 0 ? 'broken' : 'empty')
  const sideOf = (side: number) => (high[side] ?? 0) - (low[side] ?? 0)
  const extent: Extent = [sideOf(0), sideOf(1), sideOf(2)]
  // A single point has no inside that anybody could turn.
  if (Math.max(...extent) <= 0) throw new ModelTrouble('empty')
  for (let at = 0; at < to * 9; at++) corners[at] = (corners[at] ?? 0) - ((high[at % 3] ?? 0) + (low[at % 3] ?? 0)) / 2
  let far = 0
  for (let at = 0; at < to * 9; at += 3) {
    const [x, y, z] = [corners[at] ?? 0, corners[at + 1] ?? 0, corners[at + 2] ?? 0]
    far = Math.max(far, x * x + y * y + z * z)
  }
  return {
    corners: corners.subarray(0, to * 9),
    colours: colours?.subarray(0, to * 3) ?? null,
    skin: skin && places && of ? { ...skin, places: places.subarray(0, to * 6), of: of.subarray(0, to) } : null,
    triangles: to,
    extent,
    reach: 2 * Math.sqrt(far),
  }
}
