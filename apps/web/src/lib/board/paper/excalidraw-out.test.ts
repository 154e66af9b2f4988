import { decodeStroke } from '@sheber/document/ink'
import { readBoard } from '@sheber/document/board'
import type { NewThing, Thing } from '@sheber/document/thing'
import { expect, it } from 'vitest'
import { excalidrawClip, excalidrawFile, drawingOf, goesAsPicture } from './excalidraw-out.ts'
import { readDrawing } from './excalidraw.ts'
import { boardOf, everyKind, handOf, sceneOf } from './paper.fixture.ts'

const png = { mimeType: 'image/png', dataURL: `data:image/png;base64,${btoa('png')}` }
const drawn = (things: readonly NewThing[]) => {
  const scene = sceneOf(things)
  return drawingOf(scene.order, { scene, pictureOf: () => png, now: 7 })
}
const back = (json: string) => {
  const drawing = readDrawing(JSON.parse(json), handOf())
  if (!drawing) throw new Error('It is no drawing')
  return { ...drawing, board: readBoard(boardOf(drawing.things).doc).things }
}

const own = everyKind.filter(({ kind }) => ['note', 'text', 'shape', 'ink', 'connector', 'frame', 'link'].includes(kind))
const before = readBoard(boardOf(own).doc).things
const like = (kind: Thing['kind'], things: readonly Thing[]) => things.filter((thing) => thing.kind === kind)
const near = (one: readonly number[], other: readonly number[]) => {
  expect(one).toHaveLength(other.length)
  for (const [i, n] of one.entries()) expect(Math.abs(n - (other[i] ?? NaN))).toBeLessThan(0.6)
}

/** Where a stroke begins and ends: its box is drawn around its points anew. */
const strokeOf = (thing: Thing) => {
  if (thing.kind !== 'ink') return []
  const { w, h, points } = decodeStroke(thing.points)
  return [points[0], points.at(-1)].flatMap((at) =>
    at ? [thing.g[0] + (at.x * thing.g[2]) / w, thing.g[1] + (at.y * thing.g[3]) / h] : [],
  )
}

it.each([
  ['a file', excalidrawFile],
  ['a clipboard', excalidrawClip],
])('as %s comes back as it was: kind, place, words, colours and what holds on to what', (_, letters) => {
  const { board, unknown, over } = back(letters(drawn(own)))
  expect([unknown, over]).toEqual([0, 0])
  expect(board.map(({ kind }) => kind).sort()).toEqual(before.map(({ kind }) => kind).sort())
  const names = new Map<string, string>()
  for (const kind of ['note', 'text', 'shape', 'ink', 'frame', 'link'] as const) {
    for (const [i, one] of like(kind, before).entries()) {
      const other = like(kind, board)[i]
      if (!other) throw new Error(`no ${kind}`)
      names.set(one.id, other.id)
      // Words on the bare paper are as high as they are, whatever was written.
      const sides = kind === 'text' ? 3 : 4
      near(kind === 'ink' ? strokeOf(other) : other.g.slice(0, sides), kind === 'ink' ? strokeOf(one) : one.g.slice(0, sides))
      if (kind !== 'ink') expect(other.turn).toBeCloseTo(one.turn, 3)
      const { text } = one
      expect(other).toMatchObject({ kind, text })
      for (const field of ['fill', 'ink', 'form', 'dash', 'align', 'size', 'brush', 'url', 'about'] as const) {
        if (!(field in one) || kind === 'frame') continue
        expect([field, (other as unknown as Record<string, unknown>)[field]]).toEqual([
          field,
          (one as unknown as Record<string, unknown>)[field],
        ])
      }
      if (one.kind === 'ink' && other.kind === 'ink') expect(other.width).toBeCloseTo(one.width, 3)
    }
  }
  for (const [i, one] of like('connector', before).entries()) {
    const other = like('connector', board)[i]
    if (one.kind !== 'connector' || other?.kind !== 'connector') throw new Error('no connector')
    const { head, tail, route, text, dash, ink } = one
    expect(other).toMatchObject({ head, tail, route, text, dash, ink })
    expect([other.a?.id, other.b?.id]).toEqual([names.get(one.a?.id ?? ''), names.get(one.b?.id ?? '')])
    expect([other.a?.u, other.a?.v]).toEqual([one.a?.u, one.a?.v])
  }
  const groups = new Set(board.flatMap(({ group }) => group || []))
  expect(groups.size).toBe(new Set(before.flatMap(({ group }) => group || [])).size)
})

it('names everything as Excalidraw does, and binds from both sides', () => {
  const { elements, files } = drawn(everyKind)
  const common =
    'id type x y width height angle strokeColor backgroundColor fillStyle strokeWidth strokeStyle roughness opacity roundness seed version versionNonce index isDeleted groupIds frameId boundElements updated link locked'
  const more: Record<string, string> = {
    text: 'text fontSize fontFamily textAlign verticalAlign containerId originalText autoResize lineHeight',
    arrow: 'points startBinding endBinding startArrowhead endArrowhead elbowed',
    freedraw: 'points pressures simulatePressure',
    image: 'fileId status scale crop',
    frame: 'name',
  }
  const byId = new Map(elements.map((element) => [element.id, element as Record<string, unknown>]))
  expect(byId.size).toBe(elements.length)
  for (const element of elements as Record<string, unknown>[]) {
    for (const name of `${common} ${more[element.type as string] ?? ''}`.trim().split(' '))
      expect(element, String(element.type)).toHaveProperty(name)
    expect(['rectangle', 'ellipse', 'diamond', 'text', 'arrow', 'freedraw', 'image', 'frame', 'embeddable']).toContain(element.type)
    for (const css of [element.strokeColor, element.backgroundColor]) expect(css).toMatch(/^(#[0-9a-f]{6}|transparent)$/i)
    if (element.type === 'image') expect(files[element.fileId as string]).toMatchObject({ ...png, id: element.fileId, created: 7 })
    const held = (element.boundElements as { id: string; type: string }[] | null) ?? []
    for (const { id, type } of held) {
      const other = byId.get(id)
      const names =
        type === 'text'
          ? [other?.containerId]
          : [other?.startBinding, other?.endBinding].map((end) => (end as { elementId?: string } | null)?.elementId)
      expect(names).toContain(element.id)
    }
  }
  expect(JSON.parse(excalidrawFile({ elements, files }))).toMatchObject({ type: 'excalidraw', version: 2, appState: {} })
  expect(JSON.parse(excalidrawClip({ elements, files }))).toMatchObject({ type: 'excalidraw/clipboard' })
})

it('takes a picture of what Excalidraw has no kind for, and counts what could not be had', () => {
  const scene = sceneOf(everyKind)
  expect(
    scene.order
      .filter(goesAsPicture)
      .map(({ thing }) => thing.kind)
      .sort(),
  ).toEqual(['card', 'stamp'])
  const { elements, missing } = drawingOf(scene.order, { scene, pictureOf: () => null, now: 7 })
  expect(missing).toBe(3)
  expect(elements.some((element) => (element as Record<string, unknown>).type === 'image')).toBe(false)
  const { pictures } = back(excalidrawFile(drawn(everyKind)))
  expect(pictures.map(({ file }) => file.type)).toEqual(['image/png', 'image/png', 'image/png'])
})
