import type { View } from '@sheber/document/thing'
import { edgesAlong, lensOf, type Lens } from './camera.ts'
import type { Mesh } from './mesh.ts'
import { texelAt } from './skin.ts'

/**
 * Paints a model without asking anybody for a graphics card: on the laptops of a village school there is none that works,
 * and a painter of our own looks alike on every screen, in a still picture and in a test.
 */
export interface Shot {
  readonly view: View
  /** Pixels. */
  readonly w: number
  readonly h: number
  /** Each pixel is the mean of four: smooth edges, four times the work. */
  readonly fine: boolean
  /** The edges of its triangles are drawn. */
  readonly net: boolean
  /** The box around it is drawn. */
  readonly box: boolean
}

const plain: readonly [number, number, number] = [142, 163, 184]
/** From over the left shoulder of whoever looks. */
const light = [-0.36, 0.55, -0.75] as const
const shade = 0.36
const boxColour = 0xff_2f_6f_d8 // ABGR: an orange that is seen on white and on black
const opaque = 0xff00_0000

interface Canvas {
  readonly w: number
  readonly h: number
  readonly colours: Uint32Array<ArrayBuffer>
  readonly depths: Float32Array
}

/** Red, green and blue as a pixel of a canvas lies in memory. */
const packed = (r: number, g: number, b: number) => (opaque | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0

/** A pixel of a picture, in the colour of its triangle and in its light. */
const tinged = (texel: number, r: number, g: number, b: number) =>
  packed(((texel & 255) * r) / 255, (((texel >>> 8) & 255) * g) / 255, (((texel >>> 16) & 255) * b) / 255)

const dot = (a: readonly [number, number, number], x: number, y: number, z: number) => a[0] * x + a[1] * y + a[2] * z

/** The one place where a millionth of a second counts: it is written out, without lists that would have to be made for each triangle. */
const paintTriangles = ({ corners, colours: tints, skin, triangles }: Mesh, lens: Lens, canvas: Canvas, net: boolean) => {
  const { w, h, colours, depths } = canvas
  const { scale } = lens
  const [rx, ry, rz] = lens.right
  const [ux, uy, uz] = lens.up
  const [dx, dy, dz] = lens.away
  const [lightX, lightY, lightD] = light
  const midX = w / 2
  const midY = h / 2
  const n = (at: number) => corners[at] ?? 0
  for (let i = 0; i < triangles; i++) {
    const at = i * 9
    const x0 = n(at)
    const y0 = n(at + 1)
    const z0 = n(at + 2)
    const x1 = n(at + 3)
    const y1 = n(at + 4)
    const z1 = n(at + 5)
    const x2 = n(at + 6)
    const y2 = n(at + 7)
    const z2 = n(at + 8)
    const ax = midX + (rx * x0 + ry * y0 + rz * z0) * scale
    const bx = midX + (rx * x1 + ry * y1 + rz * z1) * scale
    const cx = midX + (rx * x2 + ry * y2 + rz * z2) * scale
    const ay = midY - (ux * x0 + uy * y0 + uz * z0) * scale
    const by = midY - (ux * x1 + uy * y1 + uz * z1) * scale
    const cy = midY - (ux * x2 + uy * y2 + uz * z2) * scale
    const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5))
    const last = Math.min(w - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
    const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5))
    const foot = Math.min(h - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
    if (left > last || top > foot) continue
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if (Math.abs(area) < 1e-9) continue
    const ad = dx * x0 + dy * y0 + dz * z0
    const bd = dx * x1 + dy * y1 + dz * z1
    const cd = dx * x2 + dy * y2 + dz * z2

    // Which way it faces, in the frame of the screen; what looks away is lit from behind as well: many a file has it inside out.
    const riseB = (bd - ad) * scale
    const riseC = (cd - ad) * scale
    const nx = (ay - by) * riseC - riseB * (ay - cy)
    const ny = riseB * (cx - ax) - (bx - ax) * riseC
    const nd = (bx - ax) * (ay - cy) - (ay - by) * (cx - ax)
    const lit = ((nx * lightX + ny * lightY + nd * lightD) / (Math.sqrt(nx * nx + ny * ny + nd * nd) || 1)) * (nd > 0 ? -1 : 1)
    const bright = shade + (1 - shade) * Math.max(0, lit)
    const r = (tints ? (tints[i * 3] ?? 0) : plain[0]) * bright
    const g = (tints ? (tints[i * 3 + 1] ?? 0) : plain[1]) * bright
    const b = (tints ? (tints[i * 3 + 2] ?? 0) : plain[2]) * bright
    const colour = packed(r, g, b)
    const dark = net ? packed(r * 0.45, g * 0.45, b * 0.45) : colour

    const texture = skin ? (skin.textures[(skin.of[i] ?? 0) - 1] ?? null) : null
    const place = (part: number) => skin?.places[i * 6 + part] ?? 0
    const u0 = texture ? place(0) : 0
    const v0 = texture ? place(1) : 0
    const u1 = texture ? place(2) : 0
    const v1 = texture ? place(3) : 0
    const u2 = texture ? place(4) : 0
    const v2 = texture ? place(5) : 0

    // How much of each corner is in a pixel, stepped along the row.
    const stepA = (by - cy) / area
    const stepB = (cy - ay) / area
    const reachA = net ? Math.abs(area) / Math.hypot(cx - bx, cy - by) : 0
    const reachB = net ? Math.abs(area) / Math.hypot(ax - cx, ay - cy) : 0
    const reachC = net ? Math.abs(area) / Math.hypot(bx - ax, by - ay) : 0
    for (let y = top; y <= foot; y++) {
      const px = left + 0.5
      const py = y + 0.5
      let partA = ((bx - px) * (cy - py) - (by - py) * (cx - px)) / area
      let partB = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) / area
      let pixel = y * w + left
      for (let x = left; x <= last; x++, pixel++, partA += stepA, partB += stepB) {
        const partC = 1 - partA - partB
        if (partA < -1e-6 || partB < -1e-6 || partC < -1e-6) continue
        const depth = partA * ad + partB * bd + partC * cd
        if (depth >= (depths[pixel] ?? 0)) continue
        // Without perspective, what lies between two corners of the picture lies between them on the screen too.
        const texel = texture ? texelAt(texture, partA * u0 + partB * u1 + partC * u2, partA * v0 + partB * v1 + partC * v2) : 0
        if (texture && texel === 0) continue
        depths[pixel] = depth
        const edge = net && (partA * reachA < 0.8 || partB * reachB < 0.8 || partC * reachC < 0.8)
        colours[pixel] = edge ? dark : texture ? tinged(texel, r, g, b) : colour
      }
    }
  }
}

