import type { Fill, Paint } from '@sheber/document/colour'
import { decodeStroke } from '@sheber/document/ink'
import type { End, Head, ThingOf } from '@sheber/document/thing'
import type { Item } from '../core/kind.ts'
import { wayOf } from '../core/kinds/connector.ts'
import { overlaps } from '../core/geometry.ts'
import type { Scene } from '../core/scene.ts'
import { handWidth } from './excalidraw.ts'
import { paperLook } from './look.ts'

/**
 * Things of a board as a drawing of Excalidraw's: its file, and what its clipboard holds. What it has no kind for goes as a picture
 * of it. `customData.sheber` says what a thing was here, so that it is that again when the drawing comes back.
 */

/** A picture as Excalidraw keeps it, by the id that elements name it with. */
export interface DrawnFile {
  readonly mimeType: string
  readonly dataURL: string
}

interface Outside {
  readonly scene: Scene
  /** Of a file of the board, or of a thing that goes as a picture; null: it could not be had. */
  readonly pictureOf: (id: string) => DrawnFile | null
  /** Milliseconds since 1970. */
  readonly now: number
}

type Element = Record<string, unknown> & { readonly id: string }

const headNames: Record<Head, string | null> = {
  none: null,
  arrow: 'arrow',
  triangle: 'triangle',
  dot: 'circle',
  diamond: 'diamond',
  bar: 'bar',
}
const bindable: ReadonlySet<string> = new Set(['note', 'text', 'shape', 'image', 'frame', 'link'])
const ownElements: ReadonlySet<string> = new Set([...bindable, 'ink', 'connector'])
/** Nunito: the one of its letters that is nearest to ours and knows Kazakh. */
const fontFamily = 6
const lineHeight = 1.25
const inset = 5

/** It becomes a picture there: somebody has to paint it first. */
export const goesAsPicture = ({ thing }: Item) => !ownElements.has(thing.kind)

const inkOf = (paint: Paint) => (paint in paperLook.inks ? paperLook.inks[paint as keyof typeof paperLook.inks] : paint)
const fillOf = (fill: Fill) =>
  fill === 'none' ? 'transparent' : fill in paperLook.tints ? paperLook.tints[fill as keyof typeof paperLook.tints] : fill

/** Small, different for each, and the same at each export: a file that was not changed is the same file. */
const seedOf = (id: string) => Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7)

const typeOfForm = (form: ThingOf<'shape'>['form']) => (form === 'ellipse' || form === 'diamond' ? form : 'rectangle')

