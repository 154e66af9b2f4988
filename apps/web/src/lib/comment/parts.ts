/** What travels together once somebody wants to see comments. */
export { default as Panel } from './Panel.svelte'
export { default as Pins } from './Pins.svelte'
export { Threads } from './threads.svelte.ts'
