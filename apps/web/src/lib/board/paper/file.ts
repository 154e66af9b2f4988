import { filesOf } from '@sheber/document/copy'
import { asNumber, asString } from '@sheber/document/kit'
import {
  boxOfEnds,
  hasEnds,
  isKind,
  kinds,
  noteSize,
  readValue,
  textMax,
  type End,
  type Ends,
  type Kind,
  type NewThing,
  type Place,
  type Thing,
} from '@sheber/document/thing'
import { fromBase64, toBase64 } from './base64.ts'

/**
 * A board as a file of its own: `{ sheber: 'board', version, things, files, copied }`, things in paint order; files by the id that
 * things name them by, `{ name, type, data }`, data in base64.
 * Left out is what belongs to the board and not to the drawing: who made a thing and when, what is locked, votes.
 */
export const fileVersion = 1
/** More would take a school's laptop minutes; what lies beyond is counted. */
export const thingsMax = 5000

/** Where a board has been taken over from: the oldest first. */
export interface Credit {
  readonly board: string
  readonly title: string
  /** The names of those who made it. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A file that goes along, as it lies in the board's. */
export interface HeldFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const creditsMax = 50

export interface Hand {
  readonly me: string
  readonly newId: () => string
  readonly now: () => number
}

export interface BoardFile {
  readonly things: readonly NewThing[]
  readonly copied: readonly Credit[]
  /** By the names that its things have for them. */
  readonly files: ReadonlyMap<string, File>
  /** Things of kinds that this Sheber does not know. */
  readonly unknown: number
  /** Things beyond what a board takes at once. */
  readonly over: number
}

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

const noBytes = new Uint8Array()

const written = (thing: Exclude<Thing, { kind: 'unknown' }>): Plain => {
  const { kind, id, g, turn, group, text } = thing
  const fields = Object.keys(kinds[kind]).map((name) => {
    const value = (thing as unknown as Plain)[name]
    return [name, value instanceof Uint8Array ? toBase64(value) : value]
  })
  return { kind, id, g, ...(turn && { turn }), ...(group && { group }), ...(text && { text }), ...(Object.fromEntries(fields) as Plain) }
}

/** The file's words, and how many things of a newer Sheber it cannot hold. */
export const writeBoardFile = (
  things: readonly Thing[],
  copied: readonly Credit[] = [],
  files: ReadonlyMap<string, HeldFile> = new Map(),
): { json: string; left: number } => {
  const known = things.filter((thing) => thing.kind !== 'unknown')
  const lines = known.map((thing) => `    ${JSON.stringify(written(thing))}`)
  const json = [
    '{',
    '  "sheber": "board",',
    `  "version": ${fileVersion},`,
    `  "copied": ${JSON.stringify(copied)},`,
    ...(files.size > 0
      ? [
          `  "files": ${JSON.stringify(Object.fromEntries(Array.from(files, ([id, { bytes, ...file }]) => [id, { ...file, data: toBase64(bytes) }])))},`,
        ]
      : []),
    lines.length > 0 ? `  "things": [\n${lines.join(',\n')}\n  ]` : '  "things": []',
    '}\n',
  ].join('\n')
  return { json, left: things.length - known.length }
}

/** More than a board has pictures; whatever lies beyond is on its way for ever, as it was. */
const filesMax = 2_000

const readFiles = (value: unknown, named: ReadonlySet<string>): Map<string, File> => {
  const files = new Map<string, File>()
  for (const [id, one] of isPlain(value) ? Object.entries(value).slice(0, filesMax) : []) {
    if (!isPlain(one) || !named.has(id)) continue
    const bytes = fromBase64(one.data)
    const type = asString(one.type)
    // What it is the server finds in its bytes; here the type only says how it may be shown until then.
    if (bytes && bytes.length > 0)
      files.set(
        id,
        new File([bytes], asString(one.name).slice(0, 120) || 'file', { type: /^[a-z]+\/[a-z0-9.+-]+$/.test(type) ? type : '' }),
      )
  }
  return files
}

const readPlace = (value: unknown): Place => {
  const [x, y, w, h] = Array.isArray(value) ? (value as unknown[]) : []
  const side = (length: unknown) => Math.min(20_000, Math.max(1, asNumber(length, noteSize)))
  return [asNumber(x, 0), asNumber(y, 0), side(w), side(h)]
}

const readCredits = (value: unknown): Credit[] =>
  (Array.isArray(value) ? (value as unknown[]) : [])
    .filter(isPlain)
    .slice(0, creditsMax)
    .map(({ board, title, by, at }) => ({
      board: asString(board).slice(0, 64),
      title: asString(title).slice(0, 200),
      by: asString(by).slice(0, 500),
      at: asNumber(at, 0, Number.MAX_SAFE_INTEGER),
    }))

const readThing = (kind: Kind, fields: Plain, id: string, { me, now }: Hand): NewThing => {
  const values: Plain = {}
  for (const name of Object.keys(kinds[kind])) {
    const value = fields[name]
    const read = readValue(kind, name, kind === 'ink' && name === 'points' ? (fromBase64(value) ?? noBytes) : value)
    values[name] = read
  }
  return {
    ...values,
    kind,
    id,
    g: 'p' in values ? boxOfEnds(values.p as Ends) : readPlace(fields.g),
    turn: asNumber(fields.turn, 0, 3600) % 360,
    group: asString(fields.group),
    text: asString(fields.text).slice(0, textMax[kind]),
    by: me,
    at: now(),
  } as NewThing
}

/**
 * The same things once more with ids of their own: what they held of each other they hold again, and what is not among
 * them is let go of.
 */
export const rebound = (things: readonly NewThing[], { newId }: Pick<Hand, 'newId'>): NewThing[] => {
  const ids = new Map<string, string>()
  const groups = new Map<string, string>()
  for (const { id } of things) ids.set(id, newId())
  const groupOf = (group: string) => {
    const known = groups.get(group)
    if (known !== undefined) return known
    const fresh = newId()
    groups.set(group, fresh)
    return fresh
  }
  const held = (end: End | null | undefined): End | null => {
    const id = end && ids.get(end.id)
    return id ? { ...end, id } : null
  }
  return things.map((thing) => {
    const own = { id: ids.get(thing.id) ?? newId(), group: thing.group ? groupOf(thing.group) : '' }
    if (thing.kind === 'round') return { ...thing, ...own, over: (thing.over ?? []).map((id) => ids.get(id) ?? id) }
    return hasEnds(thing) ? { ...thing, ...own, a: held(thing.a), b: held(thing.b) } : { ...thing, ...own }
  })
}

/** Null where it is no board of ours. */
export const readBoardFile = (value: unknown, hand: Hand): BoardFile | null => {
  if (!isPlain(value) || value.sheber !== 'board' || !Array.isArray(value.things)) return null
  const every = value.things as unknown[]
  const things: NewThing[] = []
  const seen = new Set<string>()
  let unknown = 0
  for (const [i, one] of every.slice(0, thingsMax).entries()) {
    const kind = isPlain(one) ? one.kind : undefined
    if (!isPlain(one) || !isKind(kind)) {
      unknown++
      continue
    }
    // Two of one name: the connectors go to the first.
    const named = asString(one.id)
    const id = named && !seen.has(named) ? named : `nameless ${i}`
    seen.add(id)
    things.push(readThing(kind, one, id, hand))
  }
  const files = readFiles(value.files, filesOf(things as unknown as readonly Thing[]))
  return { things: rebound(things, hand), files, copied: readCredits(value.copied), unknown, over: Math.max(0, every.length - thingsMax) }
}