const paintBox = ({ extent }: Mesh, { right, up, away, scale }: Lens, { w, h, colours, depths }: Canvas, thick: number) => {
  const slack = Math.hypot(...extent) * 0.002
  for (const [from, to] of ([0, 1, 2] as const).flatMap((side) => edgesAlong(side, extent))) {
    const [ax, ay, ad] = [w / 2 + dot(right, ...from) * scale, h / 2 - dot(up, ...from) * scale, dot(away, ...from)]
    const [bx, by, bd] = [w / 2 + dot(right, ...to) * scale, h / 2 - dot(up, ...to) * scale, dot(away, ...to)]
    // Near by, an edge is longer than the picture by far.
    const steps = Math.min(20_000, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay))))
    for (let step = 0; step <= steps; step++) {
      const part = steps === 0 ? 0 : step / steps
      const [x, y, depth] = [Math.round(ax + (bx - ax) * part), Math.round(ay + (by - ay) * part), ad + (bd - ad) * part - slack]
      for (let dy = 0; dy < thick; dy++) {
        for (let dx = 0; dx < thick; dx++) {
          const [at, down] = [x + dx, y + dy]
          if (at < 0 || down < 0 || at >= w || down >= h || depth > (depths[down * w + at] ?? 0)) continue
          colours[down * w + at] = boxColour
        }
      }
    }
  }
}

/** Four pixels become one; what is half empty is half to be seen through. */
const halved = ({ w, h, colours }: Canvas): Uint8ClampedArray<ArrayBuffer> => {
  const bytes = new Uint8ClampedArray((w / 2) * (h / 2) * 4)
  let to = 0
  for (let y = 0; y < h; y += 2) {
    for (let x = 0; x < w; x += 2, to += 4) {
      const at = y * w + x
      let [r, g, b, full] = [0, 0, 0, 0]
      for (const one of [colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + w] ?? 0, colours[at + w + 1] ?? 0]) {
        if (one === 0) continue
        full++
        r += one & 255
        g += (one >>> 8) & 255
        b += (one >>> 16) & 255
      }
      if (full === 0) continue
      bytes[to] = r / full
      bytes[to + 1] = g / full
      bytes[to + 2] = b / full
      bytes[to + 3] = (full * 255) / 4
    }
  }
  return bytes
}

/** Red, green, blue and how much it covers, for each pixel, row by row; what is not the model is empty. */
export const paintModel = (mesh: Mesh, { view, w, h, fine, net, box }: Shot): Uint8ClampedArray<ArrayBuffer> => {
  const grain = fine ? 2 : 1
  const [wide, high] = [Math.max(1, Math.round(w)) * grain, Math.max(1, Math.round(h)) * grain]
  const lens = lensOf(view, box ? Math.hypot(...mesh.extent) : mesh.reach, wide, high)
  const canvas: Canvas = { w: wide, h: high, colours: new Uint32Array(wide * high), depths: new Float32Array(wide * high).fill(Infinity) }
  paintTriangles(mesh, lens, canvas, net)
  if (box) paintBox(mesh, lens, canvas, fine ? 3 : 2)
  return fine ? halved(canvas) : new Uint8ClampedArray(canvas.colours.buffer)
}
