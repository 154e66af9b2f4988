import { commands } from './core/commands.ts'
import type { Editor } from './core/editor.ts'

interface Command {
  (editor: Editor, shift?: boolean): unknown
  may(editor: Editor): boolean
}

const known: Readonly<Record<string, Command | undefined>> = commands

/** What cannot be done now is not offered. */
export const mayObey = (editor: Editor, name: string): boolean => known[name]?.may(editor) ?? false

export const obey = (editor: Editor, name: string): unknown => known[name]?.(editor)
