/** What opens when it is asked for. */
export { default as About } from './About.svelte'
export { default as Bin } from './Bin.svelte'
export { default as Copy } from './Copy.svelte'
export { default as Credits } from './Credits.svelte'
