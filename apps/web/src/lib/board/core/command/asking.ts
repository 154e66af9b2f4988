import type { Asked } from '../asked.ts'
import { command, writes } from './command.ts'

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
  about: command(
    (editor) => editor.selection.size > 0 && editor.isAnswered('about'),
    (editor) => editor.ask('about'),
  ),
  bin: ask('bin'),
  copyBoard: ask('copyBoard'),
}

export const isAsking = (name: string) => Object.hasOwn(asking, name)
