import type { NewThing } from '@sheber/document/thing'
import { Draft, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [label, week, weeks] = [360, 145, 8]
const [head, row] = [50, 94]
/** From which week, and for how many, each stage goes on. */
const spans = [
  [0, 2, 'blue'],
  [1, 2, 'violet'],
  [2, 3, 'green'],
  [4, 2, 'orange'],
  [5, 2, 'yellow'],
  [7, 1, 'red'],
] as const

export const plan = ({ plan: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  const left = margin + label
  const foot = top + head + spans.length * row
  draft.box(w.stage, [margin, top, label, head], { fill: 'ink' })
  for (let i = 0; i < weeks; i++) {
    draft.box(w.week(i + 1), [left + i * week, top, week, head], { fill: 'ink' })
    draft.box('', [left + i * week, top + head, week, foot - top - head], { fill: i % 2 === 0 ? 'white' : 'grey', width: 1 })
  }
  for (const [i, [from, long, fill]] of spans.entries()) {
    const y = top + head + i * row
    draft.box(w.stages[i] ?? '', [margin, y, label, row], { fill: 'white', align: 'left', size: 24 })
    draft.box(w.who, [left + from * week + 6, y + 18, long * week - 12, row - 36], { form: 'rounded', fill, ink: fill, width: 2.5 })
  }
  const flag = (after: number, text: string) => {
    const x = left + after * week
    draft.box('', [x - 22, foot + 18, 44, 44], { form: 'diamond', fill: 'red', ink: 'red' })
    draft.text(text, x - 22 - 330, foot + 25, 320, 24, { align: 'right' })
  }
  flag(4, w.middle)
  flag(weeks - 0.2, w.end)
  return draft.things
}
