import { expect, it } from 'vitest'
import type { Shelf } from '#lib/device/shelf.ts'
import { begunHere, readDraft, writeDraft, type Draft } from './keep.ts'

const shelf = () => {
  const kept = new Map<string, string>()
  const on: Shelf = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
  return { on, names: () => [...kept.keys()] }
}
const now = new Date('2026-11-28T10:00:00Z')
const draft = (at = now.toISOString()): Draft => ({
  ...{ id: 'w', versionId: 'v', text: 'Жарайсың', at },
  verdicts: { e: { verdict: 'partly', levelId: 'l', text: 'Сызба қайда?' } },
})

it('is there again for whoever wrote it and for nobody else on the device, until it is sent', () => {
  const { on, names } = shelf()
  expect(writeDraft(on, 'madina', 's', draft(), now)).toBe(true)
  expect(readDraft(on, 'madina', 's')).toEqual(draft())
  expect(readDraft(on, 'yerlan', 's')).toBeNull()
  expect(readDraft(on, 'madina', 'other')).toBeNull()
  expect([begunHere(on, 'madina'), begunHere(on, 'yerlan')]).toEqual([['s'], []])
  writeDraft(on, 'madina', 's', null, now)
  expect(names()).toEqual([])
})

it('is not kept for ever, and nothing is read out of what cannot be read', () => {
  const { on } = shelf()
  writeDraft(on, 'madina', 'old', draft('2026-08-01T10:00:00Z'), new Date('2026-08-01T10:00:00Z'))
  writeDraft(on, 'madina', 's', draft(), now)
  expect(readDraft(on, 'madina', 'old')).toBeNull()
  on.setItem('sheber-review-madina', '{broken')
  expect(readDraft(on, 'madina', 's')).toBeNull()
  expect(writeDraft(null, 'madina', 's', draft(), now)).toBe(false)
})
