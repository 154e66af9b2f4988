/**
 * Drawings of what teams have made, as a pupil draws with a ruler: pen, two or three crayons, millimetre paper. No letters are in them
 * but strokes of our own, for a server may have no fonts at all; and no people.
 */

export const sheetWidth = 960
export const sheetHeight = 720

export const ink = '#1d2a33'
export const blue = '#0b6e99'
export const lamp = '#b8430b'
export const green = '#1b7f4b'
export const yellow = '#ffe58a'
export const sky = '#bfe3ff'
export const mint = '#c9efc4'
export const rose = '#ffd0dc'
export const violet = '#dfd3ff'
export const grey = '#d5dade'
export const white = '#ffffff'

interface Stroke {
  readonly stroke?: string
  readonly wide?: number
  readonly dash?: string
}
const strokeOf = ({ stroke = ink, wide = 4, dash }: Stroke) =>
  `stroke="${stroke}" stroke-width="${wide}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`

export const path = (d: string, fill = 'none', stroke: Stroke = {}) => `<path d="${d}" fill="${fill}" ${strokeOf(stroke)}/>`
export const line = (x1: number, y1: number, x2: number, y2: number, stroke: Stroke = {}) =>
  path(`M${x1} ${y1}L${x2} ${y2}`, 'none', stroke)
export const box = (x: number, y: number, w: number, h: number, fill = white, r = 6) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${strokeOf({})}/>`
export const dot = (x: number, y: number, r: number, fill = white, stroke: Stroke = {}) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${strokeOf(stroke)}/>`
export const oval = (x: number, y: number, rx: number, ry: number, fill = white) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${strokeOf({})}/>`
export const turned = (degrees: number, x: number, y: number, inside: string) => `<g transform="rotate(${degrees} ${x} ${y})">${inside}</g>`
export const moved = (x: number, y: number, inside: string, scale = 1) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${inside}</g>`
export const times = (count: number, each: (n: number) => string): string => Array.from({ length: count }, (_, n) => each(n)).join('')

export const wheel = (x: number, y: number, r: number, fill = grey) =>
  dot(x, y, r, ink) + dot(x, y, r * 0.62, fill) + times(6, (n) => spoke(x, y, r * 0.6, n * 60)) + dot(x, y, r * 0.16, ink)
const spoke = (x: number, y: number, r: number, degrees: number) => {
  const angle = (degrees * Math.PI) / 180
  return line(x, y, Math.round(x + r * Math.cos(angle)), Math.round(y + r * Math.sin(angle)), { wide: 3 })
}
export const gear = (x: number, y: number, r: number, teeth: number, fill = grey) => {
  const points = Array.from({ length: teeth * 4 }, (_, n) => {
    const angle = (n / (teeth * 4)) * 2 * Math.PI
    const out = n % 4 < 2 ? r : r * 0.82
    return `${(x + out * Math.cos(angle)).toFixed(1)} ${(y + out * Math.sin(angle)).toFixed(1)}`
  })
  return path(`M${points.join('L')}Z`, fill) + dot(x, y, r * 0.22)
}
/** A board with legs on two sides and a chip in its middle. */
export const chip = (x: number, y: number, w: number, h: number, fill = mint) =>
  times(
    6,
    (n) => box(x + 14 + n * ((w - 40) / 5), y - 12, 12, 12, yellow, 0) + box(x + 14 + n * ((w - 40) / 5), y + h, 12, 12, yellow, 0),
  ) +
  box(x, y, w, h, fill) +
  box(x + w * 0.34, y + h * 0.3, w * 0.32, h * 0.4, ink, 2)
export const wire = (d: string, stroke = lamp) => path(d, 'none', { stroke, wide: 5 })
export const panel = (x: number, y: number, w: number, h: number) =>
  box(x, y, w, h, blue, 2) +
  times(3, (n) => line(x + (w * (n + 1)) / 4, y, x + (w * (n + 1)) / 4, y + h, { stroke: sky, wide: 2 })) +
  line(x, y + h / 2, x + w, y + h / 2, { stroke: sky, wide: 2 })
