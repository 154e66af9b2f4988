import { moveThings, openBoard, typeText, type Board } from '@sheber/document/board'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { halfWide, put } from './board.fixture.ts'
import { fakeCanvas, plainLook, type FakeCanvas } from './canvas.fixture.ts'
import type { Sheet } from './paint.ts'
import { Painter } from './painter.ts'
import { Scene } from './scene.ts'

const camera = { x: 0, y: 0, zoom: 0.5 }
const sheet: Sheet = { screen: { w: 1024, h: 768 }, density: 1, look: plainLook, nameOf: () => '', editing: null }

let board: Board
let scene: Scene
let sprites: FakeCanvas[]
let glass: FakeCanvas
let painter: Painter
let clock: number

const frame = (more: Partial<Sheet> = {}) => {
  glass.said.length = 0
  for (const one of sprites) one.said.length = 0
  clock += 16
  return painter.paint(camera, glass.ctx, { ...sheet, ...more }, clock)
}

const settle = () => {
  for (let i = 0; i < 500; i++) if (!frame()) return
  throw new Error('it never comes to rest')
}

const hold = (x: number) => scene.lift([['held', { g: [x, 300, 100, 100] }]])
const written = ({ said }: FakeCanvas) => said.filter((word) => word.startsWith('fillText')).map((word) => word.split(' ')[1])
const drawn = () => sprites.flatMap(written)

beforeEach(() => {
  board = openBoard(new Y.Doc())
  board.doc.transact(() => {
    put(board, 'held', 0, 300, 'жел')
    // In its way, and above it.
    put(board, 'above', 420, 340, 'су')
    for (let i = 0; i < 60; i++) put(board, `n${i}`, (i % 12) * 150, 700 + Math.floor(i / 12) * 150, 'от')
  })
  scene = new Scene(board, halfWide)
  glass = fakeCanvas()
  sprites = []
  clock = 1_000
  painter = new Painter(scene, {
    bytesMax: 64 * 2 ** 20,
    newTile: fakeCanvas,
    newSprite: () => {
      const one = fakeCanvas()
      sprites.push(one)
      return one
    },
  })
  hold(10)
  settle()
})

it('what a hand carries is written once, and copied wherever it goes', () => {
  for (let i = 1; i < 6; i++) {
    hold(10 + i * 7)
    frame()
    expect([...drawn(), ...written(glass)]).toEqual([])
    expect(glass.said.some((word) => word.startsWith('drawImage'))).toBe(true)
  }
})

it('so is what it passes beneath, and that stays above it', () => {
  hold(400)
  frame()
  expect(drawn()).toEqual(['су'])
  hold(404)
  frame()
  expect([...drawn(), ...written(glass)]).toEqual([])
})

it('what somebody writes meanwhile is seen', () => {
  typeText(board, 'held', 'жаңбыр')
  scene.apply(['held'])
  hold(20)
  frame()
  expect(drawn()).toEqual(['жаңбыр'])
  hold(400)
  frame()
  typeText(board, 'above', 'көл')
  scene.apply(['above'])
  settle()
  hold(404)
  frame()
  expect(drawn()).not.toContain('су')
})

it('another look is painted anew', () => {
  hold(20)
  frame({ look: { ...plainLook } })
  expect(drawn()).toEqual(['жел'])
})

it('words that are written on the board itself are left out', () => {
  hold(20)
  frame({ editing: 'held' })
  expect([...drawn(), ...written(glass)]).toEqual([])
})

it('a large thing is painted by itself', () => {
  scene.lift([['held', { g: [10, 300, 1_400, 300] }]])
  frame()
  expect(drawn()).not.toContain('жел')
  expect(written(glass)).toContain('жел')
})

it('an empty hand keeps no pixels', () => {
  scene.lift([])
  moveThings(board, [{ id: 'held', g: [200, 300, 100, 100] }])
  scene.apply(['held'])
  settle()
  const before = sprites.length
  hold(210)
  frame()
  expect(sprites).toHaveLength(before + 1)
})
