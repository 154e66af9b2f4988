import type { Asked } from '../asked.ts'
import type { Editor } from '../editor.ts'
import type { Item } from '../kind.ts'
import { canHold } from '../landing.ts'
import { opens } from '../opens.ts'
import { command, withSome, writes } from './command.ts'

type Wordless = { [K in keyof Asked]: undefined extends Asked[K] ? K : never }[keyof Asked]

/** What the interface answers; where nobody does, the key keeps what it means to the browser. */
const ask = (name: Wordless) =>
  command(
    (editor) => editor.isAnswered(name),
    (editor) => editor.ask(name),
  )

const askToWrite = (name: Wordless) =>
  command(
    (editor) => writes(editor) && editor.isAnswered(name),
    (editor) => editor.ask(name),
  )

const toOpen = (editor: Editor) => {
  const [only, ...others] = editor.selectedItems()
  return only && others.length === 0 && opens(only.thing) ? only : null
}

const toJoin = (editor: Editor): Item | null => {
  const [only, ...others] = editor.selectedItems()
  return only && others.length === 0 && canHold(only) ? only : null
}

/** What is written on it may be a thing to do. */
const isSheet = ({ thing }: Item) => thing.kind === 'note' || thing.kind === 'text' || thing.kind === 'shape'

export const asking = {
  palette: ask('palette'),
  find: ask('find'),
  help: ask('help'),
  outline: ask('outline'),
  minimap: ask('minimap'),
  grid: askToWrite('grid'),
  snap: askToWrite('snap'),
  image: askToWrite('image'),
  link: askToWrite('link'),
  card: askToWrite('card'),
  poll: askToWrite('poll'),
  round: askToWrite('round'),
  timer: askToWrite('timer'),
  vote: askToWrite('vote'),
  open: command(
    (editor) => editor.isAnswered('open') && toOpen(editor) !== null,
    (editor) => {
      const item = toOpen(editor)
      if (item) editor.ask('open', { id: item.id })
    },
  ),
  about: command(
    (editor) => editor.selection.size > 0 && editor.isAnswered('about'),
    (editor) => editor.ask('about'),
  ),
  portfolio: command(
    (editor) => withSome(editor) && editor.isAnswered('portfolio'),
    (editor) => editor.ask('portfolio'),
  ),
  task: command(
    (editor) => writes(editor) && editor.isAnswered('task') && editor.selectedItems().some(isSheet),
    (editor) => editor.ask('task'),
  ),
  join: command(
    (editor) => writes(editor) && editor.isAnswered('join') && toJoin(editor) !== null,
    (editor) => editor.ask('join'),
  ),
  bin: ask('bin'),
  copyBoard: ask('copyBoard'),
}

export const isAsking = (name: string): name is keyof typeof asking => Object.hasOwn(asking, name)
