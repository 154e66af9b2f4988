import type { Mesh } from './mesh.ts'

/** Corners fall into so many boxes along the longest side: enough for a hand that turns, painted ten times as fast. */
const boxes = 72
/** Three numbers below this are one exact number together. */
const namesMax = 2 ** 17

/** The same model with fewer triangles: corners that are near one another become one, and what has no face left goes. */
export const coarser = (mesh: Mesh): Mesh => {
  const { corners, colours, skin, triangles, extent } = mesh
  const step = Math.max(...extent) / boxes
  /** Each box by a small number, in the order in which they were met, and the first corner in it. */
  const names = new Map<number, number>()
  const firsts: number[] = []
  const nameOf = (at: number): number => {
    const [x, y, z] = [corners[at] ?? 0, corners[at + 1] ?? 0, corners[at + 2] ?? 0]
    const cell = (Math.round(x / step) * 1024 + Math.round(y / step)) * 1024 + Math.round(z / step)
    let name = names.get(cell)
    if (name === undefined) {
      name = firsts.push(at) - 1
      names.set(cell, name)
    }
    return name
  }
  const faces = new Set<number>()
  const kept: number[] = []
  const made: number[] = []
  for (let i = 0; i < triangles; i++) {
    const [a, b, c] = [nameOf(i * 9), nameOf(i * 9 + 3), nameOf(i * 9 + 6)]
    if (a === b || b === c || a === c) continue
    const [least, most] = [Math.min(a, b, c), Math.max(a, b, c)]
    const face = (least * namesMax + (a + b + c - least - most)) * namesMax + most
    if (most < namesMax && faces.has(face)) continue
    faces.add(face)
    kept.push(i)
    for (const name of [a, b, c]) {
      const from = firsts[name] ?? 0
      made.push(corners[from] ?? 0, corners[from + 1] ?? 0, corners[from + 2] ?? 0)
    }
  }
  const tinted = colours && Uint8Array.from(kept.flatMap((i) => [colours[i * 3] ?? 0, colours[i * 3 + 1] ?? 0, colours[i * 3 + 2] ?? 0]))
  // A corner goes to its neighbour's place and takes its own piece of the picture along: while it turns nobody sees the difference.
  const worn = skin && {
    ...skin,
    places: Float32Array.from(kept.flatMap((i) => [...skin.places.subarray(i * 6, i * 6 + 6)])),
    of: Uint8Array.from(kept, (i) => skin.of[i] ?? 0),
  }
  return { corners: Float32Array.from(made), colours: tinted, skin: worn, triangles: kept.length, extent, reach: mesh.reach }
}
