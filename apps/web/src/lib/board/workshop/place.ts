import { addThings, moveThings } from '@sheber/document/board'
import { addTable } from '@sheber/document/table'
import type { NewThing, Place } from '@sheber/document/thing'
import { toWorld } from '../core/camera.ts'
import type { Editor } from '../core/editor.ts'
import type { Point } from '../core/geometry.ts'
import { measureHere } from '../core/tool/measure.ts'
import { paperMm } from '../detail/sheet.ts'
import { parts } from './parts.ts'
import { symbols } from './symbols.ts'
import type { Piece, Tool } from './tray.ts'

const a4 = { w: 297, h: 210 }
const scales = { sheet1: 1, sheet2: 2, sheet10: 10 } as const

type Bare = Pick<Extract<NewThing, { g?: Place }>, 'id' | 'by' | 'at'>

const box = ({ x, y }: Point, w: number, h: number): Place => [x - w / 2, y - h / 2, w, h]

const sheet = (bare: Bare, at: Point, name: keyof typeof scales, text: string): NewThing => {
  const scale = scales[name]
  const g = box(at, a4.w * paperMm, a4.h * paperMm)
  return { ...bare, kind: 'frame', g, mm: paperMm / scale, grid: scale, fill: 'white', text }
}

const toolThing = (bare: Bare, at: Point, name: Exclude<Tool, 'table'>, label: string): NewThing => {
  if (name === 'dimension') return { ...bare, kind: 'dimension', p: [at.x - 100, at.y, at.x + 100, at.y] }
  if (name === 'code') return { ...bare, kind: 'code', g: box(at, 480, 200), text: 'void setup() {\n\n}\n\nvoid loop() {\n\n}' }
  if (name === 'formula') return { ...bare, kind: 'formula', g: box(at, 220, 60), text: 'P = \\frac{U^2}{R}' }
  return sheet(bare, at, name, label)
}

const toolSizes = { dimension: { w: 200, h: 24 }, table: { w: 420, h: 144 }, code: { w: 480, h: 200 }, formula: { w: 220, h: 60 } } as const
const sheetSize = { w: a4.w * paperMm, h: a4.h * paperMm }

/** How much paper a piece takes, in world units. */
export const sizeOf = (piece: Piece): { readonly w: number; readonly h: number } =>
  piece.is === 'part'
    ? parts[piece.name]
    : piece.is === 'symbol'
      ? symbols[piece.name]
      : piece.name in toolSizes
        ? toolSizes[piece.name as keyof typeof toolSizes]
        : sheetSize

/** Puts a piece onto the board with its middle at `at`, and takes it in hand. */
export const placePiece = (editor: Editor, piece: Piece, at: Point, label: string) => {
  if (editor.may !== 'write') return
  const { board, outside } = editor
  const bare = { id: outside.newId(), by: outside.me, at: outside.now() }
  const { x, y } = { x: Math.round(at.x), y: Math.round(at.y) }
  editor.step(() => {
    if (piece.is === 'part') {
      const { w, h } = parts[piece.name]
      addThings(board, [{ ...bare, kind: 'part', part: piece.name, g: box({ x, y }, w, h) }])
    } else if (piece.is === 'symbol') {
      const { w, h } = symbols[piece.name]
      addThings(board, [{ ...bare, kind: 'symbol', symbol: piece.name, g: box({ x, y }, w, h) }])
    } else if (piece.name === 'table') {
      const ids = (many: number) => Array.from({ length: many }, () => outside.newId())
      addTable(board, { ...bare, x: x - 210, y: y - 72, rows: ids(4), columns: ids(3) })
    } else addThings(board, [toolThing(bare, { x, y }, piece.name, label)])
  })
  editor.tool = 'select'
  editor.select([bare.id])
}

const aside = 32

/** A dimension is drawn from point to point; by the keyboard, and on its way through the air, it is laid like the rest. */
export const takePiece = (editor: Editor, piece: Piece): boolean => {
  if (editor.may !== 'write' || piece.is !== 'tool' || piece.name !== 'dimension') return false
  editor.tool = 'dimension'
  return true
}

/** In the middle of the screen; a little aside where something has just been put. */
export const placeHere = (editor: Editor, piece: Piece, label: string) => {
  if (piece.is === 'tool' && piece.name === 'dimension') return void measureHere(editor)
  const { camera, screen, scene } = editor
  const at = toWorld(camera, { x: screen.w / 2, y: screen.h / 2 })
  const isTaken = (x: number, y: number) =>
    scene.order.some((item) => Math.hypot(item.x + item.w / 2 - x, item.y + item.h / 2 - y) < aside / 2)
  let { x, y } = at
  for (let step = 0; step < 20 && isTaken(x, y); step++) [x, y] = [x + aside, y + aside]
  placePiece(editor, piece, { x, y }, label)
}

/** A quarter clockwise, each around its own middle. */
export const turnQuarter = (editor: Editor) => {
  const items = editor.selectedItems().filter(({ thing }) => thing.kind === 'symbol' || thing.kind === 'part')
  if (editor.may !== 'write' || items.length === 0) return
  editor.step(() =>
    moveThings(
      editor.board,
      items.map(({ id, thing }) => ({ id, g: thing.g, turn: (Math.round(thing.turn / 90) * 90 + 90) % 360 })),
    ),
  )
}
