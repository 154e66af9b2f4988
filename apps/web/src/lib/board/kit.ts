import './core/tool/all.ts'

/** What works behind the bar of tools: the tools themselves, the keys, the clipboard. It comes when it is first wanted, or at leisure. */
export { attachClipboard } from './clipping.ts'
export { default as Closed } from './Closed.svelte'
export { default as Drafts } from './Drafts.svelte'
export { obeyKeys } from './keyboard.ts'
export { obey } from './obey.ts'
