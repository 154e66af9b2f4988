import { expect, it } from 'vitest'
import { seen } from './core/camera.ts'
import { heldToPage, pageOf } from './page.ts'

const screen = { w: 800, h: 600 }

it('leaves a camera alone that is on the page', () => {
  const camera = { x: 100, y: 100, zoom: 1 }
  expect(heldToPage(camera, screen, pageOf(null))).toBe(camera)
})

it('brings every camera back to the page, and is content with what it made', () => {
  const page = pageOf(null)
  for (const camera of [
    { x: 1e6, y: -1e6, zoom: 1 },
    { x: -5000, y: 300, zoom: 4 },
    { x: 0, y: 0, zoom: 0.1 },
  ]) {
    const back = heldToPage(camera, screen, page)
    const view = seen(back, screen)
    expect(view.x + view.w).toBeGreaterThan(page.x)
    expect(view.x).toBeLessThan(page.x + page.w)
    expect(view.y + view.h).toBeGreaterThan(page.y)
    expect(heldToPage(back, screen, page)).toBe(back)
  }
})

it('grows with what lies outside of the desk', () => {
  expect(pageOf({ x: 5000, y: 0, w: 200, h: 200 }).w).toBe(5400)
})
