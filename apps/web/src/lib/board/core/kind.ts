import type { Kind as KindName, Thing, ThingOf } from '@sheber/document/thing'
import type { Votes } from '@sheber/document/vote'
import type { Lifted } from './drag.ts'
import type { Point, Rect } from './geometry.ts'
import type { Layout, Measure } from './lines.ts'
import type { Look } from './look.ts'
import type { Picture, Surface } from './surface.ts'

/** One thing as it is painted. The fields of Rect are where it is now, a drag under way included. */
export interface Item<T extends Thing = Thing> extends Rect {
  readonly id: string
  thing: T
  x: number
  y: number
  w: number
  h: number
  /** Degrees, clockwise, around the middle. */
  turn: number
  /** Of a connector: as a hand lays them at this moment, null where the document's hold. */
  ends: Lifted['ends'] | null
  /** All that it may paint on, turned and with its lines: for culling, for tiles, for the frame around it. */
  bounds: Rect
  /** What its kind has worked out from the thing and its size; forgotten when either changes. */
  made: unknown
  /** Its words, broken into lines; forgotten likewise. */
  layout: Layout | null
}

/** What a kind may ask of the board around it. */
export interface Around {
  readonly measure: Measure
  /** What lies there under an id, by anybody's hand at this moment. */
  get(id: string): Item | undefined
  /** What lies still in a part of the world, for a line that lies still itself: nothing for one that is in somebody's hand. */
  still(line: Item, rect: Rect): readonly Item[]
  /** There is a better way for a line than it had. */
  again(line: Item): void
  /** World units to a millimetre on the sheet that lies under a point; 0 where there is none with a scale. */
  scaleAt(point: Point): number
  readonly vote: Votes
  /** Whose votes count; null: everybody's. */
  readonly voters: ReadonlySet<string> | null
  /** Painted on a thing once it stands: the dots of a vote. */
  readonly mark: ((item: Item, pen: Pen) => void) | null
}

/** What is told of the thing that a card names, to whoever looks at it now. */
export interface CardSaid {
  /** Null: as it was written on the card. */
  readonly title: string | null
  /** How it stands and whose it is, in a few words. */
  readonly line: string
  readonly access: 'open' | 'closed' | 'gone'
}

/** Of a board at which somebody sits; on paper no time passes, and nobody's own choice is shown. */
export interface Live {
  /** Id of whoever sits there. */
  readonly me: string
  /** Milliseconds since 1970, by the clock that all share. */
  now(): number
  /** Null where nothing has been told. */
  said?(thing: Thing): CardSaid | null
}

/** Where pictures come from: the core knows no server. */
export interface Pictures {
  /** A file's picture, about so many pixels wide: at first perhaps a smaller one, or null while nothing has come. */
  of(file: string, widthPx: number): Picture | null
}

/** The few words that are painted and are nobody's: in the language of the person. */
export interface PenWords {
  /** What a card stands for: task, notebook page… */
  readonly card: Readonly<Record<ThingOf<'card'>['of'], string>>
  /** In the place of a picture that has not come yet. */
  readonly coming: string
}

/** All that painting one thing needs to know. */
export interface Pen {
  readonly surface: Surface
  readonly look: Look
  /** Screen pixels per world unit: what would be smaller than a pixel need not be painted. */
  readonly zoom: number
  readonly around: Around
  /** A person's name by id, '' where unknown. */
  nameOf(id: string): string
  /** The thing whose words a text field above the canvas shows instead. */
  readonly editing: string | null
  layoutOf(item: Item): Layout
  /** None where pictures are not to be had; grey boxes then. */
  readonly pictures?: Pictures | null
  readonly live?: Live | null
  readonly said?: PenWords
}

/** Where the words of a thing are written, in the frame of the thing before it is turned. */
export interface Writing extends Rect {
  readonly size: number
  readonly align: 'left' | 'middle' | 'right'
  /** Where the first line begins, if not at the top: the words stand in the middle of their box. */
  readonly centred: boolean
  /** Colours for the text field, as CSS colours of the Look. */
  readonly colour: string
  readonly behind: string | null
  readonly face?: 'words' | 'code'
}

/** A place of a thing at which connectors dock, as parts of its box. Named where it means something. */
export interface Port {
  readonly name: string
  readonly u: number
  readonly v: number
}

/**
 * How one kind of thing is laid out, painted and touched. Everything is in world units, in the frame of the thing as it is
 * before it is turned: the turning is done around it.
 */
export interface Kind<T extends Thing = Thing> {
  paint(item: Item<T>, pen: Pen): void
  /** Works out what the thing takes up: may correct the item's w and h. Called when the thing or its place has changed. */
  settle?(item: Item<T>, around: Around): void
  /** How far it paints beyond its box: half its line, its shadow. */
  bleed?(item: Item<T>): number
  /** The words as they stand in its box. */
  layout?(item: Item<T>, measure: Measure): Layout
  /** Whether a point touches it, with so much slack; the box, if not said. */
  holds?(item: Item<T>, at: Point, slack: number): boolean
  /** Where a line from the middle towards `to` leaves it; the box, if not said. */
  edge?(item: Item<T>, to: Point): Point
  ports?(item: Item<T>): readonly Port[]
  /** The name of the button of its own under a point, null beside them. */
  button?(item: Item<T>, at: Point): string | null
  /** Its words can be written on the board itself. */
  writing?(item: Item<T>, look: Look, layout: Layout): Writing
  /** It can be opened to be looked at from all sides, also by those who may not write. */
  readonly live?: boolean
  /** Free in both directions, with its proportions kept, in width alone (its height follows its words), or not at all. */
  readonly resize: 'free' | 'ratio' | 'width' | 'none'
  /** The smallest side it may be given. */
  readonly least: number
}

export type Kinds = { readonly [K in KindName]?: Kind<Extract<Thing, { kind: K }>> }
