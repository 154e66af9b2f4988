import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { afterChange, changeText, textChange } from './text.ts'

const both = (from: string, to: string) => {
  const text = new Y.Doc().getText()
  text.insert(0, from)
  const change = textChange(from, to)
  if (change) changeText(text, change)
  return text.toString()
}

describe('textChange', () => {
  it('finds the smallest change', () => {
    expect(textChange('шебер', 'шебер')).toBeNull()
    expect(textChange('', 'н')).toEqual({ at: 0, remove: 0, insert: 'н' })
    expect(textChange('ата', 'апта')).toEqual({ at: 1, remove: 0, insert: 'п' })
    expect(textChange('аа', 'а')).toEqual({ at: 1, remove: 1, insert: '' })
  })

  it.each([
    ['😀', '😁'],
    ['а😀б', 'а😁б'],
    ['😀😀', '😀'],
    ['👩‍🚀', '👩‍🔧'],
    ['x\u{1F600}', 'x\u{1FA00}'],
    ['\u{1F600}x', '\u{20E00}x'],
    ['😀', ''],
  ])('never cuts %s in half on the way to %s', (from, to) => {
    expect(both(from, to)).toBe(to)
  })
})

it('carries a caret over a change made elsewhere', () => {
  const change = { at: 3, remove: 2, insert: 'abc' }
  expect([0, 3, 4, 5, 9].map((place) => afterChange(place, change))).toEqual([0, 3, 6, 6, 10])
})

it('survives a change that came too late for its text', () => {
  const text = new Y.Doc().getText()
  text.insert(0, 'ab')
  changeText(text, { at: 9, remove: 9, insert: 'c' })
  expect(text.toString()).toBe('abc')
})
