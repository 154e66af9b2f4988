import { describe, expect, it } from 'vitest'
import { capsOf } from './key.ts'
import names from './names.ru.ts'
import { keysOf } from './shortcut.ts'

describe('the caps of a shortcut', () => {
  it('shows both letters of a key', () => {
    expect(capsOf('KeyV')).toEqual(['V / М'])
    expect(capsOf('Ctrl+Shift+KeyG')).toEqual(['Ctrl', 'Shift', 'G / П'])
    expect(capsOf('Ctrl+KeyD', {}, false)).toEqual(['Ctrl', 'D'])
  })

  it('writes signs as they stand on the keyboard', () => {
    expect(capsOf('Shift+Digit1')).toEqual(['Shift', '1'])
    expect(capsOf('Ctrl+BracketRight')).toEqual(['Ctrl', ']'])
    expect(capsOf('Shift+Slash')).toEqual(['?'])
    expect(capsOf('Space', { Space: 'Пробел' })).toEqual(['Пробел'])
  })

  it('gives no two commands one key', () => {
    const all = (Object.keys(names) as (keyof typeof names)[]).flatMap(keysOf)
    expect(all.length).toBeGreaterThan(40)
    expect(new Set(all).size).toBe(all.length)
  })
})
