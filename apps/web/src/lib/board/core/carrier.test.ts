import { beforeEach, describe, expect, it } from 'vitest'
import { Carrier } from './carrier.ts'
import type { Plate } from './plate.ts'
import { Layer } from './tiles.ts'

const side = 100
const view = (x: number, y = 0) => ({ x, y, w: 200, h: 100 })

let said: string[]
let carrier: Carrier
let layer: Layer

beforeEach(() => {
  said = []
  const plate: Plate = {
    draw: ({ x, y, w, h }, paint) => {
      let copies = 0
      paint({ drawImage: () => copies++ } as never)
      said.push(`draw ${x} ${y} ${w} ${h} of ${copies}`)
    },
    move: ({ x, y }) => said.push(`move ${x} ${y}`),
    show: () => said.push('show'),
    hide: () => said.push('hide'),
    close: () => said.push('close'),
  }
  carrier = new Carrier(plate)
  layer = new Layer(1, side)
  for (let row = -1; row < 2; row++)
    for (let column = -1; column < 8; column++) layer.add(column, row, { ctx: {} as never, source: {} as never }).painted = true
})

it('paper moved once is not led, moved twice it is, until it has rested', () => {
  expect(carrier.heed(1, view(0), 984)).toBe(false)
  expect(carrier.heed(1, view(5), 1000)).toBe(false)
  expect(carrier.heed(1, view(10), 1016)).toBe(true)
  expect(carrier.heed(1, view(10), 1100)).toBe(true)
  expect(carrier.heed(1, view(10), 1137)).toBe(false)
  expect(carrier.heed(1, view(15), 1150)).toBe(false)
})

it('another scale begins anew', () => {
  carrier.heed(1, view(0), 984)
  carrier.heed(1, view(5), 1000)
  expect(carrier.heed(1, view(10), 1016)).toBe(true)
  expect(carrier.heed(2, view(15), 1032)).toBe(false)
})

describe('what is drawn', () => {
  const at = (x: number, now: number, y = 0) => {
    carrier.heed(1, view(x, y), now)
    return carrier.show(layer, view(x, y), 1, now)
  }
  const drawn = () => said.filter((word) => word.startsWith('draw'))

  beforeEach(() => {
    carrier.heed(1, view(0), 1000)
  })

  it('reaches two tiles ahead and half a one behind, and serves until it ends', () => {
    expect(at(10, 1016)).toBe(true)
    expect(said).toEqual(['draw -40 -50 450 200 of 18', 'move -50 -50', 'show'])
    for (const x of [60, 110, 200, 210, 0]) expect(at(x, 1032)).toBe(true)
    expect(drawn()).toHaveLength(1)
    expect(said.at(-2)).toBe('move -40 -50')
    expect(at(220, 1048)).toBe(true)
    expect(drawn()).toHaveLength(2)
  })

  it('is less where less is painted, and nothing where there is no room ahead', () => {
    expect(at(500, 1016)).toBe(true)
    expect(drawn()).toEqual(['draw 450 -50 350 200 of 12'])
    expect(at(700, 1032)).toBe(false)
    expect(said.at(-1)).toBe('hide')
  })

  it('is out of date as soon as something on it looks another way, and is made again once that has ended', () => {
    at(10, 1016)
    carrier.soil(layer, { x: 2000, y: 0, w: 5, h: 5 })
    expect(at(20, 1032)).toBe(true)
    carrier.soil(layer, { x: 390, y: 50, w: 5, h: 5 })
    expect(at(30, 1048)).toBe(false)
    expect(at(40, 1500)).toBe(false)
    expect(at(50, 1549)).toBe(true)
    expect(drawn()).toHaveLength(2)
  })

  it('is made while the paper rests, lies ready unseen, and serves from the first step on', () => {
    carrier.prepare(layer, view(200), { x: 0, y: -50, w: 600, h: 200 }, 1, 1016)
    expect(said).toEqual(['draw 0 -50 600 200 of 18', 'move -200 -50'])
    carrier.prepare(layer, view(200), { x: 0, y: -50, w: 600, h: 200 }, 1, 1032)
    expect(drawn()).toHaveLength(1)
    expect(carrier.heed(1, view(230), 2000)).toBe(true)
    expect(carrier.show(layer, view(230), 1, 2000)).toBe(true)
    expect(said.slice(2)).toEqual(['move -230 -50', 'show'])
  })

  it('is not made where something around has not been painted, or has just changed', () => {
    carrier.prepare(layer, view(200), { x: -300, y: -50, w: 900, h: 200 }, 1, 1016)
    expect(said).toEqual([])
    carrier.prepare(layer, view(200), { x: 0, y: -50, w: 600, h: 200 }, 1, 1016)
    carrier.soil(layer, { x: 10, y: 10, w: 5, h: 5 })
    expect(carrier.prepare(layer, view(200), { x: 0, y: -50, w: 600, h: 200 }, 1, 1032)).toBe(0)
    expect(drawn()).toHaveLength(1)
    expect(carrier.prepare(layer, view(200), { x: 0, y: -50, w: 600, h: 200 }, 1, 1600)).toBe(0)
    expect(drawn()).toHaveLength(2)
  })

  it('is not made before the paper has lain finished for a while', () => {
    const prepare = (now: number) => carrier.prepare(layer, view(200), { x: 0, y: -50, w: 600, h: 200 }, 1, now)
    carrier.worked(1016)
    expect([prepare(1032), prepare(1300)]).toEqual([284, 16])
    carrier.worked(1316)
    expect(prepare(1400)).toBe(216)
    expect(said).toEqual([])
    expect(prepare(1616)).toBe(0)
    expect(drawn()).toHaveLength(1)
    carrier.worked(2332)
    expect(prepare(2348)).toBe(0)
  })
})
