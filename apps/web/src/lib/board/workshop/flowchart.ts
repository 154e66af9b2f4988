import { circle, drawSign, rect } from './symbol.ts'

/** Signs of flowcharts after ISO 5807, and the blocks of a robot: their words stand within them. */

const [w, h] = [160, 80]

const around = [
  ['top', w / 2, 0],
  ['right', w, h / 2],
  ['bottom', w / 2, h],
  ['left', 0, h / 2],
] as const

const closed = (group: 'flowchart' | 'robot', outline: string, more = '') =>
  drawSign(group)(w, h, { d: outline + more, open: outline, ports: around, inside: true })

const flow = (outline: string, more = '') => closed('flowchart', outline, more)
const whole = rect(0, 0, w, h)

/** A block with a small drawing in its corner, that says what it does. */
const block = (drawing: string) =>
  closed('robot', 'M8 0H152A8 8 0 0 1 160 8V72A8 8 0 0 1 152 80H8A8 8 0 0 1 0 72V8A8 8 0 0 1 8 0Z', drawing)

export const flowchart = {
  terminator: flow('M40 0H120A40 40 0 0 1 120 80H40A40 40 0 0 1 40 0Z'),
  process: flow(whole),
  decision: flow('M80 0L160 40L80 80L0 40Z'),
  data: drawSign('flowchart')(w, h, {
    d: 'M24 0H160L136 80H0Z',
    open: 'M24 0H160L136 80H0Z',
    inside: true,
    ports: [
      ['top', 92, 0],
      ['right', 148, 40],
      ['bottom', 68, 80],
      ['left', 12, 40],
    ],
  }),
  document: drawSign('flowchart')(w, h, {
    d: 'M0 0H160V68C120 54 100 62 80 70C56 79 30 82 0 70Z',
    open: 'M0 0H160V68C120 54 100 62 80 70C56 79 30 82 0 70Z',
    inside: true,
    ports: [
      ['top', 80, 0],
      ['right', 160, 40],
      ['bottom', 80, 70],
      ['left', 0, 40],
    ],
  }),
  predefined: flow(whole, 'M16 0V80M144 0V80'),
  onPage: drawSign('flowchart')(56, 56, {
    d: circle(28, 28, 28),
    open: circle(28, 28, 28),
    inside: true,
    ports: [
      ['top', 28, 0],
      ['right', 56, 28],
      ['bottom', 28, 56],
      ['left', 0, 28],
    ],
  }),
  delay: flow('M0 0H120A40 40 0 0 1 120 80H0Z'),
  manualInput: drawSign('flowchart')(w, h, {
    d: 'M0 24L160 0V80H0Z',
    open: 'M0 24L160 0V80H0Z',
    inside: true,
    ports: [
      ['top', 80, 12],
      ['right', 160, 40],
      ['bottom', 80, 80],
      ['left', 0, 52],
    ],
  }),
  stored: drawSign('flowchart')(w, h, {
    d: 'M18 0H160A50 50 0 0 0 160 80H18A50 50 0 0 1 18 0Z',
    open: 'M18 0H160A50 50 0 0 0 160 80H18A50 50 0 0 1 18 0Z',
    inside: true,
    ports: [
      ['top', 80, 0],
      ['right', 140, 40],
      ['bottom', 80, 80],
      ['left', 0, 40],
    ],
  }),
}

export const robot = {
  controller: block(`${rect(10, 10, 14, 14)}M7 13H10M7 17H10M7 21H10M24 13H27M24 17H27M24 21H27`),
  sensor: block(`${circle(12, 20, 3)}M18 13A9 9 0 0 1 18 27M22 9A14 14 0 0 1 22 31`),
  actuator: block(`${circle(18, 18, 9)}M18 18L24 12M18 9V5M27 18H31M18 27V31M9 18H5`),
  power: block('M20 6L10 20H17L14 32L26 16H19Z'),
  driver: block('M8 8V28L26 18ZM26 18H32'),
  radio: block('M18 34V20M12 14A8 8 0 0 1 24 14M8 10A14 14 0 0 1 28 10M14 34H22'),
  camera: block(`M8 12H14L16 8H22L24 12H30V28H8Z${circle(19, 20, 5)}`),
  wheel: block(`${circle(19, 19, 12)}${circle(19, 19, 4)}M19 7V15M19 23V31M7 19H15M23 19H31`),
}
