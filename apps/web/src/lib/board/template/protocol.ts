import type { NewThing } from '@sheber/document/thing'
import { Draft, full, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const widths = [80, 360, 340, 340, 400]
const [field, head, row, trials] = [88, 54, 64, 5]

/** One thing is changed at a time; what was expected is written down before it is measured. */
export const protocol = ({ protocol: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  for (const [i, prompt] of w.fields.entries()) {
    const place = [margin + (i % 2) * (full / 2), top + Math.floor(i / 2) * field, full / 2, field] as const
    draft.box(prompt, place, { fill: 'white', align: 'left' })
  }
  const table = top + 2 * field + 20
  const rows = Array.from({ length: trials }, (_, i) => [`${i + 1}`, ...(i === 0 ? w.example : [])])
  draft.table(margin, table, widths, [head, ...rows.map(() => row)], [['№', ...w.columns], ...rows])
  const look = { fill: 'green', form: 'rounded', ink: 'green', size: 24, align: 'left' } as const
  draft.box(w.conclusion, [margin, table + head + trials * row + 20, full, 116], look)
  return draft.things
}
