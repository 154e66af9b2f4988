/** How copies of pages lie on a device: told to the pages that keep them and to the worker that answers with them. */

/** What everybody's page is made of: scripts, styles and letters, under names that say what is in them. Holds nothing of anybody. */
export const shellName = 'sheber-shell'

const copies = 'sheber-copy-'
/** What one sign-in keeps. */
export const copyName = (key: string): string => `${copies}${key}`
export const isCopy = (name: string): boolean => name.startsWith(copies)

/** Pages that may be kept. */
interface Place {
  /** Where the worker looks at all: other pages neither wait for it nor are kept. Absent: the page itself and what lies below it. */
  readonly scope?: string
  readonly page: RegExp
  /** Longer, nobody can take back what they allowed. */
  readonly hours: number
}

const places: readonly Place[] = [
  // A day of judging and the evening before it.
  { scope: '/jury/', page: /^\/jury\/[0-9a-z]+$/, hours: 36 },
  // From one week's meeting to the next: what lies on the board itself is kept longer, for its team alone (`lib/engine`).
  { scope: '/board/', page: /^\/board\/[0-9a-z]+$/, hours: 192 },
  // Of a notebook: at the bench where something is measured there is often no network.
  { scope: '/notebook/', page: /^\/notebook\/[0-9a-z]+$/, hours: 192 },
  // What is to be done in a project: its other pages are read where there is a network.
  { page: /^\/project\/[0-9a-z]+\/task$/, hours: 192 },
]

export const placeOf = (path: string): Place | undefined => places.find(({ page }) => page.test(path))
export const isKeptPage = (path: string): boolean => placeOf(path) !== undefined

/** On a page that was kept: until when it may be shown, in milliseconds. */
export const untilHeader = 'x-kept-until'

/** Beside each page lies what it needs besides its own words. */
const beside = '/kept-with'
export const besideOf = (path: string): string => `${path}${beside}`
export const isBeside = (path: string): boolean => path.endsWith(beside)

export const workerAddress = '/service-worker.js'

export const isShell = (path: string): boolean => path.startsWith('/_app/immutable/')
export const isKeptPicture = (path: string): boolean => /^\/e\/[^/]+\/[^/]+\/picture\/[^/]+\/320\.webp$/.test(path)