export const drawingOf = (items: readonly Item[], { scene, pictureOf, now }: Outside) => {
  const named = new Map(items.map(({ id, thing }) => [id, thing.kind]))
  const frames = items.filter(({ thing }) => thing.kind === 'frame')
  /** Arrows and words by what they hold on to. */
  const bound = new Map<string, { id: string; type: 'arrow' | 'text' }[]>()
  const bind = (to: string, id: string, type: 'arrow' | 'text') => bound.set(to, [...(bound.get(to) ?? []), { id, type }])
  const files: Record<string, DrawnFile & { id: string; created: number }> = {}
  let missing = 0

  const base = ({ id, x, y, w, h, turn, thing }: Item, more: Record<string, unknown>): Element => {
    const on =
      thing.kind === 'frame' ? undefined : frames.find((frame) => overlaps(frame, { x: x + w / 2, y: y + h / 2, w: 0.01, h: 0.01 }))
    return {
      id,
      ...{ x, y, width: w, height: h, angle: (turn * Math.PI) / 180 },
      ...{ strokeColor: paperLook.inks.ink, backgroundColor: 'transparent', fillStyle: 'solid', strokeWidth: 2, strokeStyle: 'solid' },
      ...{ roughness: 0, opacity: 100, roundness: null, seed: seedOf(id), version: 1, versionNonce: seedOf(`${id} nonce`), index: null },
      ...{ isDeleted: false, groupIds: thing.group ? [thing.group] : [], frameId: on?.id ?? null, boundElements: null },
      ...{ updated: now, link: null, locked: thing.lock === 'all' || thing.lock === 'place' },
      ...more,
    }
  }

  const words = (item: Item, more: { fontSize: number; textAlign: string; fit: boolean; colour: string }): Element[] => {
    const { id, thing, x, y, w, h } = item
    if (!thing.text) return []
    const high = Math.min(h, thing.text.split('\n').length * more.fontSize * lineHeight)
    const mine = `${id}-words`
    bind(id, mine, 'text')
    return [
      {
        ...base({ ...item, id: mine, x: x + inset, y: y + (h - high) / 2, w: Math.max(1, w - 2 * inset), h: high }, {}),
        type: 'text',
        ...{ text: thing.text, originalText: thing.text, fontSize: more.fontSize, fontFamily, lineHeight, autoResize: true },
        ...{ textAlign: more.textAlign, verticalAlign: 'middle', containerId: id, strokeColor: more.colour },
        ...(more.fit && { customData: { sheber: 'fit' } }),
      },
    ]
  }
  const align = (one: string) => (one === 'middle' ? 'center' : one)

  const bindingOf = (end: End | null, arrow: string) => {
    if (!end || !bindable.has(named.get(end.id) ?? '')) return null
    bind(end.id, arrow, 'arrow')
    // Older ones want `focus` and `gap`, newer ones `mode`: each leaves what it does not know.
    return { elementId: end.id, fixedPoint: [end.u, end.v], mode: 'orbit', focus: 0, gap: 1 }
  }

  const image = (item: Item, name: string, sheber?: string): Element[] => {
    const picture = pictureOf(name)
    if (!picture) {
      missing++
      return []
    }
    files[name] = { id: name, created: now, ...picture }
    const marked = sheber === undefined ? {} : { customData: { sheber } }
    return [base(item, { type: 'image', fileId: name, status: 'saved', scale: [1, 1], crop: null, ...marked })]
  }

  const elementsOf = (item: Item): Element[] => {
    const { id, thing, x, y, w, h } = item
    switch (thing.kind) {
      case 'note': {
        const backgroundColor = paperLook.fills[thing.fill]
        return [
          base(item, { type: 'rectangle', backgroundColor, strokeColor: 'transparent', customData: { sheber: 'note' } }),
          ...words(item, { fontSize: 20, textAlign: 'left', fit: true, colour: paperLook.inks.ink }),
        ]
      }
      case 'shape':
        return [
          base(item, {
            type: typeOfForm(thing.form),
            ...{ strokeColor: inkOf(thing.ink), backgroundColor: fillOf(thing.fill), strokeWidth: thing.width, strokeStyle: thing.dash },
            roundness: thing.form === 'rounded' ? { type: 3 } : null,
            customData: { sheber: thing.form },
          }),
          ...words(item, { fontSize: thing.size || 20, textAlign: align(thing.align), fit: thing.size === 0, colour: inkOf(thing.ink) }),
        ]
      case 'text':
        return [
          base(item, {
            type: 'text',
            ...{ text: thing.text, originalText: thing.text, fontSize: thing.size, fontFamily, lineHeight, autoResize: false },
            ...{ textAlign: align(thing.align), verticalAlign: 'top', containerId: null, strokeColor: inkOf(thing.ink) },
            customData: { sheber: 'text' },
          }),
        ]
      case 'ink': {
        const stroke = decodeStroke(thing.points)
        const [sx, sy] = [w / (stroke.w || 1), h / (stroke.h || 1)]
        return [
          base(item, {
            type: 'freedraw',
            points: stroke.points.map((point) => [point.x * sx, point.y * sy]),
            pressures: stroke.points.map(({ pressure }) => pressure),
            simulatePressure: false,
            ...{ strokeColor: inkOf(thing.ink), strokeWidth: thing.width / handWidth },
            opacity: thing.brush === 'highlighter' ? 40 : 100,
            customData: { sheber: thing.brush },
          }),
        ]
      }
      case 'connector': {
        const { points } = wayOf(item as Item<ThingOf<'connector'>>, scene)
        const from = points[0] ?? { x, y }
        const along = points.map((point) => [point.x - from.x, point.y - from.y])
        const last = along.at(-1) ?? [0, 0]
        // Two points are straight there, whatever is said of roundness.
        const soft = thing.route === 'curve' && along.length < 3 ? [along[0], [(last[0] ?? 0) / 2, (last[1] ?? 0) / 2], last] : along
        const [xs, ys] = [along.map(([one = 0]) => one), along.map(([, one = 0]) => one)]
        return [
          {
            ...base({ ...item, turn: 0 }, { type: 'arrow', points: soft }),
            ...{ x: from.x, y: from.y, width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) },
            ...{ startBinding: bindingOf(thing.a, id), endBinding: bindingOf(thing.b, id) },
            ...{ startArrowhead: headNames[thing.tail], endArrowhead: headNames[thing.head], elbowed: thing.route === 'elbow' },
            ...(thing.route === 'elbow' && { fixedSegments: null, startIsSpecial: null, endIsSpecial: null }),
            ...{ strokeColor: inkOf(thing.ink), strokeWidth: thing.width, strokeStyle: thing.dash },
            roundness: thing.route === 'curve' ? { type: 2 } : null,
            customData: { sheber: 'connector' },
          },
          ...words(item, { fontSize: 16, textAlign: 'center', fit: false, colour: inkOf(thing.ink) }),
        ]
      }
      case 'frame':
        return [base(item, { type: 'frame', name: thing.text || null })]
      case 'image':
        return thing.file ? image(item, thing.file) : []
      case 'link':
        return [base(item, { type: 'embeddable', link: thing.url, customData: { sheber: 'link', text: thing.text, about: thing.about } })]
      default:
        return image(item, `painted ${id}`, thing.kind)
    }
  }

  const elements = items.flatMap(elementsOf).map((element) => ({ ...element, boundElements: bound.get(element.id) ?? null }))
  return { elements, files, missing }
}

type Drawing = Pick<ReturnType<typeof drawingOf>, 'elements' | 'files'>

export const excalidrawFile = ({ elements, files }: Drawing): string =>
  JSON.stringify(
    {
      type: 'excalidraw',
      version: 2,
      source: 'https://excalidraw.com',
      elements,
      appState: { gridSize: 20, viewBackgroundColor: '#ffffff' },
      files,
    },
    null,
    2,
  )

/** As its own copying leaves it: a paste there takes it for its own. */
export const excalidrawClip = ({ elements, files }: Drawing): string => JSON.stringify({ type: 'excalidraw/clipboard', elements, files })
