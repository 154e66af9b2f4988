import type { NewThing } from '@sheber/document/thing'
import { Draft, full, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [half, right, quarter] = [740, 820, 365]

/** What gets better makes something else worse; the ideal result has only the first. */
export const contradiction = ({ contradiction: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  draft.text(w.left, margin, top, half, 28, { ink: 'blue' })
  const deed = draft.box(w.deed, [margin, top + 50, half, 110], { fill: 'grey', form: 'rounded', size: 24 })
  const better = draft.box(w.better, [margin, top + 225, 355, 170], { fill: 'green', form: 'rounded', ink: 'green', size: 24 })
  const worse = draft.box(w.worse, [margin + 385, top + 225, 355, 170], { fill: 'red', form: 'rounded', ink: 'red', size: 24 })
  draft.line([deed, 0.24, 1], [better, 0.5, 0], { ink: 'green', width: 3 })
  draft.line([deed, 0.76, 1], [worse, 0.5, 0], { ink: 'red', width: 3 })
  draft.text(w.right, right, top, half, 28, { ink: 'blue' })
  draft.box(w.ideal, [right, top + 50, half, 140], { fill: 'blue', form: 'rounded', ink: 'blue', width: 3, size: 26 })
  draft.box(w.resources, [right, top + 225, half, 170], { fill: 'yellow', form: 'rounded', size: 24 })
  draft.text(w.part, margin, top + 424, full, 26, { ink: 'blue' })
  const colours = ['violet', 'green', 'yellow', 'pink'] as const
  for (const [i, fill] of colours.entries()) draft.note(w.ways[i] ?? '', [margin + i * (quarter + 20), top + 476, quarter, 210], fill)
  return draft.things
}
