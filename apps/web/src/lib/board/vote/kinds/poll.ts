import { answersShown } from '@sheber/document/answer'
import type { ThingOf } from '@sheber/document/thing'
import { choicesOf } from '@sheber/document/vote'
import type { Item, Kind } from '../../core/kind.ts'
import { lineHeight, type Measure } from '../../core/lines.ts'
import { pathOf } from '../../core/surface.ts'
import { isShown, mostOf, personsOf, pollResult } from '../result.ts'
import {
  countWide,
  footHigh,
  markInset,
  pad,
  paintFoot,
  paintGround,
  paintRow,
  paintTitle,
  rowLeast,
  rowSize,
  sheetOf,
  titleSize,
  type Sheet,
} from './sheet.ts'

type Poll = ThingOf<'poll'>

const made = (item: Item<Poll>, measure: Measure): Sheet =>
  (item.made ??= sheetOf(item.w, item.thing.text, answersShown(item.thing.answers), true, measure)) as Sheet

/**
 * Where the painted words of a part stand, in world units before the poll is turned: '' is the question, else the id of an answer. An
 * answer that has no words yet will be painted below the last.
 */
export const wordsAt = (item: Item<Poll>, part: string, measure: Measure) => {
  const sheet = made(item, measure)
  const wide = item.w - 2 * pad
  if (part === '')
    return { x: item.x + pad, y: item.y + pad, w: wide, h: sheet.top - pad, top: 0, size: titleSize, lines: sheet.title.length, bold: true }
  const row = sheet.rows.find(({ id }) => id === part)
  const h = row?.h ?? rowLeast
  const lines = row?.lines.length ?? 1
  return {
    x: item.x + pad + markInset,
    y: item.y + (row?.y ?? sheet.foot),
    w: wide - markInset - countWide,
    h,
    top: (h - lines * rowSize * lineHeight) / 2,
    size: rowSize,
    lines,
    bold: false,
  }
}

const ring = pathOf('M10 1a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z')
const box = pathOf(
  'M4 1.500h12a2.5 2.5 0 0 1 2.5 2.500v12a2.5 2.5 0 0 1-2.5 2.500h-12a2.5 2.5 0 0 1-2.5-2.500v-12a2.5 2.5 0 0 1 2.5-2.500Z',
)
const tick = pathOf('M5.5 10.500l3 3l6-7')

export const poll: Kind<Poll> = {
  resize: 'width',
  least: 200,
  bleed: () => 2,
  settle: (item, { measure }) => {
    item.h = made(item, measure).foot + footHigh
  },
  paint: (item, pen) => {
    const { surface, look, around, live } = pen
    const { x, y, w, thing } = item
    const sheet = made(item, around.measure)
    paintGround(item, pen)
    if (pen.editing === item.id) return
    paintTitle(item, sheet, pen)
    const mine = live ? choicesOf(around.vote, item.id, live.me).slice(0, mostOf(thing)) : []
    const results = pollResult(thing, around)
    const persons = personsOf(thing, around).length
    for (const [i, row] of sheet.rows.entries()) {
      const { id = '', voters = [] } = results[i] ?? {}
      const isMine = mine.includes(id)
      const [left, top] = [x + pad, y + row.y]
      const fall = { count: isShown(thing) ? voters.length : null, part: voters.length / Math.max(1, persons), colour: 'blue' as const }
      paintRow(left, top, w - 2 * pad, row, fall, live ? markInset : 12, pen)
      if (!live) continue
      surface.at(left + 11, top + row.h / 2 - 10, () => {
        const sign = thing.several ? box : ring
        if (isMine) surface.fill(sign, look.primary)
        surface.stroke(sign, { colour: isMine ? look.primary : look.edge, width: 1.75 })
        if (isMine) surface.stroke(tick, { colour: look.surface, width: 2.5, cap: 'round' })
      })
    }
    paintFoot(x + pad, y + sheet.foot + 4, w - 2 * pad, persons, thing.closed, pen)
  },
  button: (item, at) => {
    const { rows } = (item.made ?? { rows: [] }) as Pick<Sheet, 'rows'>
    const inside = at.x >= item.x + pad && at.x <= item.x + item.w - pad
    return (inside && rows.find(({ y, h }) => at.y >= item.y + y && at.y <= item.y + y + h)?.id) || null
  },
  // The question and the answers are written in fields of their own.
  writing: ({ x, y, w, h }, look) => ({
    x,
    y,
    w,
    h,
    size: 16,
    align: 'left',
    centred: false,
    colour: look.inks.ink,
    behind: look.surface,
  }),
}
