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
import { leaveRoom, type Editor } from './open.ts'

export interface Tool {
  readonly name: 'bold' | 'italic' | 'strike' | 'code' | 'heading2' | 'heading3' | 'bullets' | 'numbers' | 'quote' | 'codeBlock' | 'table'
  readonly icon: LucideIcon
  /** As a keyboard has it; shown beside the name. */
  readonly keys: string
  on(editor: Editor): boolean
  turn(editor: Editor): void
}

export const tools: readonly Tool[] = [
  {
    name: 'heading2',
    icon: FirstHeading,
    keys: 'Ctrl+Alt+2',
    on: (e) => e.isActive('heading', { level: 2 }),
    turn: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'heading3',
    icon: SecondHeading,
    keys: 'Ctrl+Alt+3',
    on: (e) => e.isActive('heading', { level: 3 }),
    turn: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  { name: 'bold', icon: BoldSign, keys: 'Ctrl+B', on: (e) => e.isActive('bold'), turn: (e) => e.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    icon: ItalicSign,
    keys: 'Ctrl+I',
    on: (e) => e.isActive('italic'),
    turn: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    name: 'strike',
    icon: StrikeSign,
    keys: 'Ctrl+Shift+S',
    on: (e) => e.isActive('strike'),
    turn: (e) => e.chain().focus().toggleStrike().run(),
  },
  {
    name: 'bullets',
    icon: ListSign,
    keys: 'Ctrl+Shift+8',
    on: (e) => e.isActive('bulletList'),
    turn: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    icon: NumbersSign,
    keys: 'Ctrl+Shift+7',
    on: (e) => e.isActive('orderedList'),
    turn: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    icon: QuoteSign,
    keys: 'Ctrl+Shift+B',
    on: (e) => e.isActive('blockquote'),
    turn: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  { name: 'code', icon: CodeSign, keys: 'Ctrl+E', on: (e) => e.isActive('code'), turn: (e) => e.chain().focus().toggleCode().run() },
  {
    name: 'codeBlock',
    icon: BlockSign,
    keys: 'Ctrl+Alt+C',
    on: (e) => e.isActive('codeBlock'),
    turn: (e) => e.chain().focus().toggleCodeBlock().run(),
  },
  {
    name: 'table',
    icon: TableSign,
    keys: '',
    on: (e) => e.isActive('table'),
    turn: (e) => {
      e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
      leaveRoom(e)
    },
  },
]
