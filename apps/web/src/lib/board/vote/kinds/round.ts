import type { ThingOf } from '@sheber/document/thing'
import { choicesOf } from '@sheber/document/vote'
import type { Around, Item, Kind } from '../../core/kind.ts'
import { breakLines } from '../../core/lines.ts'
import { pathOf } from '../../core/surface.ts'
import { isShown, personsOf, roundResult } from '../result.ts'
import { footHigh, pad, paintFoot, paintGround, paintRow, paintTitle, sheetOf, titleSize } from './sheet.ts'

type Round = ThingOf<'round'>

/** The sheet shows so many; the list beside shows all. */
const rowsMax = 10
const dotsHigh = 30

// What it shows follows from votes and from the words of other things: nothing of it is kept.
const look = (item: Item<Round>, around: Around) => {
  const results = isShown(item.thing) ? roundResult(item.thing, around).slice(0, rowsMax) : []
  const rows = results.map(({ id, words, voters }) => ({ id, words: words.slice(0, 80) || '…', voters }))
  return { results: rows, sheet: sheetOf(item.w, item.thing.text, rows, false, around.measure) }
}

const disc = pathOf('M8 0a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z')

export const round: Kind<Round> = {
  resize: 'width',
  least: 200,
  bleed: () => 2,
  layout: ({ thing, w }, measure) => ({
    size: titleSize,
    lines: thing.text ? breakLines(thing.text, (w - 2 * pad) / titleSize, measure) : [],
    cut: false,
  }),
  settle: (item, around) => {
    item.h = look(item, around).sheet.foot + dotsHigh + footHigh
  },
  paint: (item, pen) => {
    const { surface, look: dress, around, live } = pen
    const { x, y, w, thing } = item
    const { results, sheet } = look(item, around)
    paintGround(item, pen)
    if (pen.editing !== item.id) paintTitle(item, sheet, pen)
    const most = results[0]?.voters.length ?? 1
    for (const [i, row] of sheet.rows.entries()) {
      const count = results[i]?.voters.length ?? 0
      paintRow(x + pad, y + row.y, w - 2 * pad, row, { count, part: count / most, colour: 'orange' }, 12, pen)
    }
    // The dots that each has; those that one has given are full.
    const given = live ? choicesOf(around.vote, item.id, live.me).filter((id) => around.get(id)).length : thing.dots
    const step = Math.min(24, (w - 2 * pad) / thing.dots)
    for (let i = 0; i < thing.dots; i++) {
      surface.at(x + pad + i * step, y + sheet.foot + 4, () => {
        if (i < given) surface.fill(disc, dress.inks.orange)
        surface.stroke(disc, { colour: dress.inks.orange, width: 1.75 })
      })
    }
    paintFoot(x + pad, y + sheet.foot + dotsHigh + 4, w - 2 * pad, personsOf(thing, around).length, thing.closed, pen)
  },
  writing: ({ x, y, w }, { inks, surface }, { lines, size }) => ({
    x: x + pad,
    y: y + pad,
    w: w - 2 * pad,
    h: Math.max(1, lines.length) * size * 1.3,
    size,
    align: 'left',
    centred: false,
    colour: inks.ink,
    behind: surface,
  }),
}
