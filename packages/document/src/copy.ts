import * as Y from 'yjs'
import { asFields, type Fields } from './kit.ts'
import { readFields, type NewThing, type Thing } from './thing.ts'

export interface Copying {
  /** Null: everything that lies on the board. */
  readonly ids: ReadonlySet<string> | null
  /** The id that a file has on the new board. */
  readonly fileOf: (file: string) => string
}

/** What names a file: a picture by `file`, what is shown by a picture of it by `still`, a card of one by `ref`. */
const naming: ReadonlySet<string> = new Set(['file', 'still', 'ref'])

const isGone = (fields: Fields) => typeof fields.get('del') === 'object' && fields.get('del') !== null

const isEnd = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/**
 * The document that another board begins with, and the ids of what is in it. Things are taken as they are written, so that
 * what a newer Sheber made comes along too, and keep their ids: what held each other goes on. Votes and what is deleted stay.
 */
export const copyDocument = (from: Y.Doc, { ids, fileOf }: Copying): { readonly doc: Y.Doc; readonly ids: readonly string[] } => {
  const doc = new Y.Doc()
  const el = doc.getMap('el')
  const taken = new Map<string, Fields>()
  for (const [id, value] of from.getMap('el')) {
    const fields = asFields(value)
    if (fields && !isGone(fields) && (ids === null || ids.has(id))) taken.set(id, fields)
  }
  const valueOf = (name: string, value: unknown): unknown => {
    if (value instanceof Y.AbstractType) return value.clone()
    if (naming.has(name) && typeof value === 'string') return fileOf(value)
    return (name === 'a' || name === 'b') && isEnd(value) && !taken.has(value.id) ? null : value
  }
  doc.transact(() => {
    for (const [id, fields] of taken) el.set(id, new Y.Map(Array.from(fields, ([name, value]) => [name, valueOf(name, value)] as const)))
  })
  return { doc, ids: [...taken.keys()] }
}

/** The files that things name, each once. */
export const filesOf = (things: Iterable<Thing>): ReadonlySet<string> => {
  const files = new Set<string>()
  for (const thing of things) {
    const named = thing as unknown as Record<string, unknown>
    for (const name of naming) if (typeof named[name] === 'string' && named[name]) files.add(named[name])
  }
  return files
}

/** What a document holds under these ids. */
export const thingsIn = (doc: Y.Doc, ids: readonly string[]): Thing[] =>
  ids.flatMap((id) => {
    const fields = asFields(doc.getMap('el').get(id))
    return fields ? [readFields(id, fields)] : []
  })

/** Whether a field of a thing names a file: what a card stands for may be something else. */
const isNaming = (thing: Thing | NewThing, name: string) => naming.has(name) && (thing.kind !== 'card' || thing.of === 'file')

/** The files that one thing names, by the field that does. */
export const fileFieldsOf = (thing: Thing | NewThing): readonly (readonly [field: 'file' | 'still' | 'ref', file: string])[] =>
  Object.entries(thing).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && isNaming(thing, name) ? [[name as 'file' | 'still' | 'ref', value] as const] : [],
  )

/** The same thing with other files in the place of those that it names. */
export const withFiles = <T extends Thing | NewThing>(thing: T, fileOf: (file: string) => string): T => {
  const fields = fileFieldsOf(thing)
  return fields.length === 0 ? thing : { ...thing, ...Object.fromEntries(fields.map(([name, file]) => [name, fileOf(file)])) }
}
