import type { CommandName } from './commands.ts'

/** A key by its place on the keyboard: with a Kazakh or Russian layout the letters themselves are Cyrillic. */
export interface Key {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const plain = new Map<string, CommandName>([
  ['KeyV', 'select'],
  ['KeyH', 'hand'],
  ['KeyN', 'note'],
  ['KeyS', 'note'],
  ['Delete', 'remove'],
  ['Backspace', 'remove'],
  ['Enter', 'enter'],
  ['NumpadEnter', 'enter'],
  ['Escape', 'escape'],
  ['Equal', 'grow'],
  ['NumpadAdd', 'grow'],
  ['Minus', 'shrink'],
  ['NumpadSubtract', 'shrink'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
])

const shifted = new Map<string, CommandName>([
  ['Digit1', 'fit'],
  ['Digit0', 'zoomWhole'],
  ['Equal', 'grow'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
])

const controlled = new Map<string, CommandName>([
  ['KeyZ', 'undo'],
  ['KeyY', 'redo'],
  ['KeyA', 'all'],
  ['KeyD', 'duplicate'],
  ['Equal', 'zoomIn'],
  ['NumpadAdd', 'zoomIn'],
  ['Minus', 'zoomOut'],
  ['NumpadSubtract', 'zoomOut'],
  ['Digit0', 'zoomWhole'],
  ['Numpad0', 'zoomWhole'],
])

const controlledShifted = new Map<string, CommandName>([
  ['KeyZ', 'redo'],
  ['BracketRight', 'front'],
  ['Equal', 'zoomIn'],
])

export const commandOf = ({ code, ctrlKey, metaKey, shiftKey, altKey }: Key): CommandName | null => {
  if (altKey) return null
  const held = ctrlKey || metaKey
  const map = held ? (shiftKey ? controlledShifted : controlled) : shiftKey ? shifted : plain
  return map.get(code) ?? null
}

/** Inside a text only these keep their meaning on the board. */
export const commandWhileWriting = (key: Key): CommandName | null => {
  const command = commandOf(key)
  return command === 'undo' || command === 'redo' || command === 'escape' ? command : null
}
