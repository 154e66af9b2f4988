import type { NewThing } from '@sheber/document/thing'
import { Draft, full, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [left, gap, tall, inset] = [720, 20, 700, 20]
const [x, wide] = [margin + left + gap, full - left - gap]
const [row, note] = [(tall - 2 * gap) / 3, 180]
const words = wide - note - 3 * inset
const [heading, prompt] = [32, 24]

/** For the youngest: a large place to draw on, three short questions, a note for each. */
export const first = ({ first: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  draft.part(w.draw.name, w.draw.prompt, [margin, top, left, tall], 'white', { heading, prompt })
  for (const [i, [which, tint, paper]] of (
    [
      ['what', 'yellow', 'yellow'],
      ['parts', 'blue', 'blue'],
      ['came', 'green', 'green'],
    ] as const
  ).entries()) {
    const y = top + i * (row + gap)
    draft.box('', [x, y, wide, row], { fill: tint, form: 'rounded' })
    draft.text(w[which].name, x + inset, y + inset, words, heading)
    draft.text(w[which].prompt, x + inset, y + inset + heading * 1.5, words, prompt)
    draft.note('', [x + wide - note - inset, y + (row - note) / 2, note, note], paper)
  }
  return draft.things
}
