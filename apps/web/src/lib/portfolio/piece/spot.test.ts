import { expect, it } from 'vitest'
import { spotOn, thingAt, type Lying } from './spot.ts'

const frame: Lying = { id: 'frame', x: 0, y: 0, w: 1, h: 1 }
const note: Lying = { id: 'note', x: 0.2, y: 0.2, w: 0.2, h: 0.4 }
const under: Lying = { ...note, id: 'under' }

it.each([
  [{ x: 0.3, y: 0.3 }, [frame, under, note], 'note'],
  [{ x: 0.3, y: 0.3 }, [note, frame], 'note'],
  [{ x: 0.9, y: 0.9 }, [frame, note], 'frame'],
  [{ x: 0.9, y: 0.9 }, [note], null],
] as const)('at %j of %j lies %s', (spot, lying, id) => expect(thingAt(lying, spot)).toBe(id))

it('goes along with its thing, and is nowhere once that is gone', () => {
  const moved = { ...note, x: 0.6, y: 0, w: 0.4, h: 0.2 }
  expect(spotOn('note', { x: 0.3, y: 0.5 }, [note], [moved])).toEqual({ x: expect.closeTo(0.8), y: expect.closeTo(0.15) })
  expect(spotOn('note', { x: 0.3, y: 0.5 }, [note], [])).toBeNull()
  expect(spotOn(null, { x: 0.3, y: 0.5 }, [note], [moved])).toBeNull()
})
