/**
 * Stands for lib0/environment, of which Yjs and its line ask where they run: the whole reads `localStorage` while a board is being
 * opened, a question to another process that the page waits for.
 */
export const [isBrowser, isNode] = [true, false]
export const getVariable = (): null => null
