import { isKind, type Kind as KindName, type Thing } from '@sheber/document/thing'
import type { Kind, Kinds } from './kind.ts'
import { connector } from './kinds/connector.ts'
import { frame } from './kinds/frame.ts'
import { ink } from './kinds/ink.ts'
import { note } from './kinds/note.ts'
import { placeholder } from './kinds/placeholder.ts'
import { shape } from './kinds/shape.ts'
import { text } from './kinds/text.ts'

/**
 * The kinds that every board needs are here from the start; the rest comes when a board has one of them, and stands as a
 * placeholder until it is there.
 */
let known: Record<string, Kind> | null = null
// Put together when it is first asked: a connector asks for the kinds of what it holds, so either file may be read first.
const table = () => (known ??= { note, text, shape, ink, frame, connector } satisfies Kinds as unknown as Record<string, Kind>)

type Fetch = () => Promise<Kinds>
const fetches = new Map<KindName, Fetch>()
const asked = new Set<Fetch>()
const heard = new Set<() => void>()

/** Says where kinds come from that are fetched when a board first has one. */
export const fetchKinds = (names: readonly KindName[], fetch: Fetch) => {
  for (const name of names) fetches.set(name, fetch)
}

/** For where they are all at hand. */
export const keepKinds = (kinds: Kinds): void => {
  Object.assign(table(), kinds)
}

/** Called when kinds have come: what stood as a placeholder is laid out anew. */
export const watchKinds = (come: () => void): (() => void) => {
  heard.add(come)
  return () => heard.delete(come)
}

/** What a kind works from has come later than its things: a picture, a typesetter. */
export const kindsChanged = () => {
  for (const come of heard) come()
}

const ask = (fetch: Fetch) => {
  if (asked.has(fetch)) return
  asked.add(fetch)
  fetch().then(
    (kinds) => {
      Object.assign(table(), kinds)
      kindsChanged()
    },
    // Without a network: asked again with the next look at the thing.
    () => asked.delete(fetch),
  )
}

export const kindOf = (thing: Thing): Kind => {
  const kind = isKind(thing.kind) ? table()[thing.kind] : undefined
  if (kind) return kind
  const fetch = isKind(thing.kind) ? fetches.get(thing.kind) : undefined
  if (fetch) ask(fetch)
  return placeholder as Kind
}
