import { isHex, type Fill, type Paint } from '@sheber/document/colour'
import { encodeStroke, type StrokePoint } from '@sheber/document/ink'
import { asNumber, asString } from '@sheber/document/kit'
import {
  boxOfEnds,
  forms,
  textMax,
  type Align,
  type Dash,
  type End,
  type Ends,
  type Head,
  type NewThing,
  type Place,
} from '@sheber/document/thing'
import { turned, type Point } from '../core/geometry.ts'
import { fromBase64 } from './base64.ts'
import { paperLook } from './look.ts'
import { thingsMax, type Hand } from './file.ts'

/**
 * Drawings of Excalidraw, from a file or from its clipboard, as things of ours. A file may say anything: what is no number
 * is taken for none, what is bound to nothing hangs loose, and what this board has no kind for is counted and left out.
 */

/** A picture that comes with a place: once it is a file of the board, it lies there under this id. */
export interface LaidPicture {
  readonly file: File
  readonly id: string
  readonly g: Place
  readonly turn: number
  readonly group: string
}

export interface Drawing {
  readonly things: readonly NewThing[]
  readonly pictures: readonly LaidPicture[]
  readonly unknown: number
  readonly over: number
}

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A stroke of more points is drawn as several. */
const strokePointsMax = 4000
/** Points of one drawing: a board is for people, not for point clouds. */
const pointsMax = 200_000
const pictureBytesMax = 20_000_000
/** Letters of ours are wider than Excalidraw's; without this, lines would break that did not. */
const wider = 1.2
/** What Excalidraw calls 1 is so wide when it is drawn by hand. */
export const handWidth = 3

const shortHex = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i
const longHex = /^(#[0-9a-f]{6})([0-9a-f]{2})?$/i

/** Null for what shows nothing. */
const readColour = (value: unknown): `#${string}` | null => {
  const css = asString(value).replace(shortHex, '#$1$1$2$2$3$3')
  const [, hex, alpha] = longHex.exec(css) ?? []
  const lower = hex?.toLowerCase()
  return isHex(lower) && alpha !== '00' ? lower : null
}

/** What a thing was on the board that wrote this drawing; '' for what was drawn elsewhere. */
const wasOf = (element: Plain | undefined): string => (isPlain(element?.customData) ? asString(element.customData.sheber) : '')

/** A colour of ours comes back under its name, or it would stay light in the dark theme. */
const nameIn = <N extends string>(named: Readonly<Record<N, string>>, css: string | null): N | null =>
  (Object.keys(named) as N[]).find((name) => named[name].toLowerCase() === css) ?? null

const inkOf = (element: Plain): Paint => {
  const css = readColour(element.strokeColor)
  return (wasOf(element) ? nameIn(paperLook.inks, css) : null) ?? css ?? 'ink'
}
const fillOf = (element: Plain): Fill => {
  const css = readColour(element.backgroundColor)
  return (wasOf(element) ? nameIn(paperLook.tints, css) : null) ?? css ?? 'none'
}

const dashOf = (value: unknown): Dash => (value === 'dashed' || value === 'dotted' ? value : 'solid')
const alignOf = (value: unknown): Align => (value === 'center' ? 'middle' : value === 'right' ? 'right' : 'left')

const headOf = (value: unknown): Head => {
  const name = asString(value)
  if (name.startsWith('triangle')) return 'triangle'
  if (name.startsWith('diamond')) return 'diamond'
  if (name.startsWith('circle') || name === 'dot') return 'dot'
  return name === 'bar' ? 'bar' : name ? 'arrow' : 'none'
}

const boxOf = (element: Plain): Place => {
  const [x, y, w, h] = [element.x, element.y, element.width, element.height].map((n) => asNumber(n, 0)) as [number, number, number, number]
  return [w < 0 ? x + w : x, h < 0 ? y + h : y, Math.max(1, Math.abs(w)), Math.max(1, Math.abs(h))]
}

const turnOf = (element: Plain) => ((asNumber(element.angle, 0, 1000) * 180) / Math.PI) % 360

const pointsOf = (element: Plain): Point[] =>
  (Array.isArray(element.points) ? (element.points as unknown[]) : []).slice(0, pointsMax).flatMap((point) => {
    const [x, y] = Array.isArray(point) ? (point as unknown[]) : []
    const [dx, dy] = [asNumber(x, NaN), asNumber(y, NaN)]
    return Number.isFinite(dx + dy) ? [{ x: asNumber(element.x, 0) + dx, y: asNumber(element.y, 0) + dy }] : []
  })

const boxAround = (points: readonly Point[]): Place => {
  let [left, top, right, foot] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    foot = Math.max(foot, y)
  }
  return [left, top, Math.max(1, right - left), Math.max(1, foot - top)]
}

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

