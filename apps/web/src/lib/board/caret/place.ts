import type { CaretPlace } from '@sheber/document/caret'
import type { ThingOf } from '@sheber/document/thing'
import type { Item } from '../core/kind.ts'
import { kindOf } from '../core/kinds.ts'
import { lineHeight } from '../core/lines.ts'
import type { Editor } from '../core/editor.ts'
import type { Look } from '../core/look.ts'
import { cellOf } from '@sheber/document/grid'
import { wordsAt } from '../vote/kinds/poll.ts'
import { cellPad, cellsOf } from '../workshop/kinds/table.ts'
import { placeBetween } from './tell.ts'

/** Words laid as they are seen, with places between their letters; in world units, and turned around the box's middle. */
export interface Lettering {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly turn: number
  /** Where the first line begins. */
  readonly top: number
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
  readonly code: boolean
  readonly bold?: boolean
  readonly words: string
  readonly anchor: number
  readonly head: number
}

/** A field of one's own above the same words: it shows what it shows, composed letters and all. */
const ownField = (thing: string, part: string) =>
  [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('.world [data-thing]')].find(
    ({ dataset }) => dataset['thing'] === thing && dataset['part'] === part,
  )

const cellBox = (item: Item<ThingOf<'table'>>, part: string, editor: Editor, isOwn: boolean) => {
  const cell = cellsOf(item, editor.scene.measure).find(({ row, column }) => cellOf(row, column) === part)
  if (!cell) return null
  const { size } = item.thing
  // Written, words begin at the top of their cell; painted, they stand in its middle.
  const top = isOwn ? cellPad / 2 : (cell.h - Math.max(1, cell.lines.length) * size * lineHeight) / 2
  return {
    x: item.x + cell.x + cellPad,
    y: item.y + cell.y,
    w: cell.w - 2 * cellPad,
    h: cell.h,
    top,
    size,
    align: 'left' as const,
    code: false,
  }
}

const wordBox = (item: Item, editor: Editor, look: Look) => {
  const layout = editor.scene.layoutOf(item)
  const box = kindOf(item.thing).writing?.(item, look, layout)
  if (!box) return null
  const high = Math.max(1, layout.lines.length) * layout.size * lineHeight
  return {
    x: box.x,
    y: box.y,
    w: box.w,
    h: box.h,
    top: box.centred ? Math.max(0, (box.h - high) / 2) : 0,
    size: box.size,
    align: box.align === 'middle' ? ('center' as const) : box.align,
    code: box.face === 'code',
  }
}

/** A field within a form of many: the form says where it stands. */
const fieldBox = (field: HTMLElement) => {
  let [x, y] = [field.clientLeft, field.clientTop]
  for (let at: Element | null = field; at instanceof HTMLElement && !at.classList.contains('world'); at = at.offsetParent) {
    x += at.offsetLeft
    y += at.offsetTop
  }
  const { paddingLeft, paddingTop, fontSize } = getComputedStyle(field)
  const [left, top, size] = [paddingLeft, paddingTop, fontSize].map(parseFloat) as [number, number, number]
  const isLine = field instanceof HTMLInputElement
  const leading = isLine ? (field.clientHeight - size * lineHeight) / 2 : top
  return {
    x: x + left,
    y,
    w: field.clientWidth - 2 * left,
    h: field.clientHeight,
    top: leading,
    size,
    align: 'left' as const,
    code: false,
  }
}

/** On the sheet of a poll that one has not opened for writing. */
const pollBox = (item: Item<ThingOf<'poll'>>, part: string, editor: Editor) => {
  const { lines: _, ...box } = wordsAt(item, part, editor.scene.measure)
  return { ...box, align: 'left' as const, code: false }
}

/** Null: where these words stand nobody sees from here. */
export const letteringOf = (editor: Editor, look: Look, { thing: id, part, words, anchor, head }: CaretPlace): Lettering | null => {
  const item = editor.scene.get(id)
  if (!item) return null
  const { thing } = item
  const field = ownField(id, part)
  const box =
    thing.kind === 'table' && part
      ? cellBox(item as Item<ThingOf<'table'>>, part, editor, field !== undefined)
      : thing.kind === 'poll'
        ? field
          ? fieldBox(field)
          : pollBox(item as Item<ThingOf<'poll'>>, part, editor)
        : wordBox(item, editor, look)
  if (!box) return null
  const shown = field?.value ?? words
  const there = placeBetween(words, shown)
  return {
    ...box,
    top: box.top - (field?.scrollTop ?? 0),
    turn: item.turn,
    words: shown,
    anchor: Math.min(shown.length, there(anchor)),
    head: Math.min(shown.length, there(head)),
  }
}
