import type { Named } from './names.ts'

/** What the menu of the canvas offers, of what is chosen and of the board as a whole, a line between the parts. */
export const onThings: readonly (readonly Named[])[] = [
  ['turn'],
  ['cut', 'copy', 'paste', 'duplicate', 'copyStyle', 'pasteStyle'],
  ['forward', 'backward', 'front', 'back'],
  ['group', 'ungroup', 'enframe', 'sameSize', 'flip', 'turnLeft', 'turnRight', 'turnQuarter'],
  ['lockPlace', 'lockContent', 'lockAll', 'unlock'],
  ['join', 'open', 'vote', 'round', 'link', 'comment', 'about', 'portfolio', 'task', 'fitSelection', 'copyBoard'],
  ['remove'],
]

export const onPaper: readonly (readonly Named[])[] = [
  ['comment', 'paste', 'all'],
  ['fit', 'grid', 'snap', 'minimap'],
  ['find', 'palette', 'outline', 'bin'],
  ['poll', 'round', 'timer', 'vote'],
  ['present', 'people', 'copyBoard'],
  ['help', 'junior', 'simplify'],
]
