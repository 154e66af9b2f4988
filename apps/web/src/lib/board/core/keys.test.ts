import { expect, it } from 'vitest'
import { commandOf, commandWhileWriting, shortcuts, type Key } from './keys.ts'

const key = (code: string, more: Partial<Key> = {}): Key => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

it.each([
  [key('KeyV'), 'select'],
  [key('KeyN'), 'note'],
  [key('Delete'), 'remove'],
  [key('KeyZ', { ctrlKey: true }), 'undo'],
  [key('KeyZ', { metaKey: true, shiftKey: true }), 'redo'],
  [key('KeyY', { ctrlKey: true }), 'redo'],
  [key('Digit1', { shiftKey: true }), 'fit'],
  [key('ArrowUp', { shiftKey: true }), 'up'],
  [key('Equal', { ctrlKey: true }), 'zoomIn'],
  [key('KeyN', { altKey: true }), null],
  [key('KeyN', { ctrlKey: true }), null],
  [key('KeyV', { ctrlKey: true }), 'paste'],
  [key('KeyX'), 'arrow'],
  [key('KeyC', { ctrlKey: true, altKey: true }), 'copyStyle'],
  [key('Slash', { shiftKey: true }), 'help'],
  [key('ArrowRight', { ctrlKey: true }), 'connectRight'],
  [key('ArrowRight', { altKey: true }), 'walkRight'],
  [key('BracketLeft', { metaKey: true, shiftKey: true }), 'back'],
  [key('constructor'), null],
])('%o means %s, whatever letter the layout prints there', (pressed, command) => {
  expect(commandOf(pressed)).toBe(command)
})

it('leaves letters to the text that is being written', () => {
  expect(commandWhileWriting(key('KeyV'))).toBeNull()
  expect(commandWhileWriting(key('Delete'))).toBeNull()
  expect(commandWhileWriting(key('KeyA', { ctrlKey: true }))).toBeNull()
  expect(commandWhileWriting(key('Escape'))).toBe('escape')
  expect(commandWhileWriting(key('KeyZ', { ctrlKey: true }))).toBe('undo')
})

it('signs by themselves can be switched off, and nothing else goes with them', () => {
  for (const sign of [key('KeyV'), key('Digit1'), key('Slash', { shiftKey: true }), key('Equal'), key('NumpadAdd')]) {
    expect(commandOf(sign)).not.toBeNull()
    expect(commandOf(sign, false)).toBeNull()
  }
  for (const other of [
    key('Delete'),
    key('Enter'),
    key('NumpadEnter'),
    key('ArrowUp', { shiftKey: true }),
    key('KeyZ', { ctrlKey: true }),
  ]) {
    expect(commandOf(other, false)).toBe(commandOf(other))
    expect(commandOf(other, false)).not.toBeNull()
  }
})

it('no key has two meanings, and none changes the language', () => {
  const all = Object.values(shortcuts).flat()
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((name) => name.includes('Alt+Shift'))).toEqual([])
})
