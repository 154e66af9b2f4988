import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')

export default {
  palette: 'Actions and things on the board',
  ask: 'What to do or find?',
  commands: 'Actions',
  things: 'On the board',
  nothing: 'Nothing was found. Try another word.',
  found: (n: number) => count(n, { one: '# answer', other: '# answers' }),
  empty: 'no words',
  find: 'Find on the board',
  word: 'A word or a part of one',
  at: (n: number, all: number) => (all === 0 ? 'Not found' : `${n} of ${all}`),
  next: 'Next',
  previous: 'Previous',
  close: 'Close',
  menu: 'What can be done',
  board: 'Board menu',
  help: 'Keys of the board',
  helpHint: 'Letters are shown for the Latin and for the Kazakh and Russian layouts: the key counts, not the letter.',
  letters: 'Single-letter keys are on',
  lettersHint: 'Switch them off if they get in the way of speech input or a screen reader.',
  groups: { tools: 'Tools', edit: 'Editing', arrange: 'Order', move: 'Moving', look: 'View', other: 'Other' },
  keys: { Space: 'Space', click: 'click', drag: 'drag' },
  on: 'on',
  off: 'off',
} satisfies typeof ru
