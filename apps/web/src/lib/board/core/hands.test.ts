import './tool/all.ts'
import { expect, it } from 'vitest'
import { readBoard, readThing } from '@sheber/document/board'
import { decodeStroke } from '@sheber/document/ink'
import { clock, createEditor, heard, put } from './board.fixture.ts'
import { Hands, type Contact } from './hands.ts'

const desk = () => {
  const editor = createEditor()
  put(editor.board, 'a', 0, 0)
  const time = clock()
  const hands = new Hands(editor, time.ring)
  const contact = (x: number, y: number, more: Partial<Contact> = {}): Contact => ({
    ...{ pointer: 1, by: 'mouse', button: 0, shift: false, ctrl: false, alt: false, grip: null, pressure: 0, path: [], at: 0 },
    screen: { x, y },
    ...more,
  })
  const asked = heard(editor, 'menu')
  const inks = () => readBoard(editor.board.doc).things.filter((thing) => thing.kind === 'ink')
  return { editor, hands, time, contact, asked, inks, at: () => readThing(editor.board, 'a')?.g.slice(0, 2) }
}

const finger = { by: 'touch' } as const
const second = { by: 'touch', pointer: 2 } as const
const stylus = { by: 'pen', pointer: 9, pressure: 0.4 } as const

it('one finger is the tool, a second calls off what it began and moves the paper', () => {
  const { editor, hands, contact, at } = desk()
  hands.down(contact(50, 50, finger))
  hands.move(contact(90, 50, finger))
  expect(editor.dragging).not.toBeNull()
  hands.down(contact(190, 50, second))
  expect(editor.dragging).toBeNull()
  hands.move(contact(140, 50, finger))
  hands.move(contact(240, 50, second))
  expect(editor.camera).toMatchObject({ x: -50, zoom: 1 })
  hands.up(contact(240, 50, second))
  hands.move(contact(300, 50, finger))
  hands.up(contact(300, 50, finger))
  expect(at()).toEqual([0, 0])
})

it('once a pen was seen a finger moves the paper, and the pen draws with its pressure', () => {
  const { editor, hands, contact, inks, at } = desk()
  editor.tool = 'pen'
  hands.down(contact(300, 300, stylus))
  hands.move(
    contact(340, 340, {
      ...stylus,
      path: [
        { screen: { x: 320, y: 300 }, pressure: 0.8 },
        { screen: { x: 340, y: 340 }, pressure: 0.4 },
      ],
    }),
  )
  hands.up(contact(340, 340, stylus))
  expect(editor.penMode).toBe(true)
  const [ink] = inks()
  expect(ink?.kind === 'ink' && decodeStroke(ink.points).points.map(({ pressure }) => pressure)).toEqual([0.4, 0.8, 0.4])
  hands.down(contact(50, 50, finger))
  hands.move(contact(90, 50, finger))
  hands.up(contact(90, 50, finger))
  expect(editor.camera.x).toBe(-40)
  expect(inks()).toHaveLength(1)
  expect(at()).toEqual([0, 0])
})

it('a straight line of a pen keeps how it was pressed, and ends as wide as it was drawn', () => {
  const { editor, hands, contact, inks } = desk()
  editor.tool = 'pen'
  const pressed = (x: number, pressure: number) => ({ ...contact(x, 300, stylus), pressure })
  hands.down(pressed(300, 0.2))
  // Harder up to the middle, softer again, and lifted: then a browser tells no pressure.
  for (let step = 1; step <= 20; step++) hands.move(pressed(300 + step * 10, 0.2 + (step <= 10 ? step : 20 - step) * 0.08))
  hands.up(pressed(500, 0))
  const [ink] = inks()
  const { points } = decodeStroke(ink?.kind === 'ink' ? ink.points : new Uint8Array())
  const wide = points.find(({ x }) => Math.abs(x - 100) < 1)
  expect(wide?.pressure).toBeCloseTo(1, 1)
  expect(points.at(0)?.pressure).toBeCloseTo(0.2, 1)
  expect(points.at(-1)?.pressure).toBeCloseTo(0.2, 1)
  expect(points.length).toBeLessThan(8)
})

it('the ball of the hand is no finger: neither before the pen, nor while it is down', () => {
  const { editor, hands, contact, inks } = desk()
  editor.tool = 'pen'
  hands.down(contact(500, 500, finger))
  hands.move(contact(520, 520, finger))
  hands.down(contact(300, 300, stylus))
  expect(hands.down(contact(520, 420, second))).toBe(false)
  hands.move(contact(560, 420, second))
  hands.move(contact(540, 520, finger))
  hands.move(contact(340, 340, stylus))
  hands.up(contact(560, 420, second))
  hands.up(contact(340, 340, stylus))
  hands.up(contact(540, 520, finger))
  expect(inks()).toMatchObject([{ g: [300, 300, 40, 40] }])
  expect(editor.camera).toMatchObject({ x: 0, y: 0, zoom: 1 })
})

