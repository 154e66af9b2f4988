import { commands } from './core/commands.ts'
import type { Editor } from './core/editor.ts'

interface Command {
  (editor: Editor, shift: boolean): unknown
  /** Whether it would do anything at this moment. */
  may?: (editor: Editor) => boolean
}

const known: Readonly<Record<string, Command | undefined>> = commands

/** What cannot be done now is not offered. */
export const mayObey = (editor: Editor, name: string): boolean => {
  const command = known[name]
  return command !== undefined && (command.may?.(editor) ?? true)
}

export const obey = (editor: Editor, name: string): unknown => (mayObey(editor, name) ? known[name]?.(editor, false) : undefined)