const readPicture = (value: unknown, name: string): File | null => {
  const url = isPlain(value) ? asString(value.dataURL) : ''
  const [head = '', body = ''] = url.length < pictureBytesMax * 1.4 ? url.split(';base64,') : []
  const type = head.replace('data:', '')
  const bytes = endings[type] && fromBase64(body)
  return bytes && bytes.length > 0 ? new File([bytes], `${name}.${endings[type]}`, { type }) : null
}

export const isDrawing = (value: unknown): value is Plain =>
  isPlain(value) && /^excalidraw(-api)?(\/clipboard)?$/.test(asString(value.type)) && Array.isArray(value.elements)

/** Null where it is no drawing of Excalidraw's. */
export const readDrawing = (value: unknown, { me, newId, now }: Hand): Drawing | null => {
  if (!isDrawing(value)) return null
  const every = (value.elements as unknown[]).filter((one): one is Plain => isPlain(one) && one.isDeleted !== true)
  const files = isPlain(value.files) ? value.files : {}
  const byId = new Map<string, Plain>()
  for (const one of every) if (asString(one.id) && !byId.has(asString(one.id))) byId.set(asString(one.id), one)

  // Words in a box or on an arrow are a thing of their own there, and belong to their thing here.
  const wordsIn = new Map<string, Plain>()
  const holder = (element: Plain) => {
    if (element.type !== 'text') return null
    const box = byId.get(asString(element.containerId))
    return box && ['rectangle', 'ellipse', 'diamond', 'arrow'].includes(asString(box.type)) ? asString(box.id) : null
  }
  for (const one of every) {
    const id = holder(one)
    if (id !== null && !wordsIn.has(id)) wordsIn.set(id, one)
  }
  const bound = new Set(wordsIn.values())
  const alone = every.filter((one) => !bound.has(one))
  // A frame is a sheet here, and whatever lies on it lies above it.
  const isSheet = ({ type }: Plain) => type === 'frame' || type === 'magicframe'
  const ordered = [...alone.filter(isSheet), ...alone.filter((one) => !isSheet(one))]
  const taken = ordered.slice(0, thingsMax)

  const ids = new Map<string, string>()
  const docks = new Set(['rectangle', 'ellipse', 'diamond', 'text', 'image', 'frame', 'magicframe'])
  for (const one of taken) {
    const id = asString(one.id)
    if (docks.has(asString(one.type)) && byId.get(id) === one) ids.set(id, newId())
  }
  const groups = new Map<string, string>()
  const groupOf = (element: Plain): string => {
    const names = Array.isArray(element.groupIds) ? (element.groupIds as unknown[]) : []
    // The outermost stands last.
    const name = asString(names.at(-1))
    if (!name) return ''
    const group = groups.get(name) ?? newId()
    groups.set(name, group)
    return group
  }
  const idOf = (element: Plain) => (byId.get(asString(element.id)) === element ? ids.get(asString(element.id)) : undefined) ?? newId()
  const said = (element: Plain | undefined, most: number) =>
    element ? (asString(element.originalText) || asString(element.text)).slice(0, most) : ''
  const endOf = (binding: unknown): End | null => {
    if (!isPlain(binding)) return null
    const id = ids.get(asString(binding.elementId))
    if (id === undefined) return null
    const [u, v] = Array.isArray(binding.fixedPoint) ? (binding.fixedPoint as unknown[]) : []
    const part = (n: unknown) => Math.min(1, Math.max(0, asNumber(n, 0.5)))
    return { id, u: part(u), v: part(v), port: '' }
  }

  let points = 0
  const strokes = (
    element: Plain,
    base: Pick<NewThing, 'by' | 'at' | 'group'>,
    along: readonly StrokePoint[],
    width: number,
  ): NewThing[] => {
    const made: NewThing[] = []
    const turn = turnOf(element)
    const whole = boxAround(along)
    const centre = { x: whole[0] + whole[2] / 2, y: whole[1] + whole[3] / 2 }
    const places = turn ? along.map((point) => ({ ...turned(point, centre, turn), pressure: point.pressure })) : along
    for (let at = 0; at < places.length && points < pointsMax; at += strokePointsMax) {
      // The last point of one is the first of the next, or there would be a gap.
      const part = places.slice(at, at + strokePointsMax + 1)
      points += part.length
      const [x, y, w, h] = boxAround(part)
      const bytes = encodeStroke({ w, h, points: part.map((point) => ({ ...point, x: point.x - x, y: point.y - y })) })
      const brush = wasOf(element) === 'highlighter' ? 'highlighter' : 'pen'
      made.push({ kind: 'ink', ...base, id: newId(), g: [x, y, w, h], points: bytes, ink: inkOf(element), width, brush })
    }
    return made
  }

  const pictures: LaidPicture[] = []
  let unknown = 0

  const thingsOf = (element: Plain): NewThing[] => {
    const base = { by: me, at: now(), group: groupOf(element) }
    const g = boxOf(element)
    const turn = turnOf(element)
    const line = { ink: inkOf(element), width: asNumber(element.strokeWidth, 2), dash: dashOf(element.strokeStyle) }
    const inside = wordsIn.get(asString(element.id))
    switch (element.type) {
      case 'rectangle':
      case 'ellipse':
      case 'diamond': {
        const was = wasOf(element)
        if (was === 'note') {
          const note = nameIn(paperLook.fills, readColour(element.backgroundColor)) ?? 'yellow'
          return [{ kind: 'note', ...base, id: idOf(element), g, turn, fill: note, text: said(inside, textMax.note) }]
        }
        const drawn = element.type === 'rectangle' && isPlain(element.roundness) ? 'rounded' : element.type
        const form = element.type === 'rectangle' ? (forms.find((one) => one === was) ?? drawn) : drawn
        const letters = {
          text: said(inside, textMax.shape),
          size: inside && wasOf(inside) !== 'fit' ? asNumber(inside.fontSize, 20) : 0,
          align: alignOf(inside?.textAlign ?? 'center'),
        }
        return [{ kind: 'shape', ...base, id: idOf(element), g, turn, form, fill: fillOf(element), ...line, ...letters }]
      }
      case 'text': {
        const [x, y, w, h] = g
        const align = alignOf(element.textAlign)
        const wide = element.autoResize === false ? w : w * wider
        const left = x - (wide - w) * (align === 'left' ? 0 : align === 'right' ? 1 : 0.5)
        const size = asNumber(element.fontSize, 20)
        return [
          {
            kind: 'text',
            ...base,
            id: idOf(element),
            g: [left, y, wide, h],
            turn,
            text: said(element, textMax.text),
            ink: inkOf(element),
            size,
            align,
          },
        ]
      }
      case 'arrow':
      case 'line': {
        const along = pointsOf(element)
        const [first, last] = [along[0], along.at(-1)]
        if (!first || !last || along.length < 2) return []
        const [a, b] = [endOf(element.startBinding), endOf(element.endBinding)]
        const soft = isPlain(element.roundness)
        if (element.type === 'line' && along.length > 2) {
          // Corners stay corners where a point stands twice.
          const sharp = soft ? along : along.flatMap((point) => [point, point])
          return strokes(
            element,
            base,
            sharp.map((point) => ({ ...point, pressure: 0.5 })),
            line.width,
          )
        }
        const [left, top, w, h] = boxAround(along)
        const centre = { x: left + w / 2, y: top + h / 2 }
        const [from, to] = [turned(first, centre, turn), turned(last, centre, turn)]
        const p: Ends = [from.x, from.y, to.x, to.y]
        const route = element.elbowed === true ? 'elbow' : soft && along.length > 2 ? 'curve' : 'straight'
        const heads = { tail: headOf(element.startArrowhead), head: headOf(element.endArrowhead) }
        return [
          {
            kind: 'connector',
            ...base,
            id: newId(),
            g: boxOfEnds(p),
            a,
            b,
            p,
            route,
            ...heads,
            ...line,
            text: said(inside, textMax.connector),
          },
        ]
      }
      case 'freedraw': {
        const pressures = Array.isArray(element.pressures) ? (element.pressures as unknown[]) : []
        const along = pointsOf(element).map((point, i) => ({ ...point, pressure: Math.min(1, Math.max(0, asNumber(pressures[i], 0.5))) }))
        return strokes(element, base, along, Math.max(1, line.width * handWidth))
      }
      case 'frame':
      case 'magicframe':
        return [{ kind: 'frame', ...base, id: idOf(element), g, turn, text: asString(element.name).slice(0, textMax.frame), fill: 'white' }]
      case 'embeddable':
      case 'iframe': {
        const url = asString(element.link)
        if (!/^https?:\/\//.test(url)) break
        const own = isPlain(element.customData) && wasOf(element) === 'link' ? element.customData : {}
        const text = (asString(own.text) || url).slice(0, textMax.link)
        return [{ kind: 'link', ...base, id: idOf(element), g, turn, url, text, about: asString(own.about).slice(0, 500) }]
      }
      case 'image': {
        const name = asString(element.fileId)
        const file = Object.hasOwn(files, name) ? readPicture(files[name], `picture ${pictures.length + 1}`) : null
        if (!file) break
        pictures.push({ file, id: idOf(element), g, turn, group: base.group })
        return []
      }
      default:
    }
    unknown++
    return []
  }

  const things = taken.flatMap(thingsOf)
  return {
    things: things.slice(0, thingsMax),
    pictures,
    unknown,
    over: ordered.length - taken.length + Math.max(0, things.length - thingsMax),
  }
}
