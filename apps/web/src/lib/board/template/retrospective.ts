import type { NewThing } from '@sheber/document/thing'
import { Draft, full, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [column, pitch, tall] = [480, 520, 520]
const columns = [
  ['keep', 'green', 'green'],
  ['change', 'orange', 'pink'],
  ['try', 'blue', 'blue'],
] as const

export const retrospective = ({ retrospective: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  for (const [i, [which, tint, paper]] of columns.entries()) {
    const x = margin + i * pitch
    draft.part(w[which].name, w[which].prompt, [x, top, column, tall], tint)
    for (const side of [0, 1]) draft.note('', [x + 20 + side * 225, top + tall - 225, 210, 205], paper)
  }
  const look = { fill: 'yellow', form: 'rounded', size: 26, align: 'left', ink: 'yellow', width: 3 } as const
  draft.box(w.agree, [margin, top + tall + 24, full, 160], look)
  return draft.things
}
