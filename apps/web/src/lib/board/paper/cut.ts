import { around, grown, overlaps, type Rect } from '../core/geometry.ts'
import type { Item, PenWords, Pictures } from '../core/kind.ts'
import { paintItem, penOf } from '../core/paint.ts'
import type { Scene } from '../core/scene.ts'
import type { Surface } from '../core/surface.ts'
import { slidesOf, type Frame } from '../slides/order.ts'
import { paperLook } from './look.ts'

/** A part of the board that becomes one sheet: a picture, or a page. */
export interface Cut {
  readonly name: string
  readonly part: Rect
  /** In paint order. */
  readonly items: readonly Item[]
  /** World units to a millimetre of what is drawn; 0 where it has no scale. */
  readonly mm: number
}

/** Room around things that are cut out by themselves, world units. */
const margin = 24

const cutOf = (name: string, items: readonly Item[]): Cut | null => {
  const box = around(items.map(({ bounds }) => bounds))
  return box && { name, part: grown(box, margin), items, mm: 0 }
}

export const cutAll = (scene: Scene, name: string) => cutOf(name, scene.order)

export const cutChosen = (scene: Scene, ids: ReadonlySet<string>, name: string) =>
  cutOf(
    name,
    scene.order.filter(({ id }) => ids.has(id)),
  )

/** The order of slides is the order of pages too. */
export const framesOf = (scene: Scene): Frame[] => slidesOf(scene.order)

/** A frame's sheet ends at its edge; its name stands outside and is left out. */
export const cutFrame = (scene: Scene, frame: Frame, name: string): Cut => {
  const { x, y, w, h } = frame
  const part = { x, y, w, h }
  return { name, part, items: scene.order.filter(({ bounds }) => overlaps(bounds, part)), mm: frame.thing.mm }
}

export interface Inking {
  /** A person's name by id; '' for none shown. */
  readonly nameOf: (id: string) => string
  /** Of the paper beneath the things. */
  readonly background: boolean
  /** None: in their place stands in words what they show. */
  readonly pictures?: Pictures
  readonly said?: PenWords
  /** Pixels to a world unit; on paper fine enough that every word is a word. */
  readonly zoom: number
}

export const vectorZoom = 4

export const paintCut = (scene: Scene, { part, items }: Cut, surface: Surface, { nameOf, background, pictures, said, zoom }: Inking) => {
  if (background) surface.rect(part.x, part.y, part.w, part.h, paperLook.paper)
  const pen = penOf(scene, surface, zoom, { look: paperLook, nameOf, editing: null, ...(pictures && { pictures }), ...(said && { said }) })
  for (const item of items) paintItem(item, pen)
}
