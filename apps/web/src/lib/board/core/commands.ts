import { arranging } from './command/arranging.ts'
import { asking } from './command/asking.ts'
import { changing } from './command/changing.ts'
import { choosing } from './command/choosing.ts'
import type { Command } from './command/command.ts'
import { copying } from './command/copying.ts'
import { grouping } from './command/grouping.ts'
import { looking } from './command/looking.ts'
import { stepping } from './command/stepping.ts'
import { styling } from './command/styling.ts'
import { walking } from './command/walking.ts'

export { addNoteAt, addNoteHere } from './command/adding.ts'
export { bringBack, removeSelected } from './command/removing.ts'
export { fit, show } from './command/looking.ts'
export { paintSelected, style } from './command/styling.ts'

/** What can be done on a board by a key, a button or a menu, by name. */
export const commands = {
  ...choosing,
  ...changing,
  ...copying,
  ...grouping,
  ...arranging,
  ...stepping,
  ...styling,
  ...walking,
  ...looking,
  ...asking,
} satisfies Record<string, Command>

export type CommandName = keyof typeof commands
