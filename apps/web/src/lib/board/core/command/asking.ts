import { always, command, writes } from './command.ts'

/** What the interface answers. */
export const asking = {
  palette: command(always, (editor) => editor.ask('palette')),
  find: command(always, (editor) => editor.ask('find')),
  help: command(always, (editor) => editor.ask('help')),
  outline: command(always, (editor) => editor.ask('outline')),
  minimap: command(always, (editor) => editor.ask('minimap')),
  grid: command(writes, (editor) => editor.ask('grid')),
  snap: command(writes, (editor) => editor.ask('snap')),
  image: command(writes, (editor) => editor.ask('image')),
  link: command(writes, (editor) => editor.ask('link')),
}
