import type { NoteColour } from '@sheber/contract/board'
import { asOneOf } from './kit.ts'

export type { NoteColour }

// The type alone: the contract's own list would bring its schema library into the browser.
const every = { yellow: true, blue: true, green: true, pink: true, violet: true, white: true } satisfies Record<NoteColour, true>

/** In the order in which they are offered. */
export const noteColours = Object.keys(every) as NoteColour[]

/** Colours of lines, letters and surfaces, by name: each theme has its own shade of them. */
export const paints = ['ink', 'grey', 'red', 'orange', 'yellow', 'green', 'blue', 'violet', 'white'] as const
export type PaintName = (typeof paints)[number]
/** A name, or `#rrggbb` that came with something from outside. */
export type Paint = PaintName | `#${string}`
export type Fill = Paint | 'none'

const hex = /^#[0-9a-f]{6}$/i

export const isHex = (value: unknown): value is `#${string}` => typeof value === 'string' && hex.test(value)

export const readPaint = (value: unknown, otherwise: Paint): Paint => (isHex(value) ? value : asOneOf<Paint>(value, paints, otherwise))
export const readFill = (value: unknown, otherwise: Fill): Fill =>
  value === 'none' ? value : value === undefined ? otherwise : readPaint(value, otherwise === 'none' ? 'grey' : otherwise)
