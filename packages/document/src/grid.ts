import * as Y from 'yjs'
import { asNumber, asString, asWords } from './kit.ts'
import { isKey } from './order.ts'

/**
 * The inside of a table.
 *
 *   rows     Y.Map<id, [key, height, removed?]>   a key of its own for each, so that two rows added at one moment both stay
 *   columns  Y.Map<id, [key, width, removed?]>
 *   cells    Y.Map<'row:column', Y.Text>          made with their row or column, so that two authors never make two
 */

/** A row or a column. */
export interface Track {
  readonly id: string
  readonly key: string
  /** Height of a row, width of a column. */
  readonly size: number
}

export const rowsMax = 200
export const columnsMax = 40
export const cellTextMax = 500
export const trackMin = 24
export const trackMax = 2000

export const cellOf = (row: string, column: string) => `${row}:${column}`

const byKey = (a: Track, b: Track) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1)

const trackId = /^[\w-]{1,40}$/

const readTrack = (id: string, value: unknown): Track | null => {
  const [key, size, removed] = Array.isArray(value) ? (value as unknown[]) : []
  if (!trackId.test(id) || removed || !isKey(key)) return null
  return { id, key, size: Math.min(trackMax, Math.max(trackMin, asNumber(size, 120))) }
}

const plainTracks = (value: unknown): [string, unknown][] => {
  if (value instanceof Y.Map) return [...(value as Y.Map<unknown>)]
  if (!Array.isArray(value)) return []
  return (value as Partial<Track>[]).map((track) => [asString(track?.id), [track?.key, track?.size]])
}

const readTracks =
  (most: number) =>
  (value: unknown): readonly Track[] =>
    plainTracks(value)
      .map(([id, track]) => readTrack(id, track))
      .filter((track) => track !== null)
      .sort(byKey)
      .slice(0, most)

export const readRows = readTracks(rowsMax)
export const readColumns = readTracks(columnsMax)

/** Words by `row:column`. */
export const readCells = (value: unknown): Readonly<Record<string, string>> => {
  const entries = value instanceof Y.Map ? [...(value as Y.Map<unknown>)] : Object.entries(Object(value) as object)
  const cells: [string, string][] = []
  for (const [name, words] of entries) if (name.includes(':')) cells.push([name, asWords(words).slice(0, cellTextMax)])
  return Object.fromEntries(cells.slice(0, rowsMax * columnsMax))
}

/** What was read of a table, as the maps in which it is kept. Other fields stay as they are. */
export const shared = (name: string, read: unknown): unknown => {
  if (name === 'cells') {
    return new Y.Map(Object.entries(readCells(read)).map(([cell, words]) => [cell, new Y.Text(words)] as const))
  }
  if (name !== 'rows' && name !== 'columns') return read
  return new Y.Map((read as readonly Track[]).map(({ id, key, size }) => [id, [key, size]] as const))
}
