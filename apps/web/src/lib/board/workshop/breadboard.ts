import { pitch, type Part } from './part.ts'
import type { Pin } from './pin.ts'

const passive = { role: 'passive', needed: false } as const
const hole = (name: string, x: number, y: number): Pin => ({ ...passive, name, label: name, x, y, side: 'top' })

/** Upper half a–e seen from below: j lies at the top, a at the bottom, with the ditch between f and e. */
const letters = ['j', 'i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'] as const

const field = (columns: number, left: number, top: number): Pin[] =>
  letters.flatMap((letter, row) =>
    Array.from({ length: columns }, (_, i) => hole(`${letter}${i + 1}`, left + i * pitch, top + (row + (row > 4 ? 2 : 0)) * pitch)),
  )

/** Five holes, a gap, five holes. */
const rail = (sign: string, many: number, left: number, y: number): Pin[] =>
  Array.from({ length: many }, (_, i) => hole(`${sign}${i + 1}`, left + (i + Math.floor(i / 5)) * pitch, y))

/** One strip of metal: a rail, or the five holes of a column on one side of the ditch. */
export const stripOf = ({ name }: Pin): string => {
  const [, letter = '', column = ''] = /^([a-j])(\d+)$/.exec(name) ?? []
  if (!letter) return name.replace(/\d+$/, '')
  return letter <= 'e' ? `ae${column}` : `fj${column}`
}

const board = (columns: number, withRails: boolean): Part => {
  const left = 28
  const top = withRails ? 68 : 28
  const w = left * 2 + (columns - 1) * pitch
  const h = top * 2 + 11 * pitch
  const start = left + pitch / 2
  const many = 25
  const rails = withRails
    ? [rail('T+', many, start, 16), rail('T−', many, start, 32), rail('B+', many, start, h - 32), rail('B−', many, start, h - 16)].flat()
    : []
  const end = start + (many + 3) * pitch
  const line = (y: number, colour: 'red' | 'blue') => ({ x: start - 8, y, w: end - start + 16, h: 1.5, colour, round: 0, label: '' })
  return {
    group: 'breadboards',
    w,
    h,
    colour: 'white',
    round: 6,
    mark: '',
    markAt: [w / 2, h / 2],
    boxes: [
      { x: 8, y: h / 2 - 6, w: w - 16, h: 12, colour: 'silver', round: 2, label: '' },
      ...(withRails ? [line(6, 'red'), line(42, 'blue'), line(h - 43, 'red'), line(h - 7, 'blue')] : []),
    ],
    pins: [...field(columns, left, top), ...rails],
    metalOf: stripOf,
    isBreadboard: true,
  }
}

export const breadboards = { breadboardHalf: board(30, true), breadboardMini: board(17, false) }
