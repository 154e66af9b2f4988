import type { Language } from '@sheber/contract/words'
import { layStamp } from '../core/tool/stamp.ts'
import { commands } from '../core/commands.ts'
import { holdsPoint, middleOf, type Point } from '../core/geometry.ts'
import type { Editor } from '../core/editor.ts'
import type { Item } from '../core/kind.ts'
import type { StampName } from '../core/stamps.ts'
import { frameOf, placeAfter } from './deeds.ts'
import type { Row } from './outline.ts'

/** What is not laid by the list itself: each asks for something first. */
export const laid = ['stamp', 'piece', 'ink', 'image', 'photo', 'file', 'link', 'card', 'poll', 'round', 'timer', 'template'] as const
export type Laid = (typeof laid)[number]

/** What the page around lays, and the list can only ask for; absent where it does not. */
export interface Bringing {
  /** Asks for files of this device: models, documents, pictures. */
  readonly file?: (() => void) | undefined
  /** Asks for a template. */
  readonly template?: (() => void) | undefined
}

export const mayLay = (editor: Editor, what: Laid, bringing: Bringing): boolean => {
  if (editor.may !== 'write') return false
  if (what === 'stamp' || what === 'piece') return true
  if (what === 'file' || what === 'template') return bringing[what] !== undefined
  if (what === 'photo') return editor.isAnswered('photo')
  return what === 'ink' ? editor.isAnswered('aim') : commands[what].may(editor)
}

/** What covers the list while it asks, or is laid where one sees it at once. */
export const isAskedAbove = (what: Laid) => ['ink', 'link', 'card', 'photo', 'template'].includes(what)

/** The usual size of what a hand draws; on a sheet with little room it is drawn smaller. */
const drawnSizes = [
  { w: 200, h: 160 },
  { w: 120, h: 96 },
  { w: 72, h: 60 },
]

/** Where a drawing begins: on free paper, within the frame of the row as long as that has any. */
export const inkPlace = (editor: Editor, rows: readonly Row[], row: Row | undefined): Point => {
  const frame = frameOf(rows, row)
  const found = drawnSizes.map((size) => placeAfter(editor, rows, row, size))
  const place = found.find((one) => !frame || holdsPoint(frame, middleOf(one))) ?? found[0] ?? { x: 0, y: 0, w: 0, h: 0 }
  return { x: place.x + place.w / 4, y: place.y + place.h / 2 }
}

const stampSide = 64

/** On the upper right corner of the thing on which one stands, as a hand would; where there is none, on free paper. The thing under it. */
export const stampFrom = (editor: Editor, name: StampName, rows: readonly Row[], row: Row | undefined): Item | null => {
  const [item] = row?.branch.items ?? []
  const under = item && !['frame', 'connector', 'dimension', 'ink'].includes(item.thing.kind) ? item : null
  const free = under ? null : placeAfter(editor, rows, row, { w: stampSide, h: stampSide })
  editor.setNext({ stamp: name })
  // So far inside that it is read after the thing, and the words stay to be seen.
  const at = under
    ? { x: under.x + under.w - stampSide / 4, y: under.y + stampSide / 4 }
    : { x: (free?.x ?? 0) + stampSide / 2, y: (free?.y ?? 0) + stampSide / 2 }
  layStamp(editor, at)
  return under
}

/** Parts, symbols and drawing things of the workshop, as they are chosen from the list: found by their names in three languages. */
export const fetchPieces = async (language: Language) => {
  const [{ layTray }, { placePiece, sizeOf }, { measureHere }, { loadWorkshopWords }] = await Promise.all([
    import('../workshop/tray.ts'),
    import('../workshop/place.ts'),
    import('../core/tool/measure.ts'),
    import('../workshop/words.ts'),
  ])
  const w = await loadWorkshopWords(language)
  const lots = layTray(w, language).flatMap(({ group, lots }) =>
    lots.map(({ piece, name, sought }) => ({ id: `${piece.is}-${piece.name}`, words: name, about: w.group[group], sought, piece })),
  )
  return {
    lots,
    /** By the id of a lot. False where there is none. */
    lay: (editor: Editor, id: string, rows: readonly Row[], row: Row | undefined): boolean => {
      const lot = lots.find((one) => one.id === id)
      if (!lot || editor.may !== 'write') return false
      // What is measured is what is chosen, else a dimension of the usual length is laid.
      if (lot.piece.is === 'tool' && lot.piece.name === 'dimension') return measureHere(editor) !== null
      const size = sizeOf(lot.piece)
      const isSheet = size.w > 1000 && frameOf(rows, row) !== null
      const place = placeAfter(editor, rows, row, size, !isSheet)
      placePiece(editor, lot.piece, { x: place.x + place.w / 2, y: place.y + place.h / 2 }, lot.words)
      return true
    },
  }
}
export type Pieces = Awaited<ReturnType<typeof fetchPieces>>