export const sun = (x: number, y: number, r: number) =>
  dot(x, y, r, yellow) +
  times(8, (n) => {
    const angle = (n * Math.PI) / 4
    const at = (far: number) => [Math.round(x + far * Math.cos(angle)), Math.round(y + far * Math.sin(angle))] as const
    return line(...at(r * 1.3), ...at(r * 1.7), { stroke: lamp })
  })
export const ground = (y: number) => line(40, y, 920, y) + times(22, (n) => line(60 + n * 40, y, 40 + n * 40, y + 18, { wide: 2 }))
export const water = (y: number, stroke = blue) =>
  times(3, (n) => path(`M${40 + n * 30} ${y + n * 34}${times(11 - n, () => 'q20 -16 40 0t40 0')}`, 'none', { stroke, wide: 3 }))
export const plant = (x: number, y: number, h: number) =>
  path(`M${x} ${y}q-6 -${h / 2} 0 -${h}`, 'none', { stroke: green, wide: 5 }) +
  times(
    3,
    (n) =>
      path(`M${x} ${y - h * (0.35 + n * 0.25)}q-34 -6 -44 -30q34 0 44 30`, mint, { stroke: green }) +
      path(`M${x} ${y - h * (0.3 + n * 0.25)}q34 -6 44 -30q-34 0 -44 30`, mint, { stroke: green }),
  )
/** Waves of sound or radio, opening to the right. */
export const waves = (x: number, y: number, stroke = lamp) =>
  times(3, (n) => path(`M${x + n * 22} ${y - 22 - n * 14}q${20 + n * 8} ${22 + n * 14} 0 ${44 + n * 28}`, 'none', { stroke }))

/** Strokes on a grid of 4 × 6, pen up at a bar: what figures and units need, and no more. */
const glyphs: Readonly<Record<string, string>> = {
  '0': '0,1 1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1',
  '1': '1,1 2.5,0 2.5,6',
  '2': '0,1 1,0 3,0 4,1 4,2 0,6 4,6',
  '3': '0,0 4,0 2,2.5 3,2.5 4,3.5 4,5 3,6 1,6 0,5',
  '4': '3,6 3,0 0,4 4,4',
  '5': '4,0 0,0 0,2.5 3,2.5 4,3.5 4,5 3,6 0,6',
  '6': '4,0 2,0 0,3 0,5 1,6 3,6 4,5 4,4 3,3 0,3.6',
  '7': '0,0 4,0 1.5,6',
  '8': '1,3 0,2 0,1 1,0 3,0 4,1 4,2 3,3 1,3 0,4 0,5 1,6 3,6 4,5 4,4 3,3',
  '9': '0,6 2,6 4,3 4,1 3,0 1,0 0,1 0,2 1,3 4,2.4',
  '.': '0.8,5.6 0.8,6',
  '-': '0,3 3,3',
  '%': '4,0 0,6|0,1 1,0 2,1 1,2 0,1|2,5 3,4 4,5 3,6 2,5',
  '°': '0,1 1,0 2,1 1,2 0,1',
  '/': '3.5,0 0,6',
  A: '0,6 2,0 4,6|0.8,4 3.2,4',
  C: '4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5',
  V: '0,0 2,6 4,0',
  W: '0,0 1,6 2,2 3,6 4,0',
  N: '0,6 0,0 4,6 4,0',
  c: '3,3 1,3 0,4 0,5 1,6 3,6',
  g: '3,3.5 2,3 1,3 0,4 0,5 1,6 2,6 3,5|3,3 3,7 2,8 0.5,8',
  h: '0,0 0,6|0,4 1,3 2,3 3,4 3,6',
  k: '0,0 0,6|3,3 0,4.8 3,6',
  l: '0.5,0 0.5,6',
  m: '0,6 0,3 1,3 2,3.6 2,6|2,3.6 3,3 4,3.6 4,6',
  p: '0,8 0,3 2,3 3,4 3,5 2,6 0,6',
  s: '3,3 1,3 0,3.8 3,5.2 2,6 0,6',
}

