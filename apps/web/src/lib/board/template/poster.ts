import type { NewThing } from '@sheber/document/thing'
import { Draft, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [wide, high, side, half] = [850, 1680, 770, 375]
const letters = { heading: 36, prompt: 26 }

/** A stand's poster in its real size, one unit to the millimetre: read from three steps away. */
export const poster = ({ poster: { name, title, team, parts } }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, name, [wide, high], 1)
  draft.box(title, [40, 40, side, 200], { fill: 'blue', form: 'rounded', ink: 'blue', width: 4, size: 54 })
  draft.text(team, 40, 260, side, 30, { align: 'middle', ink: 'grey' })
  const { problem, idea, works, results, learned, thanks } = parts
  draft.part(problem.name, problem.prompt, [40, 340, half, 330], 'red', letters)
  draft.part(idea.name, idea.prompt, [435, 340, half, 330], 'yellow', letters)
  draft.part(works.name, works.prompt, [40, 690, side, 420], 'white', letters)
  draft.part(results.name, results.prompt, [40, 1130, half, 330], 'green', letters)
  draft.part(learned.name, learned.prompt, [435, 1130, half, 330], 'violet', letters)
  draft.part(thanks.name, thanks.prompt, [40, 1480, side, 160], 'grey', letters)
  return draft.things
}
