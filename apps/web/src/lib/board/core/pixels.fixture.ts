import type { Point, Rect } from './geometry.ts'

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const applied = ([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point => ({ x: a * x + c * y + e, y: b * x + d * y + f })
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  ...([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j] as const),
  ...([a * k + c * l + e, b * k + d * l + f] as const),
]

const hashOf = (words: string) => {
  let hash = 2166136261
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 16777619)
  return hash
}

/** For tests: what a canvas needs of a path. */
export class FakePath {
  readonly d: string
  constructor(d: string) {
    this.d = d
  }

  get box(): Rect {
    const numbers = (this.d.match(/-?[\d.]+/g) ?? []).map(Number)
    const xs = numbers.filter((_, i) => i % 2 === 0)
    const ys = numbers.filter((_, i) => i % 2 === 1)
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
  }
}

/**
 * For tests: a canvas whose pixels remember all that was painted on them since they were last covered, and in which order.
 * Two canvases that look alike to it look alike to everybody.
 */
export class PixelCanvas {
  readonly w: number
  readonly h: number
  readonly pixels: Int32Array
  fillStyle = ''
  strokeStyle = ''
  lineWidth = 1
  font = ''
  textAlign = 'left'
  globalAlpha = 1
  globalCompositeOperation = 'source-over'
  #matrix: Matrix = [1, 0, 0, 1, 0, 0]
  #clip: Rect
  #path: Rect = { x: 0, y: 0, w: 0, h: 0 }
  readonly #saved: { matrix: Matrix; clip: Rect; alpha: number }[] = []

  constructor(w: number, h: number) {
    this.w = w
    this.h = h
    this.pixels = new Int32Array(w * h)
    this.#clip = { x: 0, y: 0, w, h }
  }

  get ctx() {
    return this as unknown as CanvasRenderingContext2D
  }

  get source() {
    return this as unknown as CanvasImageSource
  }

  setTransform(...matrix: Matrix) {
    this.#matrix = matrix
  }
  translate(x: number, y: number) {
    this.#matrix = times(this.#matrix, [1, 0, 0, 1, x, y])
  }
  scale(x: number, y: number) {
    this.#matrix = times(this.#matrix, [x, 0, 0, y, 0, 0])
  }
  rotate(angle: number) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.#matrix = times(this.#matrix, [cos, sin, -sin, cos, 0, 0])
  }
  save() {
    this.#saved.push({ matrix: this.#matrix, clip: this.#clip, alpha: this.globalAlpha })
  }
  restore() {
    const saved = this.#saved.pop()
    if (!saved) throw new Error('more was restored than saved')
    this.#matrix = saved.matrix
    this.#clip = saved.clip
    this.globalAlpha = saved.alpha
  }
  beginPath() {}
  setLineDash() {}
  rect(x: number, y: number, w: number, h: number) {
    this.#path = { x, y, w, h }
  }
  clip() {
    const { left, top, right, bottom } = this.#touched(this.#path)
    this.#clip = { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) }
  }

  fillRect(x: number, y: number, w: number, h: number) {
    this.#paint({ x, y, w, h }, `rect ${this.fillStyle}`, this.globalAlpha === 1)
  }
  strokeRect(x: number, y: number, w: number, h: number) {
    this.#paint({ x, y, w, h }, `box ${this.strokeStyle}`)
  }
  fill(path: FakePath) {
    this.#paint(path.box, `fill ${this.fillStyle} ${path.d}`)
  }
  stroke(path: FakePath) {
    const { x, y, w, h } = path.box
    const half = this.lineWidth / 2
    this.#paint({ x: x - half, y: y - half, w: w + 2 * half, h: h + 2 * half }, `stroke ${this.strokeStyle} ${path.d}`)
  }
  fillText(words: string, x: number, y: number, most = Infinity) {
    const size = parseFloat(this.font)
    const wide = Math.min(most, words.length * size * 0.5)
    const left = this.textAlign === 'left' ? x : this.textAlign === 'right' ? x - wide : x - wide / 2
    this.#paint({ x: left, y: y - size, w: wide, h: size * 1.2 }, `text ${words} ${this.font} ${this.fillStyle}`)
  }

  drawImage(source: PixelCanvas, x: number, y: number, w = source.w, h = source.h) {
    const { left, top, right, bottom } = this.#touched({ x, y, w, h })
    const at = applied(this.#matrix, { x, y })
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const [u, v] = [Math.floor(((column + 0.5 - at.x) * source.w) / w), Math.floor(((row + 0.5 - at.y) * source.h) / h)]
        this.pixels[row * this.w + column] = source.pixels[v * source.w + u] ?? 0
      }
    }
  }

  #touched({ x, y, w, h }: Rect) {
    const corners = [x, x + w].flatMap((u) => [y, y + h].map((v) => applied(this.#matrix, { x: u, y: v })))
    const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)]
    const { x: left, y: top, w: wide, h: high } = this.#clip
    return {
      left: Math.max(left, Math.floor(Math.min(...xs) + 1e-6)),
      top: Math.max(top, Math.floor(Math.min(...ys) + 1e-6)),
      right: Math.min(left + wide, Math.ceil(Math.max(...xs) - 1e-6)),
      bottom: Math.min(top + high, Math.ceil(Math.max(...ys) - 1e-6)),
    }
  }

  #paint(box: Rect, what: string, covers = false) {
    const { left, top, right, bottom } = this.#touched(box)
    const hash = hashOf(`${what} ${this.globalAlpha} ${this.globalCompositeOperation}`)
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const i = row * this.w + column
        this.pixels[i] = covers ? hash : Math.imul((this.pixels[i] ?? 0) ^ hash, 16777619)
      }
    }
  }
}
