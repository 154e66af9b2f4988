/** Stands for lib0/logging, of which Yjs needs two words; the whole brings a builder of pages and a checker of schemas along. */
export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', '']
export const print = (...words: unknown[]): void => console.log(words.join(''))
export const warn = (...words: unknown[]): void => console.warn(words.join(''))
