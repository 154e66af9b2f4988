import type { NewThing } from '@sheber/document/thing'
import { Draft, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [label, wish, test] = [220, 640, 660]
const [head, row] = [54, 108]

/** A wish without a test is not yet a requirement. */
export const requirements = ({ requirements: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  const bands = [
    [w.must, 'red'],
    [w.should, 'orange'],
    [w.could, 'green'],
  ] as const
  for (const [i, [band, fill]] of bands.entries()) {
    draft.box(band.name, [margin, top + head + i * 2 * row, label, 2 * row], { fill, size: 28 })
  }
  draft.box('', [margin, top, label, head], { fill: 'ink' })
  const rows = bands.flatMap(([{ wish: prompt, test: check }]) => [[prompt, check], []])
  draft.table(margin + label, top, [wish, test], [head, ...bands.flatMap(() => [row, row])], [[w.wish, w.test], ...rows])
  return draft.things
}
