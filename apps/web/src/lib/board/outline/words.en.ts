import type { PaintName } from '@sheber/document/colour'
import type { Lock } from '@sheber/document/thing'
import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const things = (n: number) => count(n, { one: '# thing', other: '# things' })

const paint: Record<PaintName, string> = {
  ink: 'black',
  grey: 'grey',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  violet: 'violet',
  white: 'white',
}

const lock: Record<Exclude<Lock, ''>, string> = {
  place: 'fixed in its place',
  content: 'its content is fixed',
  all: 'locked',
}

export default {
  title: 'The board as a list',
  close: 'Close the list',
  tree: 'Everything on the board, in reading order',
  size: things,
  empty: 'Nothing is on the board yet. Add the first note.',
  emptyRead: 'Nothing is on the board yet.',
  find: 'Find on the board',
  none: 'No such words on the board.',
  blank: 'empty',
  vote: { open: 'under way', closed: 'closed' },
  undescribed: 'not said what is seen here',
  unknown: 'A thing from a newer version',
  group: (n) => `Group: ${things(n)}`,
  groupKind: 'Group',
  drawings: (n) => count(n, { one: '# drawing', other: '# drawings' }),
  leads: (to) => `→ ${to}`,
  comes: (from) => `← ${from}`,
  loose: 'loose end',
  labelled: (way, label) => `${way}: ${label}`,
  paint,
  lock,
  held: 'This is locked: unlock it first.',
  readOnly: 'You can only look at this board.',
  nowhere: 'It cannot be moved further.',
  moved: (at, of) => `Now ${at} of ${of}.`,
  onFrame: (name) => `Now on the frame “${name}”.`,
  offFrame: 'Now off the frame.',
  connected: 'Connected.',
  deleted: (n) => `Deleted: ${things(n)}.`,
  back: 'Bring back',
  add: { label: 'Add', note: 'Note', text: 'Text', frame: 'Frame' },
  bin: 'Deleted things: bring back',
  write: 'Text',
  more: (name) => `What to do: ${name}`,
  fold: 'Fold or unfold',
  deeds: {
    write: 'Write',
    open: 'Open',
    add: 'New note after this one',
    show: 'Show on the board',
    connect: 'Connect this to…',
    earlier: 'Earlier in the order',
    later: 'Later in the order',
    move: 'Move to a frame…',
    out: 'Take off the frame',
    about: 'Who made it and when',
    lock: 'Lock',
    unlock: 'Unlock',
    remove: 'Delete',
    colour: 'Colour',
  },
  pick: { connect: 'Connect to what', move: 'To which frame', find: 'Words of the thing', none: 'Nothing was found.' },
  keys: 'Arrows walk the list, Enter opens the text, Insert lays a new note, Alt with arrows moves, Delete deletes.',
} satisfies typeof ru
