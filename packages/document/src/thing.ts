import { readAnswers } from './answer.ts'
import { noteColours, readPaint, readFill, type Fill, type NoteColour, type Paint } from './colour.ts'
import { readCells, readColumns, readRows } from './grid.ts'
import { inkBytesMax } from './ink.ts'
import { asNumber, asOneOf, asString, asWords, type Fields } from './kit.ts'
import { isKey } from './order.ts'
import { readRun, spanMax, spanMin } from './run.ts'

/**
 * What may lie on a board. One table says what each kind has and how it is read; types, reading and writing follow from it.
 * A kind that is not in the table was made by a newer Sheber: it is kept, keeps its place, and is shown as a placeholder.
 */

/** Upper left corner and size, in world units: one is a CSS pixel at 100 %. */
export type Place = readonly [x: number, y: number, w: number, h: number]

export interface Trace {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What an end of a connector holds: a thing, at a part of its box (0.5, 0.5 is the thing as a whole), or at a named port. */
export interface End {
  readonly id: string
  readonly u: number
  readonly v: number
  readonly port: string
}

/** Where the two ends were when somebody last laid them: drawn where what they hold is gone. */
export type Ends = readonly [x1: number, y1: number, x2: number, y2: number]

export const forms = [
  'rectangle',
  'rounded',
  'ellipse',
  'diamond',
  'triangle',
  'hexagon',
  'parallelogram',
  'cylinder',
  'callout',
  'block',
] as const
export const dashes = ['solid', 'dashed', 'dotted'] as const
export const aligns = ['left', 'middle', 'right'] as const
export const routes = ['straight', 'elbow', 'curve'] as const
export const heads = ['none', 'arrow', 'triangle', 'dot', 'diamond', 'bar'] as const
/** Of words on the bare paper: as wide as their box, or their box as wide as they. */
export const widths = ['box', 'words'] as const
export const brushes = ['pen', 'highlighter'] as const
export const locks = ['', 'place', 'content', 'all'] as const
export const languages = ['arduino', 'python', 'javascript', 'plain'] as const
/** What the numbers of a model mean: its file may not say. */
export const units = ['mm', 'cm', 'm', 'inch'] as const
export const cards = ['task', 'page', 'file', 'record', 'board', 'project'] as const

export type Form = (typeof forms)[number]
export type Dash = (typeof dashes)[number]
export type Align = (typeof aligns)[number]
export type Route = (typeof routes)[number]
export type Head = (typeof heads)[number]
export type Wide = (typeof widths)[number]
export type Language = (typeof languages)[number]
export type Brush = (typeof brushes)[number]
export type Unit = (typeof units)[number]
/** Width, depth and height of the box around a model, z upwards. */
export type Extent = readonly [x: number, y: number, z: number]
/** How a model is looked at: degrees around its upright, degrees from above, and how near. */
export type View = readonly [around: number, above: number, near: number]
/** Against moving, against changing what it says, or against both. */
export type Lock = (typeof locks)[number]

type Read<T> = (value: unknown) => T

const oneOf =
  <T extends string>(known: readonly T[], otherwise: T): Read<T> =>
  (value) =>
    asOneOf(value, known, otherwise)
const within =
  (least: number, most: number, otherwise: number): Read<number> =>
  (value) =>
    Math.min(most, Math.max(least, asNumber(value, otherwise)))
const whole =
  (least: number, most: number, otherwise: number): Read<number> =>
  (value) =>
    Math.round(within(least, most, otherwise)(value))
const flag: Read<boolean> = (value) => value === true
const word =
  (most: number): Read<string> =>
  (value) =>
    asString(value).slice(0, most)
const paint =
  (otherwise: Paint): Read<Paint> =>
  (value) =>
    readPaint(value, otherwise)
const fill =
  (otherwise: Fill): Read<Fill> =>
  (value) =>
    readFill(value, otherwise)

const amount: Read<number> = (value) => Math.max(0, Math.round(asNumber(value, 0, 1e12)))

const extent: Read<Extent> = (value) => {
  const [x, y, z] = (Array.isArray(value) ? (value as unknown[]) : []).map((side) => Math.max(0, asNumber(side, 0, 1e9)))
  return [x ?? 0, y ?? 0, z ?? 0]
}

/** From the right, a little from above: three faces of a box are seen. */
export const firstView: View = [-35, 25, 1]

const view: Read<View> = (value) => {
  const [around, above, near] = Array.isArray(value) ? (value as unknown[]) : []
  return [asNumber(around, firstView[0], 36_000) % 360, within(-90, 90, firstView[1])(above), within(0.2, 20, firstView[2])(near)]
}

const noBytes = new Uint8Array()
const bytes: Read<Uint8Array> = (value) => (value instanceof Uint8Array && value.length <= inkBytesMax ? value : noBytes)

const end: Read<End | null> = (value) => {
  if (typeof value !== 'object' || value === null) return null
  const { id, u, v, port } = value as Record<string, unknown>
  const part = within(0, 1, 0.5)
  return typeof id === 'string' && id ? { id, u: part(u), v: part(v), port: word(40)(port) } : null
}

const ends: Read<Ends> = (value) => {
  const [x1, y1, x2, y2] = Array.isArray(value) ? (value as unknown[]) : []
  return [asNumber(x1, 0), asNumber(y1, 0), asNumber(x2, 100), asNumber(y2, 0)]
}

/** More things than that are the board as a whole. */
const overMax = 500
const ids: Read<readonly string[]> = (value) =>
  Array.isArray(value)
    ? (value as unknown[]).filter((one): one is string => typeof one === 'string' && one.length <= 64).slice(0, overMax)
    : []

const line = { ink: paint('ink'), width: within(0.5, 60, 2), dash: oneOf(dashes, 'solid') }
/** 0: as large as fits. */
const letters = { size: within(0, 400, 0), align: oneOf(aligns, 'middle') }

export const kinds = {
  note: { fill: oneOf<NoteColour>(noteColours, 'yellow') },
  text: { ink: paint('ink'), size: within(6, 400, 20), align: oneOf(aligns, 'left'), wide: oneOf(widths, 'box') },
  shape: { form: oneOf(forms, 'rectangle'), fill: fill('none'), ...line, ...letters },
  /** Points are relative to the corner, at the size they were drawn in; another size of the box stretches them. */
  ink: { points: bytes, ink: paint('ink'), width: within(0.5, 100, 4), brush: oneOf(brushes, 'pen') },
  connector: {
    a: end,
    b: end,
    p: ends,
    route: oneOf(routes, 'straight'),
    tail: oneOf(heads, 'none'),
    head: oneOf(heads, 'arrow'),
    /** Where an elbow bends or how far a curve swings, as a part of the way; 0.5 is the middle. */
    bend: within(-4, 4, 0.5),
    ...line,
  },
  /** `mm` world units are one millimetre of the thing drawn in it; 0: it has no scale. `grid` in millimetres, 0: none. */
  /** `slide`: its place in a show, a key of order; '' where nobody has given it one. */
  frame: { fill: fill('white'), mm: within(0, 1000, 0), grid: within(0, 10_000, 0), slide: word(40) },
  /** Its words say what is seen in it. */
  image: { file: word(64) },
  /** Its words say what it is. `still`: the file of a picture of it, as whoever turned it last left it: `view`. */
  model: {
    file: word(64),
    name: word(120),
    bytes: amount,
    extent,
    unit: oneOf<Unit>(units, 'mm'),
    triangles: amount,
    view,
    still: word(64),
  },
  card: { of: oneOf(cards, 'task'), ref: word(64) },
  /** `still`: the file of a picture that its page shows of itself. */
  link: { url: word(2000), about: word(500), still: word(64) },
  stamp: { stamp: word(40) },
  /** A measured line. `offset`: how far beside what it measures it is drawn, to the left of the way from a to b. */
  dimension: { a: end, b: end, p: ends, offset: within(-2000, 2000, 24), ink: paint('ink'), width: within(0.5, 60, 1.5) },
  /** A sign of a circuit diagram, a flowchart and the like, by its name in the catalogue; its words are its designation, as R1. */
  symbol: { symbol: word(40), value: word(60), ink: paint('ink'), width: within(0.5, 60, 2) },
  /** An electronic part with pins, by its name in the catalogue; its words are what this one is called. */
  part: { part: word(40) },
  /** Its words are TeX. */
  formula: { ink: paint('ink'), size: within(6, 400, 28) },
  code: { language: oneOf<Language>(languages, 'arduino'), size: within(6, 100, 15) },
  /** Rows and columns are maps of their own within the document, see grid.ts; its words are its title. */
  table: { rows: readRows, columns: readColumns, cells: readCells, size: within(6, 100, 15), ink: paint('ink') },
  /** Its words are the question. `secret`: how the votes fall is seen once it is closed, and never whose they are. */
  poll: { answers: readAnswers, several: flag, secret: flag, closed: flag },
  /** A vote by dots over the things in `over`, none: over the whole board. Each person has so many dots. */
  round: { dots: whole(1, 20, 3), over: ids, live: flag, closed: flag },
  /** `span` in seconds. */
  timer: { span: whole(spanMin, spanMax, 300), run: readRun },
} satisfies Record<string, Record<string, Read<unknown>>>

export type Kind = keyof typeof kinds

type Values<K extends Kind> = { readonly [F in keyof (typeof kinds)[K]]: (typeof kinds)[K][F] extends Read<infer T> ? T : never }

interface Common extends Trace {
  readonly id: string
  readonly g: Place
  /** Degrees, clockwise, around the middle. */
  readonly turn: number
  readonly z: string
  /** The group it belongs to, '' for none. */
  readonly group: string
  readonly lock: Lock
  /** Its words, '' where it has none. */
  readonly text: string
  readonly deleted: Trace | null
}

export type ThingOf<K extends Kind> = Common & { readonly kind: K } & Values<K>

/** Something that a newer Sheber made: it may be moved or deleted, never rewritten. */
export interface Placeholder extends Common {
  readonly kind: 'unknown'
  /** What it says it is. */
  readonly is: string
}

export type Thing = { [K in Kind]: ThingOf<K> }[Kind] | Placeholder
export type Note = ThingOf<'note'>
export type Connector = ThingOf<'connector'>
export type Ended = ThingOf<'connector' | 'dimension'>

/** Letters that a thing's words may have; more are not taken. */
export const textMax: Readonly<Record<Kind, number>> = {
  note: 2000,
  text: 10_000,
  shape: 2000,
  ink: 0,
  connector: 200,
  frame: 200,
  image: 500,
  model: 500,
  card: 300,
  link: 300,
  stamp: 0,
  dimension: 60,
  symbol: 40,
  part: 60,
  formula: 2000,
  code: 20_000,
  table: 200,
  poll: 300,
  round: 200,
  timer: 0,
}

export const noteTextMax = textMax.note
export const noteSize = 200
const sizeMin = 1
const sizeMax = 20_000

const readPlace = (value: unknown): Place => {
  const [x, y, w, h] = Array.isArray(value) ? (value as unknown[]) : []
  const size = (side: unknown) => Math.min(sizeMax, Math.max(sizeMin, asNumber(side, noteSize)))
  return [asNumber(x, 0), asNumber(y, 0), size(w), size(h)]
}

export const readTurn = (value: unknown) => asNumber(Array.isArray(value) ? (value as unknown[])[4] : 0, 0, 3600) % 360

export const readTrace = (value: unknown): Trace | null => {
  if (typeof value !== 'object' || value === null) return null
  const { by, at } = value as { by?: unknown; at?: unknown }
  return { by: asString(by), at: asNumber(at, 0, Number.MAX_SAFE_INTEGER) }
}

/** It lies between two ends and has no place of its own. */
export const hasEnds = <T extends { readonly kind: string }>(thing: T): thing is Extract<T, { readonly kind: Ended['kind'] }> =>
  thing.kind === 'connector' || thing.kind === 'dimension'

/** The box that two ends span. */
export const boxOfEnds = ([x1, y1, x2, y2]: Ends): Place => [
  Math.min(x1, x2),
  Math.min(y1, y2),
  Math.max(sizeMin, Math.abs(x2 - x1)),
  Math.max(sizeMin, Math.abs(y2 - y1)),
]

export const isKind = (value: unknown): value is Kind => typeof value === 'string' && Object.hasOwn(kinds, value)

/** One field as its kind reads it, null where the kind has no such field. */
export const readValue = (kind: Kind, name: string, value: unknown): unknown => {
  const fields: Readonly<Record<string, Read<unknown>>> = kinds[kind]
  return Object.hasOwn(fields, name) ? fields[name]?.(value) : undefined
}

/** Spelt out once: things are read by the thousand. */
const readersOf = (fields: Readonly<Record<string, Read<unknown>>>) => Object.entries(fields)
const readers = Object.fromEntries(Object.entries(kinds).map(([kind, fields]) => [kind, readersOf(fields)]))

export const readFields = (id: string, fields: Fields): Thing => {
  const z = fields.get('z')
  const g = fields.get('g')
  const t = fields.get('t')
  const common: Common = {
    id,
    g: readPlace(g),
    turn: readTurn(g),
    z: isKey(z) ? z : '',
    group: asString(fields.get('group')),
    lock: asOneOf(fields.get('lock'), locks, ''),
    text: asWords(fields.get('txt')),
    by: asString(fields.get('by')),
    at: asNumber(fields.get('at'), 0, Number.MAX_SAFE_INTEGER),
    deleted: readTrace(fields.get('del')),
  }
  if (!isKind(t)) return { ...common, kind: 'unknown', is: asString(t).slice(0, 40) }
  const values: Record<string, unknown> = { ...common, kind: t }
  for (const [name, read] of readers[t] ?? []) values[name] = read(fields.get(name))
  const thing = values as unknown as Thing
  return hasEnds(thing) ? { ...thing, g: boxOfEnds(thing.p) } : thing
}

export const kindOfFields = (fields: Fields | null): Kind | null => {
  const t = fields?.get('t')
  return isKind(t) ? t : null
}

/** What one says of a new thing; what is left out is as its kind has it. */
export type NewThing = {
  [K in Kind]: {
    readonly kind: K
    readonly id: string
    readonly g?: Place
    readonly turn?: number
    readonly group?: string
    readonly text?: string
  } & Trace &
    Partial<Values<K>>
}[Kind]

/** What belongs to the history of a thing: votes do not go with a copy, nor does the time that has run. */
const begun: Partial<Record<Kind, object>> = { poll: { closed: false }, round: { closed: false }, timer: { run: null } }

/** The same once more, by another hand: what a thing is, without its history. Null for what this Sheber does not know. */
export const copyOf = (
  thing: Thing,
  changed: Pick<NewThing, 'id' | 'by' | 'at'> & Partial<Pick<NewThing, 'g' | 'turn' | 'group'>>,
): NewThing | null => (thing.kind === 'unknown' ? null : ({ ...thing, ...begun[thing.kind], group: '', ...changed } as NewThing))

/** Everything one may give a thing another look by, whatever its kind. */
export type Style = Partial<{ [K in Kind]: Values<K> }[Kind]>
