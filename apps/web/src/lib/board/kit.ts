import './core/tool/all.ts'

/** The tools and what goes with them: the bar, the keys, the clipboard. They come as soon as the paper stands. */
export { attachClipboard } from './clipboard.ts'
export { obeyKeys } from './keyboard.ts'
export { default as Tools } from './Tools.svelte'
