import type { Fill, NoteColour, Paint, PaintName } from '@sheber/document/colour'
import type { Letters } from './surface.ts'

/** Colours and letters of the moment, taken from the tokens. */
export interface Look {
  readonly paper: string
  readonly grid: string
  readonly edge: string
  readonly quiet: string
  /** Words on a note: dark in every theme, for notes are light in every theme. */
  readonly ink: string
  readonly shadow: string
  readonly primary: string
  readonly surface: string
  readonly fills: Readonly<Record<NoteColour, string>>
  /** Lines and letters on the paper. */
  readonly inks: Readonly<Record<PaintName, string>>
  /** Surfaces that words can still be read on. */
  readonly tints: Readonly<Record<PaintName, string>>
  /** The person asked for more contrast: what is told by a surface alone gets an outline. */
  readonly strong?: boolean
  /** The paper is darker than what is written on it. */
  readonly dark?: boolean
  /** As a canvas wants it: `450 {size}px …`. */
  readonly font: (size: number, bold?: boolean, face?: Letters['face']) => string
  /** From the top of a line to the foot of its letters, in letters' sizes: where a text field would put them. */
  readonly baseline: number
}

const isName = (paint: Paint): paint is PaintName => !paint.startsWith('#')

export const inkOf = (look: Look, paint: Paint): string => (isName(paint) ? look.inks[paint] : paint)
/** Null where the surface is left open. */
export const tintOf = (look: Look, fill: Fill): string | null => (fill === 'none' ? null : isName(fill) ? look.tints[fill] : fill)
