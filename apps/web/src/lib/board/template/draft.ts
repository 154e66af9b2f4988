import { boxOfEnds, type End, type NewThing, type Place, type ThingOf } from '@sheber/document/thing'
import type { NoteColour, PaintName } from '@sheber/document/colour'

/** Whose hand lays a template: everything in it is theirs. */
export interface Hand {
  readonly me: string
  newId(): string
  now(): number
}

/** A sheet that is fitted on a laptop's screen with its letters still readable. */
export const wide = 1600
export const high = 900
export const margin = 40
/** Where a sheet's own part begins, under its title and the word of advice. */
export const top = 160
export const full = wide - 2 * margin
const titleSize = 36
export const promptSize = 22
/** A column of numbers and signs stands in the middle. */
const narrow = 120

type Box = Partial<Pick<ThingOf<'shape'>, 'form' | 'size' | 'align' | 'dash' | 'width'>> & {
  readonly fill?: PaintName | 'none'
  readonly ink?: PaintName
}
type Letters = Partial<Pick<ThingOf<'text'>, 'align'>> & { readonly ink?: PaintName }
type Line = Partial<Pick<ThingOf<'connector'>, 'route' | 'head' | 'width'>> & { readonly text?: string; readonly ink?: PaintName }
/** The middle of a thing, or a part of its box. */
type Hold = string | readonly [id: string, u: number, v: number]

/** A sheet being drawn. Everything lies on its one frame, whose corner is the beginning of the world. */
export class Draft {
  readonly things: NewThing[] = []
  readonly #hand: Hand
  readonly #places = new Map<string, Place>()

  constructor(hand: Hand, name: string, [w, h]: readonly [number, number] = [wide, high], mm = 0) {
    this.#hand = hand
    this.#lay({ kind: 'frame', ...this.#born([0, 0, w, h]), text: name, mm })
  }

  #born(g: Place) {
    const { me, newId, now } = this.#hand
    return { id: newId(), by: me, at: now(), g }
  }

  #lay(thing: NewThing & { readonly g: Place }) {
    this.things.push(thing)
    this.#places.set(thing.id, thing.g)
    return thing.id
  }

  /** Title and a word of advice at the head of a sheet. */
  head(title: string, advice: string) {
    this.text(title, margin, 28, full, titleSize)
    this.text(advice, margin, 84, full, promptSize, { ink: 'grey' })
  }

  text(text: string, x: number, y: number, w: number, size: number, look: Letters = {}) {
    return this.#lay({ kind: 'text', ...this.#born([x, y, w, size * 1.3]), text, size, ...look })
  }

  box(text: string, g: Place, look: Box = {}) {
    return this.#lay({ kind: 'shape', ...this.#born(g), text, size: promptSize, ink: 'grey', width: 1.5, ...look })
  }

  note(text: string, g: Place, fill: NoteColour) {
    return this.#lay({ kind: 'note', ...this.#born(g), text, fill })
  }

  /** A surface with its heading and what to write on it. */
  part(heading: string, prompt: string, g: Place, fill: PaintName, sizes = { heading: 28, prompt: promptSize }) {
    const [x, y, w, h] = g
    const inset = 20
    this.box('', [x, y, w, h], { fill, form: 'rounded' })
    this.text(heading, x + inset, y + 16, w - 2 * inset, sizes.heading)
    this.text(prompt, x + inset, y + 24 + sizes.heading * 1.3, w - 2 * inset, sizes.prompt)
  }

  line(from: Hold, to: Hold, look: Line = {}) {
    const [a, b] = [endOf(from), endOf(to)]
    const p = [...this.#at(a), ...this.#at(b)] as const
    const ends = p as readonly [number, number, number, number]
    return this.#lay({ kind: 'connector', ...this.#born(boxOfEnds(ends)), a, b, p: ends, ink: 'grey', ...look })
  }

  #at({ id, u, v }: End): [number, number] {
    const [x, y, w, h] = this.#places.get(id) ?? [0, 0, 0, 0]
    return [x + w * u, y + h * v]
  }

  /** Rows of cells with a shaded head, the first row of words at its top; cells without words stay open for writing. */
  table(x: number, y: number, widths: readonly number[], heights: readonly number[], rows: readonly (readonly string[])[]) {
    let cellY = y
    for (const [r, height] of heights.entries()) {
      let cellX = x
      for (const [c, width] of widths.entries()) {
        const isHead = r === 0
        this.box(rows[r]?.[c] ?? '', [cellX, cellY, width, height], {
          fill: isHead ? 'ink' : 'white',
          align: isHead || width < narrow ? 'middle' : 'left',
        })
        cellX += width
      }
      cellY += height
    }
  }
}

const endOf = (hold: Hold): End => {
  const [id, u, v] = typeof hold === 'string' ? [hold, 0.5, 0.5] : hold
  return { id, u, v, port: '' }
}
