import type { ThingOf } from '@sheber/document/thing'
import type { Item, Kind, Kinds } from '../core/kind.ts'
import { breakLines, lineHeight, type Measure } from '../core/lines.ts'
import { readablePx } from '../core/kinds/words.ts'
import { pathOf, type Path, type Picture } from '../core/surface.ts'
import { saySize } from './measure.ts'

type ModelThing = ThingOf<'model'>

const margin = 12
const titleSize = 16
const smallSize = 13
/** Below the window: its name and its measures. */
const footHigh = 52
/** Of the window, width to height: the still has it too. */
const ratio = 4 / 3

interface Made {
  readonly title: string
  readonly measures: string
}

const languageHere = () => (typeof document === 'undefined' ? 'en' : document.documentElement.lang)

const firstLine = (words: string, wide: number, measure: Measure): string => {
  const [line = '', ...rest] = breakLines(words, Math.max(1, wide / (titleSize * 1.04)), measure)
  return rest.length > 0 ? `${line.slice(0, -1).trimEnd()}…` : line
}

const sayBytes = (bytes: number, language: string) =>
  new Intl.NumberFormat(language || 'en', {
    style: 'unit',
    unit: bytes < 1e6 ? 'kilobyte' : 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: bytes < 1e6 ? 0 : 1,
  }).format(bytes < 1e6 ? Math.max(1, bytes / 1000) : bytes / 1e6)

const madeOf = (item: Item<ModelThing>, measure: Measure): Made => {
  if (item.made) return item.made as Made
  const { thing, w } = item
  const language = languageHere()
  const parts = [thing.extent.some((side) => side > 0) && saySize(thing.extent, thing.unit, language), sayBytes(thing.bytes, language)]
  const made = { title: firstLine(thing.text || thing.name, w - 2 * margin, measure), measures: parts.filter(Boolean).join(' · ') }
  item.made = made
  return made
}

const cube: Path = pathOf('M0 -30L26 -15V15L0 30L-26 15V-15ZM-26 -15L0 0L26 -15M0 0V30')

/** What was seen of it last: it stays until the picture of how it looks now has come. */
const seen = new WeakMap<Item, Picture>()

/** The window of a card in which a model stands: as large as fits above its foot. */
export const windowOf = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => {
  const room = { w, h: Math.max(1, h - footHigh) }
  const wide = Math.min(room.w, room.h * ratio)
  return { x: x + (w - wide) / 2, y: y + (room.h - wide / ratio) / 2, w: wide, h: wide / ratio }
}

/** How large a card is that has just been laid. */
export const cardSize = { w: 320, h: 320 / ratio + footHigh } as const

/** Still until somebody turns it: then a window of its own stands above it. */
export const model: Kind<ModelThing> = {
  resize: 'ratio',
  least: 80,
  bleed: () => 2,
  live: true,
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    const made = madeOf(item, pen.around.measure)
    const line = Math.max(1, Math.min(2, 1 / zoom))
    surface.rect(x, y, w, h, look.surface)
    const window = windowOf(item)
    const fresh = thing.still ? pen.pictures?.of(thing.still, window.w * zoom) : null
    // A sheet asks for what it will need before it has it: there nothing of before may stand in.
    const picture = fresh ?? (pen.pictures ? seen.get(item) : null)
    if (fresh?.source) seen.set(item, fresh)
    if (!picture?.source) {
      const scale = Math.min(window.w, window.h) / 120
      surface.at(x + w / 2, window.y + window.h / 2, () => surface.stroke(cube, { colour: look.quiet, width: 2 }), { sx: scale, sy: scale })
    }
    if (picture) surface.picture(picture, window.x, window.y, window.w, window.h)
    surface.rect(x, y + h - footHigh, w, line, look.edge)
    surface.box(x, y, w, h, { colour: look.edge, width: line })
    const [left, most] = [x + margin, w - 2 * margin]
    if (smallSize * zoom < readablePx) {
      surface.veil(0.35)
      surface.rect(left, y + h - footHigh + 14, most * 0.7, 10, look.inks.ink)
      surface.veil(1)
      return
    }
    const base = y + h - footHigh + 7 + titleSize * look.baseline
    surface.text(made.title, left, base, { size: titleSize, colour: look.inks.ink, bold: true, most })
    surface.text(made.measures, left, base + titleSize * lineHeight - 2, { size: smallSize, colour: look.quiet, most })
  },
}

export const models: Kinds = { model }
