import { encode } from 'uqr'

/** Rows of modules, true is dark; without the quiet zone. */
export type Qr = readonly (readonly boolean[])[]

/** As wide as readers ask for on each side. */
export const quietModules = 4

/** A quarter of it may be lost to a fold, a thumb or a lamp's glare. */
export const qrOf = (address: string): Qr => encode(address, { ecc: 'Q', border: 0 }).data

/**
 * The outline of its dark places, in modules: closed polygons to be filled. Not a square for each module, between which many
 * programs paint pale seams.
 */
export const outlinesOf = (qr: Qr): [number, number][][] => {
  const isDark = (x: number, y: number) => qr[y]?.[x] === true
  const wide = qr.length + 1
  // Each edge between dark and light goes with the dark on its right hand.
  const edges = new Map<number, number[]>()
  const edge = (x: number, y: number, toX: number, toY: number) => {
    const from = y * wide + x
    const ends = edges.get(from)
    if (ends) ends.push(toY * wide + toX)
    else edges.set(from, [toY * wide + toX])
  }
  for (let y = 0; y < qr.length; y++)
    for (let x = 0; x < qr.length; x++) {
      if (!isDark(x, y)) continue
      if (!isDark(x, y - 1)) edge(x, y, x + 1, y)
      if (!isDark(x + 1, y)) edge(x + 1, y, x + 1, y + 1)
      if (!isDark(x, y + 1)) edge(x + 1, y + 1, x, y + 1)
      if (!isDark(x - 1, y)) edge(x, y + 1, x, y)
    }
  const outlines: [number, number][][] = []
  for (const start of edges.keys())
    for (let ends = edges.get(start); ends && ends.length > 0; ends = edges.get(start)) {
      const corners: [number, number][] = []
      let [at, direction] = [start, 0]
      for (;;) {
        const to = edges.get(at)?.pop()
        if (to === undefined) break
        if (to - at !== direction) corners.push([at % wide, Math.floor(at / wide)])
        ;[direction, at] = [to - at, to]
      }
      outlines.push(corners)
    }
  return outlines
}
