import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Deliveries } from './deliveries.ts'
import { letterUpdate } from './letter.ts'
import { rangesOf, remembering } from './message.ts'

const [aidana, timur, madina] = [11, 22, 33]

/** Three in a room; each edit has two others to reach. */
const open = () => {
  const deliveries = new Deliveries(2)
  deliveries.openWindow()
  return deliveries
}

it('counts edits, however they are packed', () => {
  const deliveries = open()
  for (const clock of [0, 1, 2]) deliveries.wrote(aidana, clock, 100 + clock)
  const packed = Y.mergeUpdates([0, 1, 2].map((clock) => letterUpdate(aidana, clock)))
  deliveries.heard(timur, rangesOf(packed), 110)
  expect(deliveries.delivered).toBe(3)
  for (const clock of [0, 1, 2]) deliveries.heard(madina, rangesOf(letterUpdate(aidana, clock)), 120)
  expect([deliveries.sent, deliveries.delivered, deliveries.missing]).toEqual([3, 6, 0])
  expect(deliveries.latencies.percentile(0.5)).toBe(10)
  expect(deliveries.latencies.percentile(1)).toBe(20)
})

it('counts neither an echo nor what comes twice', () => {
  const deliveries = open()
  deliveries.wrote(aidana, 0, 1)
  const update = letterUpdate(aidana, 0)
  deliveries.heard(aidana, rangesOf(update), 2)
  deliveries.heard(timur, rangesOf(update), 2)
  deliveries.heard(timur, rangesOf(update), 3)
  expect([deliveries.delivered, deliveries.missing]).toEqual([1, 1])
})

it('does not take what was skipped for seen', () => {
  const deliveries = open()
  for (const clock of [0, 1, 2]) deliveries.wrote(aidana, clock, 1)
  deliveries.heard(timur, [{ client: aidana, from: 2, to: 3 }], 2)
  expect(deliveries.delivered).toBe(1)
})

it('counts only what was sent while the window was open', () => {
  const deliveries = new Deliveries(2)
  deliveries.wrote(aidana, 0, 1)
  deliveries.openWindow()
  deliveries.wrote(aidana, 1, 2)
  deliveries.closeWindow()
  deliveries.wrote(aidana, 2, 3)
  deliveries.heard(timur, [{ client: aidana, from: 0, to: 3 }], 4)
  expect([deliveries.sent, deliveries.delivered]).toEqual([1, 1])
})

it('reads the same bytes once, and others anew', () => {
  let reads = 0
  const read = remembering((bytes) => {
    reads += 1
    return rangesOf(bytes)
  })
  const buffer = letterUpdate(aidana, 0)
  expect(read(buffer)).toEqual([{ client: aidana, from: 0, to: 1 }])
  expect(read(letterUpdate(aidana, 0))).toEqual([{ client: aidana, from: 0, to: 1 }])
  expect(reads).toBe(1)
  // The memory of a socket is used again.
  buffer.set(letterUpdate(timur, 0))
  expect(read(buffer)).toEqual([{ client: timur, from: 0, to: 1 }])
  expect(reads).toBe(2)
})
