/** Files out and in: nothing here is needed before the first drag, so the board fetches all of it when it is first asked for. */
export { default as Export } from './Export.svelte'
export { readBoardFile, writeBoardFile, type Credit, type Hand } from './file.ts'
export { readOutside, type Outside, type Receiver } from './outside.ts'
export { loadPaperWords, type PaperWords } from './words.ts'
