import type { NoteColour } from '@sheber/contract/board'

export type { NoteColour }

// The type alone: the contract's own list would bring its schema library into the browser.
const every = { yellow: true, blue: true, green: true, pink: true, violet: true, white: true } satisfies Record<NoteColour, true>

/** In the order in which they are offered. */
export const noteColours = Object.keys(every) as NoteColour[]
