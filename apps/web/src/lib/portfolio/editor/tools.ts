import BoldSign from '@lucide/svelte/icons/bold'
import CodeSign from '@lucide/svelte/icons/code'
import BlockSign from '@lucide/svelte/icons/square-code'
import FirstHeading from '@lucide/svelte/icons/heading-1'
import SecondHeading from '@lucide/svelte/icons/heading-2'
import ItalicSign from '@lucide/svelte/icons/italic'
import ListSign from '@lucide/svelte/icons/list'
import NumbersSign from '@lucide/svelte/icons/list-ordered'
import QuoteSign from '@lucide/svelte/icons/text-quote'
import StrikeSign from '@lucide/svelte/icons/strikethrough'
import TableSign from '@lucide/svelte/icons/table'
import type { LucideIcon } from '@lucide/svelte'
import type { Command, EditorState } from 'prosemirror-state'
import { putTable, turnBullets, turnCode, turnHeading, turnMark, turnNumbers, turnQuote } from './commands.ts'
import { isThere } from './state.ts'

export interface Tool {
  readonly name: 'bold' | 'italic' | 'strike' | 'code' | 'heading2' | 'heading3' | 'bullets' | 'numbers' | 'quote' | 'codeBlock' | 'table'
  readonly icon: LucideIcon
  /** As a keyboard has it; shown beside the name. */
  readonly keys: string
  readonly on: (state: EditorState) => boolean
  readonly turn: Command
}

export const tools: readonly Tool[] = [
  {
    name: 'heading2',
    icon: FirstHeading,
    keys: 'Ctrl+Alt+2',
    on: (state) => isThere(state, 'heading', { level: 2 }),
    turn: turnHeading(2),
  },
  {
    name: 'heading3',
    icon: SecondHeading,
    keys: 'Ctrl+Alt+3',
    on: (state) => isThere(state, 'heading', { level: 3 }),
    turn: turnHeading(3),
  },
  { name: 'bold', icon: BoldSign, keys: 'Ctrl+B', on: (state) => isThere(state, 'bold'), turn: turnMark('bold') },
  {
    name: 'italic',
    icon: ItalicSign,
    keys: 'Ctrl+I',
    on: (state) => isThere(state, 'italic'),
    turn: turnMark('italic'),
  },
  {
    name: 'strike',
    icon: StrikeSign,
    keys: 'Ctrl+Shift+S',
    on: (state) => isThere(state, 'strike'),
    turn: turnMark('strike'),
  },
  {
    name: 'bullets',
    icon: ListSign,
    keys: 'Ctrl+Shift+8',
    on: (state) => isThere(state, 'bulletList'),
    turn: turnBullets,
  },
  {
    name: 'numbers',
    icon: NumbersSign,
    keys: 'Ctrl+Shift+7',
    on: (state) => isThere(state, 'orderedList'),
    turn: turnNumbers,
  },
  {
    name: 'quote',
    icon: QuoteSign,
    keys: 'Ctrl+Shift+B',
    on: (state) => isThere(state, 'blockquote'),
    turn: turnQuote,
  },
  { name: 'code', icon: CodeSign, keys: 'Ctrl+E', on: (state) => isThere(state, 'code'), turn: turnMark('code') },
  {
    name: 'codeBlock',
    icon: BlockSign,
    keys: 'Ctrl+Alt+C',
    on: (state) => isThere(state, 'codeBlock'),
    turn: turnCode,
  },
  {
    name: 'table',
    icon: TableSign,
    keys: '',
    on: (state) => isThere(state, 'table'),
    turn: putTable(3, 3),
  },
]
