import type { PaintName } from '@sheber/document/colour'
import type { ThingOf } from '@sheber/document/thing'
import type { CardSaid, Item, Kind, Pen } from '../kind.ts'
import { breakLines, lineHeight, type Measure } from '../lines.ts'
import { pathOf, type Path } from '../surface.ts'
import { readablePx } from './words.ts'

/** Sheets that stand for something elsewhere: a thing of ours, or a page of the web. What it opens is the interface's business. */

const band = 8
const margin = 14
const titleSize = 17
const smallSize = 13

interface Made {
  readonly outline: Path
  readonly band: Path
  readonly title: readonly string[]
  readonly about: readonly string[]
  readonly said: CardSaid | null
}

const sheet = (w: number, h: number) => {
  const r = Math.min(10, w / 2, h / 2)
  return pathOf(
    `M${r} 0H${w - r}A${r} ${r} 0 0 1 ${w} ${r}V${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}H${r}A${r} ${r} 0 0 1 0 ${h - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`,
  )
}

const edgeOf = (h: number) => {
  const r = Math.min(10, h / 2)
  return pathOf(`M${r} 0V${h}A${r} ${r} 0 0 1 0 ${h - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`)
}

/** So many lines as there is room for; the last of more ends in an ellipsis. */
const linesOf = (words: string, wide: number, size: number, most: number, measure: Measure): string[] => {
  if (!words || most < 1) return []
  const lines = breakLines(words, Math.max(1, wide / size), measure)
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1).trimEnd()}…`]
}

/** Of a page's own picture, where most are as wide as this and no wider: a third of the sheet, on its right. */
const pictureRatio = 1.91
const pictureBox = (w: number, h: number) => {
  const wide = Math.min(0.36 * w, (h - 2 * margin) * pictureRatio)
  return { w: Math.max(1, wide), h: Math.max(1, wide / pictureRatio) }
}
const aside = (thing: ThingOf<'card'> | ThingOf<'link'>, w: number, h: number) =>
  thing.kind === 'link' && thing.still ? pictureBox(w, h).w + margin : 0

const naturalRatio = (source: CanvasImageSource | null) =>
  source && 'naturalWidth' in source && source.naturalHeight > 0 ? source.naturalWidth / source.naturalHeight : pictureRatio

/** Whole and in its own proportions, whatever it is: a page may show a tall one. */
const paintPicture = (item: Item<ThingOf<'link'>>, pen: Pen) => {
  const { x, y, w, h, thing } = item
  const box = pictureBox(w, h)
  const picture = thing.still ? pen.pictures?.of(thing.still, box.w * pen.zoom) : null
  if (!picture) return
  const ratio = naturalRatio(picture.source)
  const [wide, high] = ratio > pictureRatio ? [box.w, box.w / ratio] : [box.h * ratio, box.h]
  pen.surface.picture(picture, x + w - margin - wide, y + (h - high) / 2, wide, high)
}

const madeOf = ({ made, thing, w, h }: Item<ThingOf<'card'> | ThingOf<'link'>>, measure: Measure, said: CardSaid | null): Made => {
  const before = made as Made | null
  if (before?.said === said) return before
  const wide = w - band - 2 * margin - aside(thing, w, h)
  const room = h - 2 * margin - smallSize * lineHeight - 4
  const about = thing.kind === 'link' ? thing.about : (said?.line ?? '')
  const title = linesOf(
    said?.title ?? thing.text,
    wide,
    titleSize * 1.04,
    Math.max(1, Math.min(about ? 2 : 6, Math.floor(room / (titleSize * lineHeight)))),
    measure,
  )
  const rest = room - title.length * titleSize * lineHeight - 4
  return {
    outline: sheet(w, h),
    band: edgeOf(h),
    title,
    said,
    about: linesOf(about, wide, smallSize, Math.floor(rest / (smallSize * lineHeight)), measure),
  }
}

const paintSheet = (item: Item<ThingOf<'card'> | ThingOf<'link'>>, pen: Pen, ink: PaintName, label: string) => {
  const { surface, look, zoom } = pen
  const { x, y, w, h } = item
  const said = pen.live?.said?.(item.thing) ?? null
  const made = madeOf(item, pen.around.measure, said)
  item.made = made
  surface.at(x, y, () => {
    surface.fill(made.outline, look.surface)
    // What is closed or gone has no colour of its own any more; its words say which of the two.
    surface.fill(made.band, said && said.access !== 'open' ? look.edge : look.inks[ink])
    surface.stroke(made.outline, { colour: look.edge, width: Math.max(1, Math.min(2, 1 / zoom)) })
  })
  if (smallSize * zoom < readablePx) {
    surface.veil(0.35)
    for (const [i] of made.title.entries())
      surface.rect(x + band + margin, y + margin + 22 + i * 22, (w - band - 2 * margin) * 0.8, 10, look.inks.ink)
    surface.veil(1)
    return
  }
  const left = x + band + margin
  const most = w - band - 2 * margin - aside(item.thing, w, h)
  let base = y + margin + smallSize * look.baseline
  surface.text(label, left, base, { size: smallSize, colour: look.inks[ink], bold: true, most })
  base = y + margin + smallSize * lineHeight + 4 + titleSize * look.baseline
  if (pen.editing !== item.id) {
    for (const line of made.title) {
      surface.text(line, left, base, { size: titleSize, colour: said?.access === 'gone' ? look.quiet : look.inks.ink, bold: true, most })
      base += titleSize * lineHeight
    }
  }
  base += 4 - (titleSize - smallSize) * look.baseline
  for (const line of made.about) {
    surface.text(line, left, base, { size: smallSize, colour: look.quiet, most })
    base += smallSize * lineHeight
  }
}

const inkOfCard: Record<ThingOf<'card'>['of'], PaintName> = {
  task: 'green',
  page: 'blue',
  file: 'grey',
  record: 'violet',
  board: 'orange',
  project: 'red',
}

export const card: Kind<ThingOf<'card'>> = {
  resize: 'free',
  least: 60,
  bleed: () => 2,
  paint: (item, pen) => paintSheet(item, pen, inkOfCard[item.thing.of], pen.said?.card[item.thing.of] ?? ''),
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url.slice(0, 60))

export const link: Kind<ThingOf<'link'>> = {
  resize: 'free',
  least: 60,
  bleed: () => 2,
  paint: (item, pen) => {
    paintSheet(item, pen, 'blue', hostOf(item.thing.url))
    paintPicture(item, pen)
  },
}
