import type { NewThing } from '@sheber/document/thing'
import { Draft, full, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [task, way, ways] = [320, 300, 4]
const [head, row] = [54, 120]

/** Every task with all its ways: a solution is one way out of each row. */
export const morphology = ({ morphology: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  const heads = [w.task, ...Array.from({ length: ways }, (_, i) => w.way(i + 1))]
  draft.table(margin, top, [task, ...heads.slice(1).map(() => way)], [head, ...w.rows.map(() => row)], [heads, ...w.rows])
  draft.box(w.choice, [margin, top + head + w.rows.length * row + 30, full, 130], {
    fill: 'yellow',
    form: 'rounded',
    size: 26,
    align: 'left',
  })
  return draft.things
}
