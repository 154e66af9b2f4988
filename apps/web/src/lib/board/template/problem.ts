import type { NewThing } from '@sheber/document/thing'
import { Draft, margin, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const [left, note, pitch] = [290, 390, 430]

/** Roots below, fruit above: read upwards, each line says "therefore". */
export const problem = ({ problem: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  const levels = [
    [w.levels.effects, 172],
    [w.levels.problem, 384],
    [w.levels.causes, 548],
    [w.levels.roots, 740],
  ] as const
  for (const [level, y] of levels) draft.text(level, margin, y, 220, 24, { ink: 'blue' })
  const row = (prompts: readonly string[], y: number, h: number, fill: 'pink' | 'yellow' | 'blue') =>
    prompts.map((prompt, i) => draft.note(prompt, [left + i * pitch, y, note, h], fill))
  const effects = row(w.effects, 165, 150, 'pink')
  const trunk = draft.box(w.problem, [left, 375, 2 * pitch + note, 104], { fill: 'red', form: 'rounded', size: 30, ink: 'red', width: 3 })
  const causes = row(w.causes, 540, 140, 'yellow')
  const roots = row(w.roots, 732, 140, 'blue')
  const part = (i: number) => (i * pitch + note / 2) / (2 * pitch + note)
  for (const [i, id] of effects.entries()) draft.line([trunk, part(i), 0], [id, 0.5, 1])
  for (const [i, id] of causes.entries()) draft.line([id, 0.5, 0], [trunk, part(i), 1])
  for (const [i, id] of roots.entries()) draft.line([id, 0.5, 0], [causes[i] ?? trunk, 0.5, 1])
  return draft.things
}
