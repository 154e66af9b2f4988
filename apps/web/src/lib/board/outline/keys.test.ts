import { describe, expect, it } from 'vitest'
import { askedBy, found, type Press, type Standing } from './keys.ts'
import type { Row } from './outline.ts'
import { rowPx, scrolledTo, seenRows } from './window.ts'

const row = (id: string, parent: string | null, level: number, open: boolean | null): Row => ({
  id,
  parent,
  level,
  open,
  at: 1,
  of: 1,
  branch: { id, what: 'thing', items: [], branches: [] },
})
const rows = [row('frame', null, 1, true), row('motor', 'frame', 2, null), row('lamp', 'frame', 2, null), row('end', null, 1, false)]
const asked = (key: string, at: number, more: Partial<Press & Standing> = {}) =>
  askedBy({ key, alt: false, ctrl: false, shift: false, ...more }, { rows, at, page: 2, sought: '', ...more })

describe('keys of the outline', () => {
  it('arrows walk and stop at the ends', () => {
    expect(asked('ArrowDown', 0)).toEqual({ go: 1 })
    expect(asked('ArrowDown', 3)).toEqual({ go: 3 })
    expect(asked('ArrowUp', 0)).toEqual({ go: 0 })
    expect(asked('PageDown', 0)).toEqual({ go: 2 })
    expect(asked('Home', 2)).toEqual({ go: 0 })
    expect(asked('End', 0)).toEqual({ go: 3 })
  })

  it('left folds, then leads out; right unfolds, then leads in', () => {
    expect(asked('ArrowLeft', 0)).toEqual({ fold: 'frame', open: false })
    expect(asked('ArrowLeft', 2)).toEqual({ go: 0 })
    expect(asked('ArrowRight', 0)).toEqual({ go: 1 })
    expect(asked('ArrowRight', 3)).toEqual({ fold: 'end', open: true })
    expect(asked('ArrowRight', 1)).toBe(null)
  })

  it('Space chooses, Shift reaches, Ctrl+A takes all in three layouts, Escape lets go only of a choice', () => {
    expect(asked(' ', 1)).toEqual({ deed: 'choose' })
    expect(asked(' ', 1, { sought: 'мотор' })).toEqual({ find: 'мотор ' })
    expect(asked('ArrowDown', 1, { shift: true })).toEqual({ reach: 2 })
    expect(asked('ArrowUp', 0, { shift: true })).toEqual({ reach: 0 })
    expect(asked('End', 1, { shift: true })).toEqual({ reach: 3 })
    expect(asked('a', 1, { ctrl: true })).toEqual({ deed: 'all' })
    expect(asked('ф', 1, { ctrl: true })).toEqual({ deed: 'all' })
    expect(asked('Escape', 1, { several: true })).toEqual({ deed: 'none' })
    expect(asked('Escape', 1)).toBe(null)
  })

  it('Enter and F2 write, Insert and N add, Alt with arrows moves', () => {
    expect(asked('Enter', 1)).toEqual({ deed: 'write' })
    expect(asked('F2', 1)).toEqual({ deed: 'write' })
    expect(asked('Insert', 1)).toEqual({ deed: 'add' })
    expect(asked('n', 1)).toEqual({ deed: 'add' })
    expect(asked('ArrowUp', 1, { alt: true })).toEqual({ deed: 'earlier' })
    expect(asked('ArrowRight', 1, { alt: true })).toEqual({ deed: 'into' })
    expect(asked('F10', 1, { shift: true })).toEqual({ deed: 'menu' })
    expect(asked('z', 1, { ctrl: true })).toEqual({ deed: 'undo' })
    expect(asked('я', 1, { ctrl: true })).toEqual({ deed: 'undo' })
  })

  it('within a word being sought N and the space are letters', () => {
    expect(asked('n', 1, { sought: 'e' })).toEqual({ find: 'en' })
    expect(asked(' ', 1, { sought: 'e' })).toEqual({ find: 'e ' })
    expect(asked('ә', 1)).toEqual({ find: 'ә' })
  })

  it('finds what begins so before what only has it, and goes round', () => {
    const words: Record<string, string> = { frame: 'Лампа и мотор', motor: 'Мотор 3 В', lamp: 'лампа', end: 'Әуе бұрандасы' }
    const find = (letters: string, at: number, sought = '') => found({ rows, at, page: 1, sought }, letters, ({ id }) => words[id] ?? '')
    expect(find('м', 0)).toBe(1)
    expect(find('л', 0)).toBe(2)
    expect(find('л', 2)).toBe(0)
    expect(find('ла', 2, 'л')).toBe(2)
    expect(find('ӘУЕ', 0)).toBe(3)
    expect(find('бұр', 0)).toBe(3)
    expect(find('щ', 0)).toBe(null)
  })
})

describe('the window of rows', () => {
  it('holds what is in sight and a little more, never all of five thousand', () => {
    const seen = seenRows(1000 * rowPx, 700, 5000)
    expect(seen.from).toBeLessThanOrEqual(1000)
    expect(seen.to).toBeGreaterThanOrEqual(1013)
    expect(seen.to - seen.from).toBeLessThan(40)
    expect(seenRows(0, 700, 3)).toEqual({ from: 0, to: 3 })
  })

  it('scrolls only as far as it must', () => {
    expect(scrolledTo(2, 0, 700)).toBe(0)
    expect(scrolledTo(0, 300, 700)).toBe(0)
    expect(scrolledTo(20, 0, 700)).toBe(21 * rowPx - 700)
  })
})
