import { asNumber } from '@sheber/document/kit'
import { hasEnds, isKind, kinds, readValue, textMax, type End, type Ends, type NewThing, type Place } from '@sheber/document/thing'
import type { Clip } from './editor.ts'

/**
 * Things on their way from board to board, as letters:
 *
 *   { sheber: 'board', v: 1, things: [{ kind, id, g, turn, group, text, …the fields of its kind, ink as base64 }] }
 *
 * As JSON for whoever asks for that, and within HTML, which every clipboard carries. What comes back may be anybody's: each
 * value is read as the document reads it, so that nothing gets in that could not have been drawn.
 */
const version = 1
/** More are not laid on a board at once: for everybody on it they would come in one lump. */
export const thingsPastedMax = 5_000
/** Letters; a board of so many things with all their ink has fewer. */
const clipLettersMax = 30_000_000

const chunk = 0x8000

const toBase64 = (bytes: Uint8Array): string => {
  let letters = ''
  for (let at = 0; at < bytes.length; at += chunk) letters += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(letters)
}

const fromBase64 = (base64: string): Uint8Array => {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

const outOf = ({ by: _by, at: _at, ...thing }: NewThing) =>
  'points' in thing && thing.points ? { ...thing, points: toBase64(thing.points) } : thing

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

export const toClip = (things: readonly NewThing[]): Clip => {
  const json = JSON.stringify({ sheber: 'board', v: version, things: things.map(outOf) })
  const text = things.flatMap((thing) => thing.text || []).join('\n')
  const words = escaped(text).replaceAll('\n', '<br>')
  return { json, text, html: `<meta charset="utf-8"><div data-sheber="${toBase64(new TextEncoder().encode(json))}">${words}</div>` }
}

const asPlace = (value: unknown): Place => {
  const [x, y, w, h] = Array.isArray(value) ? (value as unknown[]) : []
  return [asNumber(x, 0), asNumber(y, 0), asNumber(w, 100), asNumber(h, 100)]
}

const asLetters = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : '')

const readOne = (value: unknown): NewThing | null => {
  if (typeof value !== 'object' || value === null) return null
  const raw = value as Record<string, unknown>
  const { kind } = raw
  if (!isKind(kind)) return null
  const fields = Object.keys(kinds[kind]).map((name) => {
    const given = name === 'points' && typeof raw[name] === 'string' ? fromBase64(raw[name]) : raw[name]
    return [name, readValue(kind, name, given)] as const
  })
  const common = {
    id: asLetters(raw['id'], 64),
    turn: asNumber(raw['turn'], 0, 3600),
    group: asLetters(raw['group'], 64),
    text: asLetters(raw['text'], textMax[kind]),
  }
  return { kind, ...common, g: asPlace(raw['g']), ...Object.fromEntries(fields), by: '', at: 0 } as NewThing
}

/** Null where the letters are none of ours; of what is ours, what this Sheber knows. */
export const fromJson = (json: string): NewThing[] | 'tooMany' | null => {
  if (json.length > clipLettersMax) return 'tooMany'
  try {
    const { sheber, v, things } = JSON.parse(json) as Record<string, unknown>
    if (sheber !== 'board' || v !== version || !Array.isArray(things)) return null
    if (things.length > thingsPastedMax) return 'tooMany'
    return things.map(readOne).filter((thing) => thing !== null)
  } catch {
    return null
  }
}

const carrier = /data-sheber="([A-Za-z0-9+/=]+)"/

export const fromClip = ({ json, html }: Pick<Clip, 'json' | 'html'>): ReturnType<typeof fromJson> => {
  const direct = json && fromJson(json)
  if (direct) return direct
  const inside = html.length > clipLettersMax * 1.5 ? null : carrier.exec(html)?.[1]
  return inside ? fromJson(new TextDecoder().decode(fromBase64(inside))) : null
}

export interface Copied {
  newId(): string
  readonly by: string
  readonly at: number
  readonly dx: number
  readonly dy: number
}

/** The same things by another hand: ids anew, connectors among them hold the new ones, others let go where they stood. */
export const copiesOf = (things: readonly NewThing[], { newId, by, at, dx, dy }: Copied): NewThing[] => {
  const ids = new Map(things.map(({ id }) => [id, newId()]))
  const groups = new Map<string, string>()
  const groupOf = (group: string) => {
    if (!groups.has(group)) groups.set(group, newId())
    return groups.get(group) as string
  }
  const rebound = (end: End | null | undefined): End | null => {
    const id = end && ids.get(end.id)
    return id ? { ...end, id } : null
  }
  return things.map((thing): NewThing => {
    const [x, y, w, h] = thing.g ?? [0, 0, 100, 100]
    const g: Place = [x + dx, y + dy, w, h]
    const common = { id: ids.get(thing.id) ?? newId(), g, group: thing.group ? groupOf(thing.group) : '', by, at }
    if (thing.kind === 'round') return { ...thing, ...common, over: (thing.over ?? []).map((id) => ids.get(id) ?? id) }
    if (!hasEnds(thing)) return { ...thing, ...common }
    const [x1, y1, x2, y2] = thing.p ?? [x, y, x + w, y + h]
    const p: Ends = [x1 + dx, y1 + dy, x2 + dx, y2 + dy]
    return { ...thing, ...common, p, a: rebound(thing.a), b: rebound(thing.b) }
  })
}
