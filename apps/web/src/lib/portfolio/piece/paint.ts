import type { PieceKind } from '@sheber/contract/portfolio'
import { openBoard, readBoard } from '@sheber/document/board'
import type { Thing } from '@sheber/document/thing'
import type { Doc } from 'yjs'
import { kindOf, watchKinds } from '#lib/board/core/kinds.ts'
// Says where the kinds come from that a board does not begin with.
import '#lib/board/stage.svelte.ts'
import { placeholder } from '#lib/board/core/kinds/placeholder.ts'
import type { PenWords } from '#lib/board/core/kind.ts'
import { Scene } from '#lib/board/core/scene.ts'
import { createWidths } from '#lib/board/look.ts'
import { cutAll, cutChosen, cutFrame, framesOf, type Cut } from '#lib/board/paper/cut.ts'
import { makeFiles } from '#lib/board/paper/make.ts'
import { pixelsOf } from '#lib/board/paper/png.ts'
import type { Lying } from './spot.ts'

export interface Part {
  readonly kind: PieceKind
  readonly things: readonly string[]
}

interface Painted {
  /** Of a PNG; null: there is nothing there any more. */
  readonly picture: Blob | null
  /** What is to be seen on it. */
  readonly things: readonly Thing[]
  /** … and where, in paint order. */
  readonly lying: readonly Lying[]
}

const lyingIn = ({ part, items }: Cut): Lying[] =>
  items.map(({ id, bounds: { x, y, w, h } }) => ({ id, x: (x - part.x) / part.w, y: (y - part.y) / part.h, w: w / part.w, h: h / part.h }))

const cutOf = (scene: Scene, { kind, things }: Part): Cut | null => {
  if (kind === 'board') return cutAll(scene, '')
  const frame = kind === 'frame' && framesOf(scene).find(({ id }) => things.includes(id))
  return frame ? cutFrame(scene, frame, '') : cutChosen(scene, new Set(things), '')
}

/** Some kinds of things come when one is first met: they are waited for, but not for ever. */
const kindsMs = 10_000

/** Until every kind of these is there. Kinds come one after another, and on an old laptop late: the first one is not all of them. */
const kindsCome = (things: readonly Thing[]) =>
  new Promise<void>((done) => {
    const missing = () => things.some((thing) => late.has(thing.kind) && kindOf(thing) === placeholder)
    if (!missing()) return done()
    const finish = () => {
      clearTimeout(timer)
      stop()
      done()
    }
    const timer = setTimeout(finish, kindsMs)
    const stop = watchKinds(() => {
      if (!missing()) finish()
    })
  })

/** A part of a board as a picture, in the colours of paper. */
export const paintPart = async (
  doc: Doc,
  part: Part,
  { said, language, pictureOf }: { said: PenWords; language: string; pictureOf: (fileId: string) => string },
): Promise<Painted> => {
  const scene = () => new Scene(openBoard(doc), createWidths().measure)
  const first = cutOf(scene(), part)
  if (!first) return { picture: null, things: [], lying: [] }
  const all = new Map(readBoard(doc).things.map((thing) => [thing.id, thing]))
  const things = first.items.flatMap(({ id }) => all.get(id) ?? [])
  await kindsCome(things)
  const scale = [1, 0.5, 0.25, 0.1].find((one) => pixelsOf(first.part, one)) ?? 0.05
  const ids = new Set(part.kind === 'frame' ? part.things : first.items.map(({ id }) => id))
  const source = {
    ...{ scene: scene(), title: '', language, said },
    nameOf: () => '',
    frameName: String,
    urlOf: pictureOf,
    wholeOf: (file: string) => `/files/${file}`,
    copied: [],
  }
  const what = part.kind === 'frame' && framesOf(source.scene).some(({ id }) => ids.has(id)) ? 'frames' : 'chosen'
  const { files } = await makeFiles(source, { what, ids, format: 'png', scale, paper: 'frame', background: true })
  return { picture: files[0] ?? null, things, lying: lyingIn(cutOf(source.scene, part) ?? first) }
}

const late: ReadonlySet<string> = new Set([
  'image',
  'model',
  'stamp',
  'dimension',
  'symbol',
  'part',
  'formula',
  'code',
  'table',
  'poll',
  'link',
  'card',
])
