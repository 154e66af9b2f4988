import { addThings, remove } from '@sheber/document/board'
import { copyOf, hasEnds, type Connector, type NewThing } from '@sheber/document/thing'
import type { Clip, Editor } from '../editor.ts'
import { around, type Rect } from '../geometry.ts'
import { isLocked } from '../held.ts'
import type { Item } from '../kind.ts'
import { wayOf } from '../kinds/connector.ts'
import { measuredOf, type Dimension } from '../measure.ts'
import { copiesOf, thingsPastedMax, toClip } from '../serialise.ts'
import { removeSelected } from './removing.ts'
import { command, idsOf, withSome, writes } from './command.ts'

const aside = 24

/** What is selected, and what lies on the sheets among it. In paint order, so that copies lie as the originals do. */
const taken = (editor: Editor): Item[] => {
  const { scene, selection } = editor
  const ids = new Set([...selection, ...editor.along(selection)])
  return scene.order.filter(({ id }) => ids.has(id))
}

const plain = (editor: Editor, item: Item): NewThing | null => {
  const { id, thing, x, y, w, h, turn } = item
  const g = [x, y, w, h] as const
  const copy = copyOf(thing, { id, g, turn, group: thing.group, by: thing.by, at: thing.at })
  if (!copy || !hasEnds(copy)) return copy
  // Its ends as they are seen: where it lets go, it stays where it was.
  const { points } =
    thing.kind === 'dimension'
      ? { points: measuredOf(item as Item<Dimension>, editor.scene) }
      : wayOf(item as Item<Connector>, editor.scene)
  const [from, to] = [points[0], points.at(-1)]
  return from && to ? { ...copy, p: [from.x, from.y, to.x, to.y] } : copy
}

const copied = (editor: Editor) =>
  taken(editor)
    .map((item) => plain(editor, item))
    .filter((copy) => copy !== null)

export const boxOfThings = (things: readonly NewThing[]): Rect => {
  const boxes = things.map(({ g }) => ({ x: g?.[0] ?? 0, y: g?.[1] ?? 0, w: g?.[2] ?? 0, h: g?.[3] ?? 0 }))
  return around(boxes) ?? { x: 0, y: 0, w: 0, h: 0 }
}

const freshCopies = (editor: Editor, things: readonly NewThing[], dx: number, dy: number) => {
  const { outside } = editor
  return copiesOf(things, { newId: () => outside.newId(), by: outside.me, at: outside.now(), dx, dy })
}

/** Lays copies of things on the board, selected, in one step. */
export const layThings = (editor: Editor, things: readonly NewThing[], dx: number, dy: number) => {
  const copies = freshCopies(editor, things, dx, dy)
  editor.step(() => addThings(editor.board, copies))
  editor.select(copies.map(({ id }) => id))
}

/** Copies under the hand, in a step that the end of the drag will join. */
export const layCopies = (editor: Editor, dx: number, dy: number): readonly string[] => {
  const things = copied(editor)
  if (things.length === 0 || isTooMany(editor, things)) return []
  editor.undo.stopCapturing()
  const copies = freshCopies(editor, things, dx, dy)
  addThings(editor.board, copies)
  const ids = copies.map(({ id }) => id)
  editor.select(ids)
  return ids
}

/** The drag was called off: they have never been, and no step of undo tells of them. */
export const takeBack = (editor: Editor, ids: readonly string[]) => {
  if (ids.length > 0) remove({ ...editor.board, origin: null }, ids, editor.outside.me, editor.outside.now())
}

const isTooMany = (editor: Editor, things: readonly NewThing[]) => {
  if (things.length <= thingsPastedMax) return false
  editor.ask('said', { what: 'tooMany', most: thingsPastedMax })
  return true
}

/** What the clipboard is to hold; null where nothing is selected. */
export const copy = (editor: Editor): Clip | null => {
  const things = copied(editor)
  return things.length === 0 || isTooMany(editor, things) ? null : toClip(things)
}

/** No clipboard carries what a newer Sheber made: it has no copy, and stays where the rest is cut. */
const isKnown = ({ thing }: Item) => thing.kind !== 'unknown'
const withKnown = (editor: Editor) => editor.selectedItems().some(isKnown)

const removeCopied = (editor: Editor) => {
  editor.select(idsOf(editor.selectedItems().filter(isKnown)))
  removeSelected(editor)
}

/** The same, and the things go. What is locked stays, and is copied none the less. */
export const cut = (editor: Editor): Clip | null => {
  const clip = copy(editor)
  if (clip) removeCopied(editor)
  return clip
}

const hasClipboard = (editor: Editor) => editor.outside.clipboard !== undefined

/** By a button: the keys have the browser's own way to the clipboard. */
export const copying = {
  copy: command(
    (editor) => withKnown(editor) && hasClipboard(editor),
    async (editor) => {
      const clip = copy(editor)
      if (clip) await editor.outside.clipboard?.write(clip)
    },
  ),
  cut: command(
    (editor) => withSome(editor) && hasClipboard(editor) && editor.selectedItems().some((item) => isKnown(item) && !isLocked(item)),
    async (editor) => {
      const clip = copy(editor)
      if (!clip) return
      // First there, then gone: a refused clipboard must not cost the work.
      await editor.outside.clipboard?.write(clip)
      removeCopied(editor)
    },
  ),
  paste: command(
    (editor) => writes(editor) && hasClipboard(editor),
    async (editor) => {
      const clip = await editor.outside.clipboard?.read()
      if (!clip) return
      const { paste } = await import('../paste.ts')
      await paste(editor, clip)
    },
  ),
  duplicate: command(
    (editor) => withSome(editor) && withKnown(editor),
    (editor) => {
      const things = copied(editor)
      if (things.length > 0 && !isTooMany(editor, things)) layThings(editor, things, aside, aside)
    },
  ),
}
