import { readBoard } from '@sheber/document/board'
import type { Thing } from '@sheber/document/thing'
import type { Doc } from 'yjs'

/** What went at one moment by one hand. */
export interface Step {
  readonly key: string
  /** Milliseconds since 1970, as the document has it. */
  readonly at: number
  readonly things: readonly Thing[]
}

/** Words on the bare paper that never were written. */
const isNothing = ({ kind, text }: Thing) => kind === 'text' && !text.trim()

/** The last first. */
export const stepsIn = (doc: Doc): Step[] => {
  const steps = new Map<string, { at: number; things: Thing[] }>()
  for (const thing of readBoard(doc).deleted) {
    if (!thing.deleted || isNothing(thing)) continue
    const { by, at } = thing.deleted
    const step = steps.get(`${at} ${by}`) ?? { at, things: [] }
    step.things.push(thing)
    steps.set(`${at} ${by}`, step)
  }
  return [...steps].map(([key, step]) => ({ key, ...step })).sort((a, b) => b.at - a.at)
}

/** As many of the steps as it takes to show so many things. */
export const firstOf = (steps: readonly Step[], most: number): readonly Step[] => {
  let count = 0
  const end = steps.findIndex(({ things }) => (count += things.length) >= most)
  return end < 0 ? steps : steps.slice(0, end + 1)
}
