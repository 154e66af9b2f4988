import type { NewThing } from '@sheber/document/thing'
import { Draft, margin, top, type Hand } from './draft.ts'
import type { TemplateWords } from './words.ts'

const widths = [170, 110, 170, 110, 140]
const left = 1600 - margin - 700
const [head, row, rows] = [54, 78, 7]

/** The drawing for the eye, the list of wires for the hand that solders. */
export const wiring = ({ wiring: w }: TemplateWords, hand: Hand): NewThing[] => {
  const draft = new Draft(hand, w.name)
  draft.head(w.name, w.advice)
  const part = (
    text: string,
    x: number,
    y: number,
    fill: 'yellow' | 'blue' | 'green' | 'orange',
    size: readonly [number, number] = [230, 96],
  ) => draft.box(text, [x, y, ...size], { form: 'rounded', fill, ink: fill, width: 2.5, size: 24 })
  const power = part(w.power, 425, top, 'yellow')
  const brain = part(w.controller, 400, 390, 'blue', [280, 190])
  const sensors = w.sensors.map((sensor, i) => part(sensor, margin, 380 + i * 114, 'green'))
  const motors = w.motors.map((motor, i) => part(motor, 280 + i * 270, 712, 'orange'))
  const wire = { route: 'elbow', head: 'dot', width: 2.5 } as const
  draft.line([power, 0.5, 1], [brain, 0.5, 0], { ...wire, ink: 'red', text: '5 V' })
  for (const [i, id] of sensors.entries()) draft.line([id, 1, 0.5], [brain, 0, 0.2 + i * 0.6], { ...wire, ink: 'green', text: `A${i}` })
  for (const [i, id] of motors.entries())
    draft.line([brain, 0.25 + i * 0.5, 1], [id, 0.5, 0], { ...wire, ink: 'orange', text: `D${9 + i}` })
  draft.text(w.safety, margin, 828, 800, 22, { ink: 'red' })
  draft.table(left, top, widths, [head, ...Array.from({ length: rows }, () => row)], [w.columns, w.example])
  draft.text(w.check, left, top + head + rows * row + 20, 700, 22, { ink: 'grey' })
  return draft.things
}
