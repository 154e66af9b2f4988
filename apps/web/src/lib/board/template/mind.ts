import type { NewThing } from '@sheber/document/thing'
import { Draft, promptSize, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [w, h] = [240, 92]
const lines = [210, 458, 706]
const colours = ['blue', 'green', 'yellow', 'orange', 'red', 'violet'] as const

/** One thought in the middle; questions lead out of it, and answers out of them. */
export const mind = ({ mind: words }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, words.name)
  draft.head(words.name, words.advice)
  const middle = draft.box(words.middle, [660, 404, 280, 200], { form: 'ellipse', fill: 'blue', ink: 'blue', width: 3, size: 26 })
  for (const [i, fill] of colours.entries()) {
    const isLeft = i % 2 === 0
    const y = lines[Math.floor(i / 2)] ?? 0
    const { ask = '', answer = '' } = words.branches[i] ?? {}
    const branch = draft.box(ask, [isLeft ? 290 : 1070, y, w, h], { form: 'rounded', fill, ink: fill, width: 2.5, size: 24 })
    draft.line([middle, isLeft ? 0 : 1, 0.5], [branch, isLeft ? 1 : 0, 0.5], { route: 'curve', head: 'none', ink: fill, width: 4 })
    draft.text(answer, isLeft ? 40 : 1330, y + 2, 230, promptSize, { align: isLeft ? 'right' : 'left', ink: 'grey' })
  }
  return draft.things
}
