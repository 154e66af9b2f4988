/**
 * Stands for lib0/logging, of which Yjs needs two words: the whole brings a builder of pages and a checker of schemas along,
 * 2.5 kB of a board's weight. Both words are warnings; colours are left out.
 */
export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', '']
export const warn = (...said: unknown[]): void => console.warn(...said)
export { warn as print }
