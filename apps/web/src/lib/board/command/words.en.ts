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
  join: {
    from: (name: string) => `“${name}”: which pin?`,
    to: (name: string) => `Connect “${name}” with what?`,
    pin: (name: string) => `Which pin of “${name}”?`,
    whole: 'As a whole, no pin',
    pins: (n: number) => count(n, { one: '# pin', other: '# pins' }),
    type: 'A name or a pin',
    keys: 'Arrows up and down choose, Enter connects, Escape closes. Pressing a thing on the board works too.',
    done: (from: string, to: string) => `Connected: ${from} → ${to}`,
    none: 'There is nothing else on the board to connect with.',
  },
  menu: 'What can be done',
  board: 'Board menu',
  help: 'Keys of the board',
  helpHint: 'Letters are shown for the Latin and for the Kazakh and Russian layouts: the key counts, not the letter.',
  letters: 'Single-letter keys are on',
  lettersHint: 'Switch them off if they get in the way of speech input or a screen reader.',
  groups: { tools: 'Tools', edit: 'Editing', arrange: 'Order', move: 'Moving', look: 'View', other: 'Other' },
  keys: { Space: 'Space', click: 'click', drag: 'drag' },
  aim: {
    title: 'Drawing by keys',
    about: 'Take a tool and press an arrow: a crosshair appears on the paper.',
    lead: 'Lead the crosshair; two arrows together go aslant',
    far: 'Lead the crosshair by long steps',
    strike: 'Put the tool down and lift it',
    drop: 'Drop what was begun; once more: put the tool away',
  },
  on: 'on',
  off: 'off',
} satisfies typeof ru
