import type { CommandName } from './commands.ts'

/** A key by its place on the keyboard: with a Kazakh or Russian layout the letters themselves are Cyrillic. */
export interface Key {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * Command → its keys, the first being the one to be shown. Ctrl is also ⌘.
 * Never Alt with Shift: in this country those two together change the language.
 */
export const shortcuts: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  select: ['KeyV', 'Digit1'],
  lasso: ['Shift+KeyV'],
  hand: ['KeyH'],
  note: ['KeyN', 'KeyS'],
  rectangle: ['KeyR', 'Digit2'],
  diamond: ['Digit3'],
  ellipse: ['KeyO', 'Digit4'],
  arrow: ['KeyA', 'KeyX', 'Digit5'],
  line: ['KeyL', 'Digit6'],
  pen: ['KeyP', 'KeyD', 'Digit7'],
  highlighter: ['Shift+KeyP'],
  text: ['KeyT', 'Digit8'],
  image: ['Digit9'],
  eraser: ['KeyE', 'Digit0'],
  frame: ['KeyF'],
  laser: ['KeyK'],
  comment: ['KeyC'],
  vote: ['KeyG'],
  keep: ['KeyQ'],
  minimap: ['KeyM'],
  join: ['KeyJ'],
  remove: ['Delete', 'Backspace'],
  enter: ['Enter', 'NumpadEnter'],
  escape: ['Escape'],
  undo: ['Ctrl+KeyZ'],
  redo: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'],
  all: ['Ctrl+KeyA'],
  duplicate: ['Ctrl+KeyD'],
  cut: ['Ctrl+KeyX'],
  copy: ['Ctrl+KeyC'],
  paste: ['Ctrl+KeyV'],
  copyStyle: ['Ctrl+Alt+KeyC'],
  pasteStyle: ['Ctrl+Alt+KeyV'],
  group: ['Ctrl+KeyG'],
  ungroup: ['Ctrl+Shift+KeyG'],
  lock: ['Ctrl+Shift+KeyL'],
  link: ['Ctrl+Shift+KeyK'],
  open: ['Ctrl+Enter'],
  portfolio: ['Shift+KeyE'],
  front: ['Ctrl+Shift+BracketRight'],
  forward: ['Ctrl+BracketRight'],
  backward: ['Ctrl+BracketLeft'],
  back: ['Ctrl+Shift+BracketLeft'],
  alignLeft: ['Ctrl+Shift+ArrowLeft'],
  alignRight: ['Ctrl+Shift+ArrowRight'],
  alignTop: ['Ctrl+Shift+ArrowUp'],
  alignBottom: ['Ctrl+Shift+ArrowDown'],
  turnLeft: ['Shift+Comma'],
  turnRight: ['Shift+Period'],
  flip: ['Shift+KeyH'],
  grow: ['Equal', 'NumpadAdd', 'Shift+Equal'],
  shrink: ['Minus', 'NumpadSubtract'],
  wide: ['Alt+Equal'],
  narrow: ['Alt+Minus'],
  left: ['ArrowLeft', 'Shift+ArrowLeft'],
  right: ['ArrowRight', 'Shift+ArrowRight'],
  up: ['ArrowUp', 'Shift+ArrowUp'],
  down: ['ArrowDown', 'Shift+ArrowDown'],
  connectLeft: ['Ctrl+ArrowLeft'],
  connectRight: ['Ctrl+ArrowRight'],
  connectUp: ['Ctrl+ArrowUp'],
  connectDown: ['Ctrl+ArrowDown'],
  walkLeft: ['Alt+ArrowLeft'],
  walkRight: ['Alt+ArrowRight'],
  walkUp: ['Alt+ArrowUp'],
  walkDown: ['Alt+ArrowDown'],
  fit: ['Shift+Digit1'],
  fitSelection: ['Shift+Digit2'],
  zoomWhole: ['Shift+Digit0', 'Ctrl+Digit0', 'Ctrl+Numpad0'],
  zoomIn: ['Ctrl+Equal', 'Ctrl+NumpadAdd', 'Ctrl+Shift+Equal'],
  zoomOut: ['Ctrl+Minus', 'Ctrl+NumpadSubtract'],
  palette: ['Ctrl+KeyK', 'Ctrl+Slash'],
  find: ['Ctrl+KeyF'],
  help: ['Shift+Slash'],
  grid: ['Ctrl+Quote'],
}

const byKey = new Map(Object.entries(shortcuts).flatMap(([name, keys]) => keys.map((key) => [key, name as CommandName] as const)))

/** A sign by itself. Whoever speaks to the machine, or has restless hands, can switch these off. */
const isSign = (name: string) => /^(Shift\+)?(Key|Digit|Numpad(?!Enter)|Equal|Minus|Comma|Period|Slash)/.test(name)

const nameOf = ({ code, ctrlKey, metaKey, shiftKey, altKey }: Key) =>
  `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${code}`

export const commandOf = (key: Key, withSigns = true): CommandName | null => {
  const name = nameOf(key)
  return withSigns || !isSign(name) ? (byKey.get(name) ?? null) : null
}

/** Inside a text only these keep their meaning on the board. */
export const commandWhileWriting = (key: Key): CommandName | null => {
  const command = commandOf(key)
  return command === 'undo' || command === 'redo' || command === 'escape' ? command : null
}
