import { openBoard } from '@sheber/document/board'
import { idsInPart, type Part } from '@sheber/document/part'
import type { Doc } from 'yjs'
import type { PenWords } from '../core/kind.ts'
import { keepLeader } from '../core/connect.ts'
import { keepKinds } from '../core/kinds.ts'
import { pictured } from '../core/kinds/pictured.ts'
import { lead } from '../core/route.ts'
import { Scene } from '../core/scene.ts'
import { models } from '../model/kind.ts'
import { voted } from '../vote/kinds.ts'
import { workshop } from '../workshop/kinds.ts'
import { cutAll, cutChosen, cutFrame, framesOf, paintCut, vectorZoom } from './cut.ts'
import { fontRules, type Fetch } from './fonts.ts'
import { gatheringSurface } from './gather.ts'
import { svgOf, svgSurface } from './svg.ts'
import { countedWidths } from './widths.ts'

// Whatever a board may have is here from the start: nobody waits on a server for what comes later.
keepKinds({ ...pictured, ...models, ...voted, ...workshop })
keepLeader(lead)

export interface Painting {
  readonly said: PenWords
  readonly language: string
  readonly title: string
  /** Where a file's picture stands. */
  readonly urlOf: (file: string) => string
  /** Brings the letters along, for whoever shows it by itself; null: without. */
  readonly letters: Fetch | null
}

/** A part of a board as an SVG, painted without a browser by the same hands as on the screen. Null: there is nothing on it. */
export const svgOfPart = async (doc: Doc, part: Part, painting: Painting): Promise<string | null> => {
  const { said, language, title, urlOf, letters } = painting
  const scene = new Scene(openBoard(doc), countedWidths().measure)
  const ids = new Set(idsInPart(doc, part))
  const frame = part.kind === 'frame' ? framesOf(scene).find(({ id }) => part.things.includes(id)) : undefined
  const cut = part.kind === 'board' ? cutAll(scene, title) : frame ? cutFrame(scene, frame, title) : cutChosen(scene, ids, title)
  if (!cut) return null
  const pictures = { of: (file: string) => ({ url: urlOf(file), source: null }) }
  const inks = { nameOf: () => '', said: { ...said, coming: '' }, pictures, zoom: vectorZoom }
  const painted: string[] = []
  // Pictures stand there by their addresses: whoever carries the SVG away puts them in.
  paintCut(scene, cut, svgSurface(painted, { measure: scene.measure, pictureOf: (url) => url }), { ...inks, background: true })
  const { surface, written } = gatheringSurface()
  paintCut(scene, cut, surface, { ...inks, background: false })
  const fonts = letters ? await fontRules(written.map(({ words }) => words).join(''), letters) : ''
  return svgOf({ part: cut.part, title: cut.name, language, fonts }, painted)
}
