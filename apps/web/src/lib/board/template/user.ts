import type { NewThing } from '@sheber/document/thing'
import { Draft, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [side, tall, right, half] = [600, 245, 960, 750]

/** Written after a talk with a real person, not instead of it. */
export const user = ({ user: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  const low = top + tall + 16
  draft.part(w.says.name, w.says.prompt, [margin, top, side, tall], 'blue')
  draft.part(w.thinks.name, w.thinks.prompt, [right, top, side, tall], 'violet')
  draft.part(w.does.name, w.does.prompt, [margin, low, side, tall], 'yellow')
  draft.part(w.feels.name, w.feels.prompt, [right, low, side, tall], 'orange')
  draft.box(w.person, [660, 290, 280, 250], { form: 'ellipse', fill: 'white', ink: 'blue', width: 3, size: 24 })
  draft.part(w.hurts.name, w.hurts.prompt, [margin, low + tall + 16, half, 185], 'red')
  draft.part(w.helps.name, w.helps.prompt, [margin + half + 20, low + tall + 16, half, 185], 'green')
  return draft.things
}
