import type { NoteColour } from '@sheber/contract/board'
import type { Kind } from '@sheber/document/thing'
import { counter } from '../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const changes = (n: number) => count(n, { one: '# change', other: '# changes' })
const things = (n: number) => count(n, { one: '# thing', other: '# things' })

const colour: Record<NoteColour, string> = {
  yellow: 'yellow',
  blue: 'blue',
  green: 'green',
  pink: 'pink',
  violet: 'violet',
  white: 'white',
}

const kind: Record<Kind, string> = {
  note: 'Sticky note',
  text: 'Text',
  shape: 'Shape',
  ink: 'Drawing',
  connector: 'Connector',
  frame: 'Frame',
  image: 'Picture',
  model: '3D model',
  card: 'Card',
  link: 'Link',
  stamp: 'Stamp',
  dimension: 'Dimension',
  symbol: 'Symbol',
  part: 'Part',
  formula: 'Formula',
  code: 'Code',
  table: 'Table',
  poll: 'Poll',
  round: 'Vote',
  timer: 'Timer',
}

export default {
  workshop: { tray: 'Parts and symbols', wiring: 'Connections' },
  title: (project: string) => `Board: ${project}`,
  back: 'Back to the project',
  opening: 'Opening the board…',
  board: 'Board',
  look: 'You can look',
  lookNow: 'From now on you can only look.',
  writeNow: 'From now on you can write on the board.',
  versions: 'Versions',
  export: 'Save as a file',
  tools: {
    label: 'Board tools',
    select: 'Select',
    hand: 'Hand: move the paper',
    note: 'New note',
    text: 'Text',
    shape: 'Shape',
    connector: 'Connector',
    pen: 'Draw',
    frame: 'Frame',
    picture: 'Picture from this device',
    stamp: 'Stamp',
    more: 'More tools',
    undo: 'Undo what I did',
    redo: 'Redo what I did',
    menu: 'Board menu',
    letGo: (label: string) => `${label}: press again to put it down`,
    key: (name: string, key: string) => `${name} (${key})`,
  },
  colour,
  kind,
  card: { task: 'Task', page: 'Notebook page', file: 'File', record: 'Portfolio record', board: 'Board', project: 'Project' },
  coming: 'The picture is on its way',
  stamp: {
    star: 'Star',
    tick: 'Done',
    question: 'Question',
    heart: 'Like',
    thumb: 'Well done',
    bulb: 'Idea',
    warning: 'Careful',
    fire: 'On fire',
    clock: 'Time',
    target: 'Goal',
    gear: 'In progress',
    thanks: 'Thank you',
  },
  zoom: {
    label: 'Zoom',
    in: 'Larger',
    out: 'Smaller',
    whole: (percent: number) => `${percent}%. Show at true size`,
    fit: 'Show everything',
  },
  note: {
    list: 'Things on the board',
    label: (of: { kind: Kind; colour: NoteColour | null; by: string; text: string; n: number; all: number }) =>
      `${kind[of.kind]}${of.colour ? `, ${colour[of.colour]}` : ''}${of.by && `, by ${of.by}`}: ${of.text || 'empty'}, ${of.n} of ${of.all}`,
    unknown: (n: number, all: number) => `Something made with a newer version, ${n} of ${all}`,
    write: 'Text',
    left: (n: number) => count(n, { one: '# letter left', other: '# letters left' }),
    full: (n: number) => `It is full: ${n} letters. Take another one.`,
    place: 'Point to where the note shall go. Enter puts it in the middle.',
  },
  empty: {
    title: 'Nothing here yet',
    add: 'Put down the first note',
    write: 'Press twice for a new note',
    together: 'The team sees everything at once',
    offline: 'No network? Keep writing, it comes together later',
  },
  deleted: (n: number) => (n === 1 ? 'Deleted' : `Deleted: ${n}`),
  missing: 'This part could not be fetched. Check the network and try again.',
  said: {
    theirs: 'Somebody else has changed this since. Their change stays.',
    tooMany: (most: number) => `A board takes at most ${most} things at once. Copy a part of them.`,
    locked: 'This is locked. Unlock it first.',
    nothingToPaste: 'The clipboard holds nothing that a board can show.',
  },
  restore: 'Bring back',
  takenAway: 'Somebody else deleted this. Your text is kept.',
  people: {
    label: (names: string) => `Here now: ${names}`,
    open: 'Who is on the board, and signs to everybody',
    you: 'you',
    more: (n: number) => `+${n}`,
    came: (name: string, n: number) => `${name} added ${things(n)}`,
    removed: (name: string, n: number) => `${name} deleted ${things(n)}`,
    somebody: 'Somebody',
  },
  live: { on: 'Connected', off: 'Not connected' },
  offline: 'No internet. Keep working, everything stays on this device.',
  save: {
    label: 'Is my work saved?',
    saved: 'Saved',
    saving: 'Saving…',
    waiting: (n: number) =>
      n > 0 ? `Saved on this device, ${count(n, { one: '# change waits', other: '# changes wait' })}` : 'Saved on this device',
    waitingShort: (n: number) => (n > 0 ? `On this device: ${n}` : 'On this device'),
    failed: 'Not saved!',
    savedMore: 'Everything is on the server. You may close the board.',
    savingMore: 'The changes are on their way to the server. It takes a moment.',
    waitingMore: (n: number) =>
      `${n > 0 ? `On this device: ${changes(n)}. ` : ''}When the network returns, everything goes to the server by itself. Do not clear the browser’s data before that.`,
    failedMore:
      'Your work is being written neither to the server nor to this device. Do not close the page. Check the network and the free space, and copy what matters.',
    full: (n: number) => `It is full: ${n} letters. Take another one.`,
    fullMore:
      'There is no room on this device and no way to the server. Do not close the page. Free some space, or save the work to a file.',
  },
  closed: { kept: (n: number) => `On this device and not yet on the server: ${changes(n)}.` },
} satisfies typeof ru
