import type { Mesh } from './mesh.ts'

/** Corners fall into so many boxes along the longest side: enough for a hand that turns, painted ten times as fast. */
const boxes = 72

/** The same model with fewer triangles: corners that are near one another become one, and what has no face left goes. */
export const coarser = (mesh: Mesh): Mesh => {
  const { corners, colours, triangles, size } = mesh
  const step = Math.max(...size) / boxes
  const cellOf = (at: number) => [0, 1, 2].reduce((cell, side) => cell * 1024 + Math.round((corners[at + side] ?? 0) / step) + 512, 0)
  const first = new Map<number, number>()
  const faces = new Set<string>()
  const kept: number[] = []
  for (let i = 0; i < triangles; i++) {
    const cells = [cellOf(i * 9), cellOf(i * 9 + 3), cellOf(i * 9 + 6)]
    for (const [c, cell] of cells.entries()) if (!first.has(cell)) first.set(cell, i * 9 + c * 3)
    const face = cells.toSorted((a, b) => a - b).join()
    if (new Set(cells).size < 3 || faces.has(face)) continue
    faces.add(face)
    kept.push(i)
  }
  const fewer = new Float32Array(kept.length * 9)
  const tinted = colours && new Uint8Array(kept.length * 3)
  for (const [to, i] of kept.entries()) {
    for (let c = 0; c < 3; c++) {
      const from = first.get(cellOf(i * 9 + c * 3)) ?? 0
      fewer.set(corners.subarray(from, from + 3), to * 9 + c * 3)
    }
    if (colours) tinted?.set(colours.subarray(i * 3, i * 3 + 3), to * 3)
  }
  return { corners: fewer, colours: tinted, triangles: kept.length, size }
}
