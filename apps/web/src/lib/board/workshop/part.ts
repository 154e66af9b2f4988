import { readPin, type Pin, type PinSide } from './pin.ts'

/** A part of the catalogue: a board in its colour, its chips as boxes, its pins along the edges. World units, 16 to a tenth of an inch. */

export const pitch = 16

export type Colour = 'teal' | 'blue' | 'navy' | 'green' | 'red' | 'black' | 'white' | 'silver' | 'chip' | 'gold' | 'glass'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly colour: Colour
  /** Corners as far rounded; half the side makes a circle. */
  readonly round: number
  readonly label: string
}

export interface Part {
  readonly group: PartGroup
  readonly w: number
  readonly h: number
  readonly colour: Colour
  readonly round: number
  /** As it is printed on it. */
  readonly mark: string
  readonly markAt: readonly [x: number, y: number]
  readonly boxes: readonly Box[]
  readonly pins: readonly Pin[]
  /** Pins of one name here are one piece of metal within the part. */
  readonly metalOf: (pin: Pin) => string
  /** Holes without letters. */
  readonly isBreadboard: boolean
}

export const partGroups = ['controllers', 'breadboards', 'sensors', 'inputs', 'lights', 'motion', 'displays', 'radio', 'power'] as const
export type PartGroup = (typeof partGroups)[number]

export interface Row {
  readonly side: PinSide
  /** Of the first pin, along the side. */
  readonly from: number
  readonly step?: number
  /** How far inside the edge. */
  readonly inset?: number
  readonly pins: readonly string[]
}

interface Drawn extends Pick<Part, 'group' | 'w' | 'h' | 'colour'> {
  readonly mark: string
  readonly markAt?: readonly [x: number, y: number]
  readonly round?: number
  readonly boxes?: readonly (readonly [x: number, y: number, w: number, h: number, colour: Colour, label?: string, round?: number])[]
  readonly rows: readonly Row[]
  /** Pins that are joined inside, whatever they are called. */
  readonly joined?: readonly (readonly string[])[]
}

export const split = (pins: string) => pins.split(' ')

/** All pins named, with the same said of each. */
export const each = (pins: string, electric: string) => split(pins).map((pin) => pin + electric)

const placeOf = ({ side, from, step = pitch, inset = 8 }: Row, i: number, w: number, h: number) => {
  const along = from + i * step
  if (side === 'top') return { x: along, y: inset }
  if (side === 'bottom') return { x: along, y: h - inset }
  return side === 'left' ? { x: inset, y: along } : { x: w - inset, y: along }
}

const pinsOf = (rows: readonly Row[], w: number, h: number): Pin[] => {
  const many = new Map<string, number>()
  return rows.flatMap((row) =>
    row.pins.map((written, i) => {
      const pin = readPin(written)
      const nth = (many.get(pin.label) ?? 0) + 1
      many.set(pin.label, nth)
      return { ...pin, name: nth === 1 ? pin.label : `${pin.label}·${nth}`, side: row.side, ...placeOf(row, i, w, h) }
    }),
  )
}

const noJoins: readonly (readonly string[])[] = []

export const drawPart = ({ boxes = [], rows, joined = noJoins, round = 6, markAt, ...drawn }: Drawn): Part => {
  const { w, h } = drawn
  return {
    ...drawn,
    round,
    markAt: markAt ?? [w / 2, h / 2],
    boxes: boxes.map(([x, y, bw, bh, colour, label = '', corner = 3]) => ({ x, y, w: bw, h: bh, colour, label, round: corner })),
    pins: pinsOf(rows, w, h),
    // What is marked alike with a voltage or as ground is one net on every board.
    metalOf: ({ name, label, role }) =>
      joined.find((names) => names.includes(name))?.[0] ?? (role === 'ground' || role === 'supply' || role === 'power' ? label : name),
    isBreadboard: false,
  }
}