it('a long press asks for the menu of what lies there, and is no tap', () => {
  const { editor, hands, contact, time, asked } = desk()
  hands.down(contact(50, 50, finger))
  hands.move(contact(53, 50, finger))
  time.pass(499)
  expect(asked).toEqual([])
  time.pass(1)
  expect(asked).toEqual([['menu', { at: { x: 50, y: 50 }, id: 'a' }]])
  hands.up(contact(53, 50, finger))
  expect([...editor.selection]).toEqual(['a'])
  expect(editor.editing).toBeNull()
})

it('a finger that moves or is lifted asks for nothing', () => {
  const { hands, contact, time, asked } = desk()
  hands.down(contact(50, 50, finger))
  hands.move(contact(90, 50, finger))
  time.pass(600)
  hands.up(contact(90, 50, finger))
  hands.down(contact(500, 500, finger))
  hands.up(contact(500, 500, finger))
  time.pass(600)
  expect(asked).toEqual([])
})

it('the right button asks too, and keeps what is selected together', () => {
  const { editor, hands, contact, asked } = desk()
  put(editor.board, 'b', 200, 0)
  editor.select(['a', 'b'])
  expect(hands.down(contact(50, 50, { button: 2 }))).toBe(false)
  hands.menu({ x: 50, y: 50 })
  hands.menu({ x: 800, y: 700 })
  expect(asked.map(([, what]) => what)).toEqual([
    { at: { x: 50, y: 50 }, id: 'a' },
    { at: { x: 800, y: 700 }, id: null },
  ])
  expect(editor.selection.size).toBe(2)
})

it('the middle button and the space bar move the paper, whatever the tool', () => {
  const { editor, hands, contact, inks } = desk()
  editor.tool = 'pen'
  hands.down(contact(0, 0, { button: 1 }))
  hands.move(contact(30, 0))
  hands.up(contact(30, 0))
  hands.space = true
  hands.down(contact(0, 0))
  hands.move(contact(30, 0))
  hands.up(contact(30, 0))
  expect(editor.camera.x).toBe(-60)
  expect(inks()).toEqual([])
})

it('what the browser takes away, or a right that is lost, ends the drag without a write', () => {
  const { editor, hands, contact, at } = desk()
  hands.down(contact(50, 50))
  hands.move(contact(90, 50))
  hands.cancel(1)
  expect(editor.dragging).toBeNull()
  hands.down(contact(50, 50))
  hands.move(contact(90, 50))
  editor.may = 'read'
  hands.move(contact(95, 50))
  hands.up(contact(95, 50))
  expect(at()).toEqual([0, 0])
})

it('a finger that is lifted points nowhere', () => {
  const { editor, hands, contact } = desk()
  hands.down(contact(500, 500, finger))
  hands.move(contact(520, 500, finger))
  expect(editor.pointer).toEqual({ x: 520, y: 500 })
  hands.up(contact(520, 500, finger))
  expect(editor.pointer).toBeNull()
})

it('a finger draws again when it is let, or long after the pen was last seen', () => {
  const { editor, hands, contact, inks } = desk()
  editor.tool = 'pen'
  const stroke = (more: Partial<Contact>) => {
    hands.down(contact(300, 300, more))
    hands.move(contact(360, 300, more))
    hands.up(contact(360, 300, more))
    return inks().length
  }
  expect(stroke({ ...stylus, at: 1000 })).toBe(1)
  expect(stroke({ ...finger, at: 2000 })).toBe(1)
  editor.penMode = false
  expect(stroke({ ...finger, at: 3000 })).toBe(2)
  expect(stroke({ ...stylus, at: 4000 })).toBe(3)
  expect(stroke({ ...finger, at: 200_000 })).toBe(3)
  expect(stroke({ ...finger, at: 400_000 })).toBe(4)
  expect(editor.penMode).toBe(false)
})

it('the far end of a pen rubs out, whatever tool is in hand', () => {
  const { editor, hands, contact } = desk()
  editor.tool = 'note'
  hands.down(contact(50, 50, { ...stylus, button: 5 }))
  hands.up(contact(50, 50, { ...stylus, button: 5 }))
  expect(editor.scene.get('a')).toBeUndefined()
  expect(editor.tool).toBe('note')
  expect(hands.down(contact(50, 50, { button: 5 }))).toBe(false)
})
