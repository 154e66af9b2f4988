import { expect, it } from 'vitest'
import { fitted, panned, reached, seen, stepIn, stepOut, toScreen, toWorld, zoomedAt } from './camera.ts'

const screen = { w: 800, h: 600 }

it('goes from the screen to the world and back', () => {
  const camera = { x: -30, y: 12, zoom: 2.5 }
  expect(toScreen(camera, toWorld(camera, { x: 123, y: 45 }))).toEqual({ x: 123, y: 45 })
})

it('keeps what lies under the pointer under the pointer', () => {
  let camera = { x: 10, y: 20, zoom: 1 }
  const under = toWorld(camera, { x: 300, y: 200 })
  for (const zoom of [1.3, 4, 9, 0.02, 0.7]) camera = zoomedAt(camera, { x: 300, y: 200 }, zoom)
  const now = toWorld(camera, { x: 300, y: 200 })
  expect(now.x).toBeCloseTo(under.x)
  expect(now.y).toBeCloseTo(under.y)
})

it('stays between 10 and 400 per cent', () => {
  const camera = { x: 0, y: 0, zoom: 1 }
  expect(zoomedAt(camera, { x: 0, y: 0 }, 99).zoom).toBe(4)
  expect(zoomedAt(camera, { x: 0, y: 0 }, 0).zoom).toBe(0.1)
  expect([stepIn(1), stepIn(0.97), stepIn(4), stepOut(1), stepOut(0.1)]).toEqual([1.25, 1, 4, 0.8, 0.1])
})

it('moves the paper with the hand', () => {
  expect(panned({ x: 0, y: 0, zoom: 2 }, 10, -20)).toEqual({ x: -5, y: 10, zoom: 2 })
  expect(panned({ x: 1e6, y: 0, zoom: 1 }, -500, 0).x).toBe(1e6)
})

it('shows all of a rectangle, never larger than life', () => {
  const wide = { x: -1000, y: 0, w: 4000, h: 300 }
  const view = seen(fitted(wide, screen), screen)
  expect(view.x).toBeLessThan(wide.x)
  expect(view.x + view.w).toBeGreaterThan(wide.x + wide.w)
  expect(fitted({ x: 0, y: 0, w: 10, h: 10 }, screen)).toEqual({ x: -395, y: -251, zoom: 1 })
})

it('pans no further than it must to reach a thing', () => {
  const camera = { x: 0, y: 0, zoom: 1 }
  expect(reached(camera, { x: 100, y: 100, w: 50, h: 50 }, screen)).toBe(camera)
  expect(reached(camera, { x: 800, y: 100, w: 50, h: 50 }, screen, 10)).toEqual({ x: 60, y: 0, zoom: 1 })
  expect(reached(camera, { x: -40, y: 100, w: 20, h: 50 }, screen, 10)).toEqual({ x: -50, y: 0, zoom: 1 })
})
