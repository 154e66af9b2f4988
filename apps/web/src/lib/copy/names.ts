/** How the copy of a jury's page lies on a device: told to the page that keeps it and to the worker that answers with it. */

/** What everybody's page is made of: scripts, styles and letters, under names that say what is in them. Holds nothing of anybody. */
export const shellName = 'sheber-shell'

const copies = 'sheber-copy-'
/** What one sign-in keeps. */
export const copyName = (key: string): string => `${copies}${key}`
export const isCopy = (name: string): boolean => name.startsWith(copies)

/** A day of judging and the evening before it; longer, nobody can take back what they allowed. */
export const copyHours = 36
/** On a page that was kept: until when it may be shown, in milliseconds. */
export const untilHeader = 'x-kept-until'

export const workerAddress = '/service-worker.js'
/** Where the worker looks at all: other pages neither wait for it nor are kept. */
export const workerScope = '/jury/'

export const isKeptPage = (path: string): boolean => /^\/jury\/[0-9a-z]+$/.test(path)
export const isShell = (path: string): boolean => path.startsWith('/_app/immutable/')
export const isKeptPicture = (path: string): boolean => /^\/e\/[^/]+\/[^/]+\/picture\/[^/]+\/320\.webp$/.test(path)
