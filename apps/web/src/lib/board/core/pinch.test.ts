import { expect, it } from 'vitest'
import { toWorld } from './camera.ts'
import { Pinch } from './pinch.ts'

it('zooms by the spread and pans by the middle of two fingers', () => {
  const pinch = new Pinch()
  let camera = { x: 0, y: 0, zoom: 1 }
  pinch.down(1, { x: 100, y: 100 })
  expect(pinch.move(1, { x: 110, y: 100 }, camera)).toBeNull()
  pinch.down(2, { x: 210, y: 100 })
  const under = toWorld(camera, { x: 160, y: 100 })
  camera = pinch.move(2, { x: 310, y: 100 }, camera) ?? camera
  expect(camera.zoom).toBeCloseTo(2)
  expect(toWorld(camera, { x: 210, y: 100 }).x).toBeCloseTo(under.x)
  pinch.up(1)
  expect(pinch.move(2, { x: 0, y: 0 }, camera)).toBeNull()
})

it('survives two fingers on one spot', () => {
  const pinch = new Pinch()
  const camera = { x: 0, y: 0, zoom: 1 }
  pinch.down(1, { x: 5, y: 5 })
  pinch.down(2, { x: 5, y: 5 })
  expect(pinch.move(2, { x: 25, y: 5 }, camera)?.zoom).toBe(1)
})
