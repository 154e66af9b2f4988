import type { ThingOf } from '@sheber/document/thing'
import { around, holdsPoint, type Rect } from '../core/geometry.ts'
import type { Item } from '../core/kind.ts'
import { readingOrder } from '../core/scene.ts'

/**
 * A board as a tree, in the order in which one reads it. Nothing of it is kept: it follows from where things lie.
 *
 *   frame
 *     group
 *       note
 *         connector → what it leads to
 *     3 drawings
 */
export interface Branch {
  readonly id: string
  readonly what: 'thing' | 'group' | 'drawings'
  /** The thing itself, or every drawing of a place; a group has none but its branches. */
  readonly items: readonly Item[]
  readonly branches: readonly Branch[]
}

type Frames = readonly Item[]

const middleOf = ({ x, y, w, h }: Rect) => ({ x: x + w / 2, y: y + h / 2 })
const areaOf = ({ w, h }: Rect) => w * h

/** The smallest frame on which it lies; of two of one size neither lies on the other. */
const homeOf = (item: Item, frames: Frames): Item | undefined =>
  frames.find(
    (frame) => frame !== item && holdsPoint(frame, middleOf(item)) && (item.thing.kind !== 'frame' || areaOf(frame) > areaOf(item)),
  )

const gathered = <K, T>(all: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> => {
  const sets = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const set = sets.get(key)
    if (set) set.push(one)
    else sets.set(key, [one])
  }
  return sets
}

export const ends = ({ a, b }: ThingOf<'connector'>) => [a?.id, b?.id] as const

/** What a connector is told under: what it comes from, else what it leads to; undefined where it holds nothing. */
const holderOf = (item: Item, things: ReadonlyMap<string, Item>): string | undefined =>
  item.thing.kind === 'connector' ? ends(item.thing).find((id) => id !== undefined && things.has(id)) : undefined

export const outlineOf = (order: readonly Item[]): readonly Branch[] => {
  const things = new Map(order.filter(({ thing }) => thing.kind !== 'connector').map((item) => [item.id, item]))
  const frames = [...things.values()].filter(({ thing }) => thing.kind === 'frame').sort((a, b) => areaOf(a) - areaOf(b))
  const lines = gathered(
    order.filter(({ thing }) => thing.kind === 'connector'),
    (item) => holderOf(item, things),
  )
  const free = lines.get(undefined) ?? []
  const homes = gathered([...things.values(), ...free], (item) => homeOf(item, frames)?.id ?? '')

  const leaf = (item: Item): Branch => ({ id: item.id, what: 'thing', items: [item], branches: [] })
  const branchOf = (item: Item): Branch => ({
    ...leaf(item),
    branches: [...(item.thing.kind === 'frame' ? placeOf(item.id) : []), ...readingOrder(lines.get(item.id) ?? []).map(leaf)],
  })
  const read = (items: readonly Item[], place: string): Branch[] => {
    const drawn = items.filter(({ thing }) => thing.kind === 'ink')
    const told = readingOrder(items.filter(({ thing }) => thing.kind !== 'ink')).map(branchOf)
    return drawn.length > 0 ? [...told, { id: `ink:${place}`, what: 'drawings', items: drawn, branches: [] }] : told
  }
  const placeOf = (home: string): Branch[] => {
    const [single, groups] = split(homes.get(home) ?? [])
    const boxes = new Map<Item, Branch>()
    for (const [group, members] of groups) {
      const id = `group:${home}:${group}`
      const box: Item = { ...(members[0] as Item), ...(around(members) as Rect), id }
      boxes.set(box, { id, what: 'group', items: [], branches: read(members, id) })
    }
    if (boxes.size === 0) return read(single, home)
    const drawn = single.filter(({ thing }) => thing.kind === 'ink')
    const told = readingOrder([...single.filter(({ thing }) => thing.kind !== 'ink'), ...boxes.keys()])
    return [...told.map((item) => boxes.get(item) ?? branchOf(item)), ...read(drawn, home)]
  }
  return placeOf('')
}

/** A group of one, which is what remains when the others are gone, is no group. */
const split = (items: readonly Item[]): [Item[], [string, Item[]][]] => {
  const groups = [...gathered(items, ({ thing }) => thing.group)].filter(([group, members]) => group && members.length > 1)
  const inGroup = new Set(groups.flatMap(([, members]) => members))
  return [items.filter((item) => !inGroup.has(item)), groups]
}

/** A branch as a line of the outline. */
export interface Row {
  readonly id: string
  readonly branch: Branch
  readonly parent: string | null
  /** From 1. */
  readonly level: number
  /** Its place among its siblings, from 1, and how many they are. */
  readonly at: number
  readonly of: number
  /** Null where there is nothing to unfold. */
  readonly open: boolean | null
}

export const rowsOf = (branches: readonly Branch[], folded: ReadonlySet<string>): readonly Row[] => {
  const rows: Row[] = []
  const walk = (siblings: readonly Branch[], parent: string | null, level: number) => {
    for (const [i, branch] of siblings.entries()) {
      const open = branch.branches.length > 0 ? !folded.has(branch.id) : null
      rows.push({ id: branch.id, branch, parent, level, at: i + 1, of: siblings.length, open })
      if (open) walk(branch.branches, branch.id, level + 1)
    }
  }
  walk(branches, null, 1)
  return rows
}

/** The thing and all that is told under it. */
export const itemsWithin = ({ items, branches }: Branch): Item[] => [...items, ...branches.flatMap(itemsWithin)]

/** What a row stands for: the thing, all drawings of a place, all of a group. */
export const itemsOf = (branch: Branch): readonly Item[] => (branch.items.length > 0 ? branch.items : itemsWithin(branch))
