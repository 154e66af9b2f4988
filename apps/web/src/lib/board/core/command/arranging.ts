import { moveThings, toBack, toFront, toNext } from '@sheber/document/board'
import type { Place } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { around, overlaps, type Rect } from '../geometry.ts'
import { kindOf } from '../kinds.ts'
import { command, idsOf, movable, withMovable } from './command.ts'
import { shift, unitsOf } from './units.ts'

const order = (change: (editor: Editor, ids: readonly string[]) => void) =>
  command(withMovable, (editor) => editor.step(() => change(editor, idsOf(movable(editor)))))

/** What lies elsewhere is not worth a step. */
const among = (editor: Editor) => {
  const boxes = movable(editor).map(({ bounds }) => bounds)
  return (id: string) => {
    const bounds = editor.scene.get(id)?.bounds
    return bounds !== undefined && boxes.some((box) => overlaps(box, bounds))
  }
}

const severalUnits = (least: number) => (editor: Editor) => editor.may === 'write' && unitsOf(editor).length >= least

/** Where a box is to stand within the frame around them all. */
type Align = (box: Rect, all: Rect) => { readonly x?: number; readonly y?: number }

const align = (to: Align) =>
  command(severalUnits(2), (editor) => {
    const units = unitsOf(editor)
    const all = around(units.map(({ box }) => box))
    if (!all) return
    shift(
      editor,
      units.map(({ items, box }) => {
        const { x = box.x, y = box.y } = to(box, all)
        return { items, dx: x - box.x, dy: y - box.y }
      }),
    )
  })

const distribute = (side: 'x' | 'y', long: 'w' | 'h') =>
  command(severalUnits(3), (editor) => {
    const units = unitsOf(editor).sort((a, b) => a.box[side] + a.box[long] / 2 - (b.box[side] + b.box[long] / 2))
    const all = around(units.map(({ box }) => box))
    if (!all) return
    const filled = units.reduce((sum, { box }) => sum + box[long], 0)
    const gap = (all[long] - filled) / (units.length - 1)
    let at = all[side]
    shift(
      editor,
      units.map(({ items, box }) => {
        const way = at - box[side]
        at += box[long] + gap
        return { items, dx: side === 'x' ? way : 0, dy: side === 'y' ? way : 0 }
      }),
    )
  })

const resizable = (editor: Editor) => movable(editor).filter(({ thing }) => kindOf(thing).resize !== 'none')

/** As large as the one that was selected first; each keeps its middle, and its proportions if it must. */
const sameSize = (editor: Editor) => {
  const [first, ...others] = resizable(editor)
  if (!first) return
  editor.step(() =>
    moveThings(
      editor.board,
      others.map(({ id, x, y, w, h, thing }) => {
        const { resize, least } = kindOf(thing)
        const ratio = Math.min(first.w / w, first.h / h)
        const wide = Math.max(least, resize === 'ratio' ? w * ratio : first.w)
        const high = resize === 'width' ? h : Math.max(least, resize === 'ratio' ? h * ratio : first.h)
        const g: Place = [x + (w - wide) / 2, y + (h - high) / 2, wide, high]
        return { id, g }
      }),
    ),
  )
}

export const arranging = {
  front: order((editor, ids) => toFront(editor.board, ids)),
  back: order((editor, ids) => toBack(editor.board, ids)),
  forward: order((editor, ids) => toNext(editor.board, ids, true, among(editor))),
  backward: order((editor, ids) => toNext(editor.board, ids, false, among(editor))),
  alignLeft: align((_, all) => ({ x: all.x })),
  alignCentre: align((box, all) => ({ x: all.x + (all.w - box.w) / 2 })),
  alignRight: align((box, all) => ({ x: all.x + all.w - box.w })),
  alignTop: align((_, all) => ({ y: all.y })),
  alignMiddle: align((box, all) => ({ y: all.y + (all.h - box.h) / 2 })),
  alignBottom: align((box, all) => ({ y: all.y + all.h - box.h })),
  distributeAcross: distribute('x', 'w'),
  distributeDown: distribute('y', 'h'),
  sameSize: command((editor) => editor.may === 'write' && resizable(editor).length > 1, sameSize),
}
