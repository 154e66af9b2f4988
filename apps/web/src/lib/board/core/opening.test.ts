import { addThings } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import { createEditor, put } from './board.fixture.ts'
import { fitted, seen, toScreen } from './camera.ts'
import { openingOf, readLeft } from './opening.ts'

const phone = { w: 360, h: 640 }

/** Hundreds of notes, and two sheets among them. */
const large = () => {
  const editor = createEditor()
  editor.screen = phone
  for (let row = 0; row < 20; row++)
    for (let column = 0; column < 20; column++) put(editor.board, `${row}-${column}`, column * 300, row * 300)
  const trace = { by: 'daulet', at: 1 }
  addThings(editor.board, [
    { kind: 'frame', id: 'second', g: [3_000, 3_000, 1_600, 900], ...trace },
    { kind: 'frame', id: 'first', g: [3_000, 600, 1_600, 900], ...trace },
  ])
  return editor
}

describe('the first look at a board on a phone', () => {
  it('is all of it where all of it can be read, and at an empty board', () => {
    const editor = createEditor()
    editor.screen = phone
    expect(openingOf(editor, null)).toBeNull()
    put(editor.board, 'a', 0, 0)
    put(editor.board, 'b', 300, 0)
    expect(openingOf(editor, { x: 4, y: 4, zoom: 1 })).toBeNull()
  })

  it('begins at the upper left of the first frame, large enough to be read', () => {
    const editor = large()
    expect(fitted(editor.scene.bounds() ?? { x: 0, y: 0, w: 1, h: 1 }, phone).zoom).toBeLessThan(0.15)
    const camera = openingOf(editor, null)
    expect(camera?.zoom).toBe(0.5)
    expect(camera && toScreen(camera, { x: 3_000, y: 600 })).toEqual({ x: 16, y: 92 })
  })

  it('begins at the first thing where there is no frame: a small one in the middle', () => {
    const editor = createEditor()
    editor.screen = phone
    put(editor.board, 'far', 4_000, 4_000)
    put(editor.board, 'first', 100, 40)
    const camera = openingOf(editor, null)
    const middle = camera && toScreen(camera, { x: 150, y: 90 })
    expect(middle?.x).toBeCloseTo(180, 0)
    expect(camera?.zoom).toBe(1)
  })

  it('is where the board was left, unless nothing lies there any more or it was seen from far away', () => {
    const editor = large()
    const left = { x: 1_500, y: 1_500, zoom: 0.8 }
    expect(openingOf(editor, left)).toEqual(left)
    const away = openingOf(editor, { x: 90_000, y: 0, zoom: 0.8 })
    expect(away).toEqual(openingOf(editor, null))
    expect(openingOf(editor, { x: 0, y: 0, zoom: 0.12 })).toEqual(away)
    expect(away && editor.scene.touching(seen(away, phone)).length).toBeGreaterThan(0)
  })

  it('reads no place from what is none', () => {
    expect(readLeft({ x: 1, y: 2, zoom: 1 })).toEqual({ x: 1, y: 2, zoom: 1 })
    for (const kept of [null, 7, {}, { x: 1, y: 2 }, { x: '1', y: 2, zoom: 1 }, { x: 1e308, y: 2, zoom: 1 }, { x: 1, y: 2, zoom: 900 }])
      expect(readLeft(kept)).toBeNull()
  })
})
