import { expect, it } from 'vitest'
import { commandOf, commandWhileWriting, type Key } from './keys.ts'

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
