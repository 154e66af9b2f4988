import type { Named } from '../command/names.ts'
import { commands, type CommandName } from '../core/commands.ts'
import type { Editor } from '../core/editor.ts'
import type { Added } from './deeds.ts'
import type { Deed } from './keys.ts'
import type { Laid } from './laying.ts'
import type { OutlineWords } from './words.ts'

/** Commands of the board that the menu of a row keeps together, one press further. */
export type Section = keyof OutlineWords['sections']

type Where =
  /** In the menu, by the name that it has on the canvas. */
  | { readonly section: Section }
  /** In the menu, by a name and a way of the list's own. */
  | { readonly deed: keyof OutlineWords['deeds'] }
  /** Among what is added. */
  | { readonly add: Added | Laid }
  | { readonly key: Deed }
  /** Always there, above and below the rows. */
  | { readonly bar: 'undo' | 'redo' | 'bin' | 'find' | 'close' }
  /** Why the list has no use for it. */
  | { readonly not: string }

const forHand = { not: 'It says what a hand or a mouse does on the paper; the list has no hand.' } as const
const forEye = { not: 'It moves the eye over the paper; the list is read from its first row to the last.' } as const
const ofPage = {
  not: 'It belongs to the page and not to a thing; its button stands in the bar of the board, its name in the palette.',
} as const

const inSection = (section: Section) => ({ section }) as const

/**
 * Every command of the board, and where the list has it. What is not named here does not compile: whoever adds a command to
 * the canvas says how the same is done by reading.
 */
export const whereOf = {
  select: forHand,
  lasso: forHand,
  hand: forHand,
  keep: forHand,
  grid: forHand,
  snap: forHand,
  laser: forHand,
  eraser: { deed: 'remove' },
  pen: { add: 'ink' },
  highlighter: { add: 'ink' },
  note: { add: 'note' },
  text: { add: 'text' },
  shape: { add: 'shape' },
  frame: { add: 'frame' },
  rectangle: { deed: 'look' },
  ellipse: { deed: 'look' },
  diamond: { deed: 'look' },
  arrow: { deed: 'connect' },
  line: { deed: 'connect' },
  join: { deed: 'connect' },
  stamp: { add: 'stamp' },
  dimension: { add: 'piece' },
  image: { add: 'image' },
  link: { add: 'link' },
  card: { add: 'card' },
  poll: { add: 'poll' },
  round: { add: 'round' },
  timer: { add: 'timer' },
  vote: { deed: 'vote' },
  comment: { deed: 'comment' },
  open: { deed: 'open' },
  enter: { deed: 'write' },
  turn: { deed: 'turn' },
  about: { deed: 'about' },
  remove: { deed: 'remove' },
  duplicate: { deed: 'duplicate' },
  fitSelection: { deed: 'show' },
  all: { key: 'all' },
  none: { key: 'none' },
  escape: { key: 'none' },
  undo: { bar: 'undo' },
  redo: { bar: 'redo' },
  bin: { bar: 'bin' },
  find: { bar: 'find' },
  outline: { bar: 'close' },
  cut: inSection('copy'),
  copy: inSection('copy'),
  paste: inSection('copy'),
  copyStyle: inSection('copy'),
  pasteStyle: inSection('copy'),
  connectLeft: inSection('copy'),
  connectRight: inSection('copy'),
  connectUp: inSection('copy'),
  connectDown: inSection('copy'),
  portfolio: inSection('copy'),
  task: inSection('copy'),
  copyBoard: inSection('copy'),
  left: inSection('place'),
  right: inSection('place'),
  up: inSection('place'),
  down: inSection('place'),
  grow: inSection('place'),
  shrink: inSection('place'),
  wide: inSection('place'),
  narrow: inSection('place'),
  turnLeft: inSection('place'),
  turnRight: inSection('place'),
  turnQuarter: inSection('place'),
  flip: inSection('place'),
  group: inSection('arrange'),
  ungroup: inSection('arrange'),
  enframe: inSection('arrange'),
  front: inSection('arrange'),
  forward: inSection('arrange'),
  backward: inSection('arrange'),
  back: inSection('arrange'),
  alignLeft: inSection('arrange'),
  alignCentre: inSection('arrange'),
  alignRight: inSection('arrange'),
  alignTop: inSection('arrange'),
  alignMiddle: inSection('arrange'),
  alignBottom: inSection('arrange'),
  distributeAcross: inSection('arrange'),
  distributeDown: inSection('arrange'),
  sameSize: inSection('arrange'),
  lockPlace: inSection('lock'),
  lockContent: inSection('lock'),
  lockAll: inSection('lock'),
  unlock: inSection('lock'),
  lock: { not: 'One key for two commands, both of which the menu has by their own names.' },
  walkLeft: inSection('walk'),
  walkRight: inSection('walk'),
  walkUp: inSection('walk'),
  walkDown: inSection('walk'),
  fit: forEye,
  zoomIn: forEye,
  zoomOut: forEye,
  zoomWhole: forEye,
  minimap: forEye,
  palette: ofPage,
  help: ofPage,
  present: ofPage,
  junior: ofPage,
  simplify: ofPage,
  letters: ofPage,
  people: ofPage,
} satisfies Record<CommandName | Named, Where>

/** Sections in the order of the menu. */
export const sections = ['arrange', 'place', 'lock', 'copy', 'walk'] as const satisfies readonly Section[]

/** After these one wants another step of the same, so their section stays open. */
export const isRepeated = (name: CommandName) => name in whereOf && 'section' in whereOf[name] && whereOf[name].section === 'place'

const all = Object.entries(whereOf) as readonly (readonly [CommandName, Where])[]

/** With nothing that could be moved the arrows move the paper, which is no deed of the list. */
const isMoving = (name: CommandName) => ['left', 'right', 'up', 'down'].includes(name)

/** What can be done now, by these commands, with what is chosen on the board. */
export const offeredIn = (editor: Editor, section: Section): readonly CommandName[] =>
  all.flatMap(([name, where]) => {
    if (!('section' in where) || where.section !== section) return []
    return commands[isMoving(name) ? 'grow' : name].may(editor) ? [name] : []
  })
