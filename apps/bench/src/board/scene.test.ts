import { describe, expect, it } from 'vitest'
import { boundsOf, makeScene, middleOf, nearest, sample } from './scene.ts'
import { screen, viewOfAll, zoomMin } from './view.ts'

describe.each([2_000, 5_000])('a scene of %i things', (count) => {
  const scene = makeScene(count, 1)
  const { els, conns } = scene
  const many = (type: string) => els.filter((el) => el.type === type).length

  it('has 60 % notes, 20 % shapes, 10 % strokes and 10 % connectors', () => {
    expect([many('sticky'), many('shape'), many('draw'), conns.length]).toEqual([0.6, 0.2, 0.1, 0.1].map((part) => part * count))
  })

  it('names everything once, and connects what is there', () => {
    const ids = new Set([...els, ...conns].map(({ id }) => id))
    expect(ids.size).toBe(count)
    for (const { from, to } of conns) {
      expect(from).not.toBe(to)
      expect(ids.has(from) && ids.has(to)).toBe(true)
    }
  })

  it('draws strokes of 60 points that fill their box', () => {
    for (const el of els) {
      if (el.type !== 'draw') continue
      expect(el.points).toHaveLength(60)
      const [xs, ys] = [el.points.map(([x]) => x), el.points.map(([, y]) => y)]
      expect([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]).toEqual([0, 0, el.w, el.h])
    }
  })

  it('fits a screen at a zoom that all products have', () => {
    const { w, h } = boundsOf(els)
    const { zoom } = viewOfAll(scene)
    expect(zoom).toBeGreaterThanOrEqual(zoomMin)
    expect(w * zoom).toBeLessThanOrEqual(screen.width)
    expect(h * zoom).toBeLessThanOrEqual(screen.height)
  })

  it('fills a screen at its working size', () => {
    const middle = middleOf(boundsOf(els))
    const inView = els.filter(
      ({ x, y, w, h }) => Math.abs(x + w / 2 - middle.x) < screen.width / 2 && Math.abs(y + h / 2 - middle.y) < screen.height / 2,
    )
    expect(inView.length).toBeGreaterThan(40)
  })
})

it('makes the same scene of the same seed, and another of another', () => {
  expect(makeScene(200, 7)).toEqual(makeScene(200, 7))
  expect(makeScene(200, 7)).not.toEqual(makeScene(200, 8))
})

it('samples different ones, the same for the same seed', () => {
  const numbers = Array.from({ length: 100 }, (_, at) => at)
  const some = sample(numbers, 30, 3)
  expect(new Set(some).size).toBe(30)
  expect(sample(numbers, 30, 3)).toEqual(some)
  expect(sample(numbers, 30, 4)).not.toEqual(some)
  expect(sample(numbers, 500, 3)).toHaveLength(100)
})

it('finds notes and figures, the nearest first', () => {
  const scene = makeScene(200, 1)
  const [first] = scene.els
  const found = nearest(scene, middleOf(first ?? { x: 0, y: 0, w: 0, h: 0 }))
  expect(found[0]?.id).toBe(first?.id)
  expect(found).toHaveLength(160)
})
