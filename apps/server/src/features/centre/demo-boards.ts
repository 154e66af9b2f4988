import type { NoteColour } from '@sheber/contract/board'
import { addNote, openBoard } from '@sheber/document/board'
import { noteSize } from '@sheber/document/thing'
import type * as Y from 'yjs'
import { boat } from './demo-board-boat.ts'
import { glider } from './demo-board-glider.ts'
import { greenhouse } from './demo-board-greenhouse.ts'
import { robot } from './demo-board-robot.ts'
import { weather } from './demo-board-weather.ts'
import type { projects } from './demo-projects.ts'

/** Notes that belong together lie together, under a heading. */
export interface DemoCluster {
  readonly title: string
  readonly colour: NoteColour
  readonly daysAgo: number
  readonly notes: readonly (readonly [author: string, text: string])[]
}
export type DemoBoard = readonly DemoCluster[]

export const boards: Readonly<Record<keyof typeof projects, DemoBoard>> = { weather, glider, robot, boat, greenhouse }

export interface Placed {
  readonly id: string
  readonly author: string
  readonly text: string
  readonly colour: NoteColour
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly daysAgo: number
}

const gap = 24
const step = noteSize + gap
const clusterWidth = 2 * step + 3 * gap
const headingHeight = 80
const columns = 3

/** No hand lays notes with a ruler: a few units aside, always the same. */
const aside = (n: number) => ((n * 37) % 13) - 6

/** Three clusters beside each other, two notes in a row; the row below begins under the longest. */
export const placeNotes = (board: DemoBoard): Placed[] => {
  const heights = board.map(({ notes }) => headingHeight + gap + Math.ceil(notes.length / 2) * step)
  return board.flatMap(({ title, colour, daysAgo, notes }, at) => {
    const row = Math.floor(at / columns)
    const x = (at % columns) * clusterWidth
    const above = Array.from({ length: row }, (_, r) => Math.max(...heights.slice(r * columns, (r + 1) * columns)) + 2 * gap)
    const y = above.reduce((sum, height) => sum + height, 0)
    const common = { colour, daysAgo }
    const heading = {
      ...common,
      id: `demo-heading-${at}`,
      author: notes[0]?.[0] ?? '',
      text: title,
      x,
      y,
      w: 2 * step - gap,
      h: headingHeight,
    }
    const placed = notes.map(([author, text], n) => ({
      ...common,
      id: `demo-note-${at}-${n}`,
      author,
      text,
      x: x + (n % 2) * step + aside(at + 5 * n),
      y: y + headingHeight + gap + Math.floor(n / 2) * step + aside(3 * at + n),
      w: noteSize,
      h: noteSize,
    }))
    return [heading, ...placed]
  })
}

/** Draws what is not there yet, so that it may be asked for twice. */
export const drawNotes = (doc: Y.Doc, notes: readonly Placed[], by: string, at: (daysAgo: number) => number): void => {
  const board = openBoard(doc)
  for (const { author: _, daysAgo, ...note } of notes) {
    if (!board.el.has(note.id)) addNote(board, { ...note, by, at: at(daysAgo) })
  }
}