/** Figures and a unit, `size` high. */
export const figures = (x: number, y: number, words: string, size = 24, stroke = ink): string => {
  const unit = size / 6
  return [...words]
    .map((sign, n) => {
      const strokes = glyphs[sign]?.split('|') ?? []
      const at = (point: string) => {
        const [gx = 0, gy = 0] = point.split(',').map(Number)
        return `${(x + (n * 6 + gx) * unit).toFixed(1)} ${(y + gy * unit).toFixed(1)}`
      }
      return strokes.map((each) => path(`M${each.split(' ').map(at).join('L')}`, 'none', { stroke, wide: 3 })).join('')
    })
    .join('')
}
export const figuresWidth = (words: string, size = 24) => words.length * size - size / 3

/** How long it is: a line with an arrow at each end, and the figure beside it. */
export const measure = (x1: number, y1: number, x2: number, y2: number, words: string) => {
  const upright = x1 === x2
  const tick = (x: number, y: number) => (upright ? line(x - 12, y, x + 12, y, { wide: 2 }) : line(x, y - 12, x, y + 12, { wide: 2 }))
  const middle = [(x1 + x2) / 2, (y1 + y2) / 2] as const
  const words_ = upright
    ? figures(middle[0] + 18, middle[1] - 12, words)
    : figures(middle[0] - figuresWidth(words) / 2, middle[1] + 14, words)
  return line(x1, y1, x2, y2, { wide: 2 }) + tick(x1, y1) + tick(x2, y2) + words_
}

export const sheet = (inside: string, paper = '#fbfaf7'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${sheetWidth}" height="${sheetHeight}" viewBox="0 0 ${sheetWidth} ${sheetHeight}" stroke-linecap="round" stroke-linejoin="round"><rect width="960" height="720" fill="${paper}"/><path d="${times(24, (n) => `M${n * 40 + 20} 0V720`)}${times(18, (n) => `M0 ${n * 40 + 20}H960`)}" stroke="#dfe7ea" fill="none"/>${inside}</svg>`

export interface Chart {
  readonly kind: 'line' | 'bars'
  readonly values: readonly number[]
  readonly unit: string
  /** What was to be reached. */
  readonly aim?: number
}

/** What was measured, one trial after another. */
export const chartOf = ({ kind, values, unit, aim }: Chart): string => {
  const [left, top, right, bottom] = [150, 90, 900, 600]
  const highest = Math.max(...values, aim ?? 0)
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => highest / one <= 5) ?? 2000
  const whole = Math.ceil(highest / step) * step
  const yOf = (value: number) => bottom - ((bottom - top) * value) / whole
  const xOf = (n: number) => left + ((right - left) * (n + 0.5)) / values.length
  const marks = times(whole / step + 1, (n) => {
    const words = String(n * step)
    return (
      line(left, yOf(n * step), right, yOf(n * step), { stroke: '#b9c4ca', wide: 2 }) +
      figures(left - 24 - figuresWidth(words, 20), yOf(n * step) - 10, words, 20)
    )
  })
  const steps = times(values.length, (n) => figures(xOf(n) - figuresWidth(String(n + 1), 20) / 2, bottom + 26, String(n + 1), 20))
  const shown =
    kind === 'bars'
      ? values
          .map((value, n) => box(xOf(n) - 260 / values.length, yOf(value), 520 / values.length, bottom - yOf(value), n % 2 ? sky : mint, 3))
          .join('')
      : path(`M${values.map((value, n) => `${xOf(n)} ${yOf(value)}`).join('L')}`, 'none', { stroke: blue, wide: 6 }) +
        values.map((value, n) => dot(xOf(n), yOf(value), 9, white, { stroke: blue })).join('')
  const goal = aim === undefined ? '' : line(left, yOf(aim), right, yOf(aim), { stroke: lamp, dash: '16 12' })
  return sheet(
    `${marks}${shown}${goal}${line(left, top - 30, left, bottom)}${line(left, bottom, right, bottom)}${steps}${figures(left - 20, 24, unit, 26, lamp)}`,
  )
}
