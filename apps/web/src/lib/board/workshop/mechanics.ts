import { circle, drawSign, rect, tip } from './symbol.ts'

/** Pneumatics and hydraulics after ISO 1219, and the simplest of mechanics. */

const sign = drawSign('mechanics')
const r1 = (n: number) => Math.round(n * 10) / 10

/** Teeth around a wheel. */
const gear = (x: number, y: number, r: number, teeth: number) => {
  const corners = Array.from({ length: teeth * 4 }, (_, i) => {
    const angle = ((i - 0.5) * Math.PI) / (teeth * 2)
    const reach = i % 4 < 2 ? r : r - 6
    return `${r1(x + reach * Math.cos(angle))} ${r1(y + reach * Math.sin(angle))}`
  })
  return `M${corners.join('L')}Z${circle(x, y, 5)}`
}

const spring = (x: number, y: number, w: number) => {
  const step = w / 6
  return `M${x} ${y}${Array.from({ length: 5 }, (_, i) => `L${r1(x + step * (i + 0.5))} ${y + (i % 2 ? 8 : -8)}`).join('')}L${x + w} ${y}`
}

export const mechanics = {
  cylinderSingle: sign(140, 56, {
    d: `${rect(0, 8, 100, 32)}M24 8V40M24 20H132M24 28H132M132 16V32${spring(28, 14, 68)}M10 40V56M90 40V48`,
    ports: [
      ['A', 10, 56],
      ['rod', 132, 24],
    ],
  }),
  cylinderDouble: sign(140, 56, {
    d: `${rect(0, 8, 100, 32)}M40 8V40M40 20H132M40 28H132M132 16V32M10 40V56M90 40V56`,
    ports: [
      ['A', 10, 56],
      ['B', 90, 56],
      ['rod', 132, 24],
    ],
  }),
  valve32: sign(160, 72, {
    d: `${rect(32, 16, 48, 40)}${rect(80, 16, 48, 40)}M44 56V22M68 56V48M62 48H74M92 56V48M86 48H98M116 56L96 22M92 16V0M92 56V72M116 56V72${rect(4, 26, 28, 20)}M4 46L32 26${spring(128, 36, 28)}`,
    solid: tip(44, 17, -90, 8) + tip(115, 54, 60, 8),
    ports: [
      ['2', 92, 0],
      ['1', 92, 72],
      ['3', 116, 72],
    ],
  }),
  valve52: sign(216, 72, {
    d: `${rect(36, 16, 72, 40)}${rect(108, 16, 72, 40)}M72 56L54 18M90 16L96 54M42 56V48M36 48H48M126 16L120 54M144 56L162 18M174 56V48M168 48H180M126 16V0M162 16V0M120 56V72M144 56V72M168 56V72${rect(8, 26, 28, 20)}M8 46L36 26${rect(180, 26, 28, 20)}M180 26L208 46`,
    solid: tip(54, 17, -115, 8) + tip(96, 55, 81, 8) + tip(120, 55, 99, 8) + tip(162, 17, -65, 8),
    ports: [
      ['4', 126, 0],
      ['2', 162, 0],
      ['5', 120, 72],
      ['1', 144, 72],
      ['3', 168, 72],
    ],
  }),
  pump: sign(64, 80, {
    d: `${circle(32, 40, 24)}M32 0V16M32 64V80`,
    solid: 'M24 30L32 16L40 30Z',
    ports: [
      ['out', 32, 0],
      ['in', 32, 80],
    ],
  }),
  filter: sign(96, 48, {
    d: 'M0 24H24M72 24H96M24 24L48 0L72 24L48 48ZM48 4V10M48 15V21M48 27V33M48 38V44',
    ports: [
      ['in', 0, 24],
      ['out', 96, 24],
    ],
  }),
  spring: sign(96, 32, {
    d: `M0 16H12${spring(12, 16, 72)}M84 16H96`,
    ports: [
      ['1', 0, 16],
      ['2', 96, 16],
    ],
  }),
  gearPair: sign(136, 96, {
    d: gear(46, 48, 42, 14) + gear(110, 48, 24, 8),
    ports: [
      ['1', 46, 48],
      ['2', 110, 48],
    ],
  }),
  bearing: sign(80, 64, {
    d: `${rect(24, 4, 32, 16)}${rect(24, 44, 32, 16)}M0 26H80M0 38H80M24 4L56 20M56 4L24 20M24 44L56 60M56 44L24 60`,
    ports: [
      ['1', 0, 32],
      ['2', 80, 32],
    ],
  }),
  lever: sign(120, 56, {
    d: 'M0 12H120M80 12L66 44H94ZM58 44H102M62 44L56 52M74 44L68 52M86 44L80 52M98 44L92 52',
    solid: circle(80, 12, 4),
    ports: [
      ['effort', 0, 12],
      ['pivot', 80, 12],
      ['load', 120, 12],
    ],
  }),
}
