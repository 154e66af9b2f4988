import { readFile } from 'node:fs/promises'
import type { Poster } from './demo-posters.ts'
import { block, relief, shifted, tilted, turnedSolid, type Point, type Solid } from './demo-solid.ts'

/** What a team has built in a 3D program and shows to be turned. */
export interface DemoModel {
  readonly name: string
  /** What it is, in the language of the team. */
  readonly alt: string
  readonly solid: () => Solid
  /** Six seconds in which it turns: forty-eight of its stills (`demo-solid.stillOf`), recorded by Chromium’s MediaRecorder (VP9, 480 × 360). */
  readonly film?: { readonly name: string; readonly bytes: () => Promise<Buffer> }
}

/** A round rod with a rounded tip. */
const rod = (r: number, long: number): Solid =>
  turnedSolid(
    [
      [0, 0],
      [r, 0],
      [r, long - r * 0.6],
      [r * 0.75, long - r * 0.15],
      [0, long],
    ],
    20,
  )

/** Three joints, each bent a little more than the one before. */
const finger = ([x, ...root]: Point, lengths: readonly number[], bend: number): Solid => {
  let [y, z] = root
  return lengths.flatMap((long, n) => {
    const lean = bend * (n + 0.4)
    const part = shifted(tilted(rod(9 - n * 0.7, long), 'x', lean), [x, y, z])
    const angle = (lean * Math.PI) / 180
    y -= Math.sin(angle) * (long + 2)
    z += Math.cos(angle) * (long + 2)
    return part
  })
}

const hand = (): Solid => [
  ...turnedSolid([
    [22, 0],
    [31, 0],
    [27, 45],
    [19, 45],
    [22, 0],
  ]),
  ...block([-40, -13, 48], [80, 26, 78]),
  ...[38, 44, 40, 32].flatMap((long, n) => finger([-30 + n * 20, 0, 128], [long, long * 0.72, long * 0.55], 11)),
  ...shifted(tilted(finger([0, 0, 0], [36, 30], 9), 'y', -52), [-36, 0, 72]),
]

const globe = (): Solid => {
  const hill = (u: number, v: number, [x, y]: readonly [number, number], wide: number) =>
    Math.exp(-((u - x) ** 2 + (v - y) ** 2) / wide ** 2)
  const heights = (u: number, v: number) => {
    const ground = 8 + 22 * hill(u, v, [0.16, 0.72], 0.2) + 13 * hill(u, v, [0.42, 0.85], 0.13) + 9 * hill(u, v, [0.82, 0.22], 0.22)
    const river = Math.abs(v - 0.42 - 0.13 * Math.sin(u * 6.5))
    return Math.max(3, ground + 1.2 * Math.sin(u * 19) * Math.sin(v * 13) - 7 * Math.exp(-((river / 0.035) ** 2)))
  }
  const knobs = [
    [0.3, 0.3],
    [0.55, 0.62],
    [0.72, 0.5],
  ] as const
  return [...relief([300, 200], [60, 40], heights), ...knobs.flatMap(([u, v]) => shifted(rod(4, 8), [300 * u, 200 * v, heights(u, v) - 1]))]
}

const dog = (): Solid => {
  const wheel = [
    ...turnedSolid(
      [
        [52, -7],
        [60, -9],
        [66, -5],
        [66, 5],
        [60, 9],
        [52, 7],
        [52, -7],
      ],
      48,
    ),
    ...turnedSolid(
      [
        [0, -11],
        [12, -11],
        [12, 11],
        [0, 11],
      ],
      24,
    ),
    ...Array.from({ length: 6 }, (_, n) => tilted(block([10, -3.5, -3], [44, 7, 6]), 'z', n * 60)).flat(),
  ]
  return [
    ...[-95, 95].flatMap((x) => shifted(tilted(wheel, 'y', 90), [x, 0, 66])),
    ...shifted(tilted(rod(5, 190), 'y', 90), [-95, 0, 66]),
    ...[-70, 64].flatMap((x) => [...block([x, -4, 64], [6, 8, 96]), ...block([x, -4, 154], [6, 170, 6])]),
    ...block([-70, -4, 154], [140, 8, 6]),
    ...block([-70, 160, 154], [140, 6, 6]),
  ]
}

/** Those of the stands in the hall that have a model. */
export const models: Readonly<Partial<Record<Poster, DemoModel>>> = {
  hand: {
    name: 'Басылған қол.stl',
    alt: 'Саусақтары үш буынды қолдың моделі',
    solid: hand,
    film: { name: 'Қол айналғанда.webm', bytes: () => readFile(new URL('demo-film.webm', import.meta.url)) },
  },
  globe: { name: 'Рельеф.stl', alt: 'Рельеф с холмами, рекой и тремя точками городов', solid: globe },
  dog: { name: 'Cart.stl', alt: 'A cart with two spoked wheels and a frame', solid: dog },
}
