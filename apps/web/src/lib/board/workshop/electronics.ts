import { circle, drawSign, rect, tip } from './symbol.ts'

/** Signs of circuit diagrams after IEC 60617. Two legs lie at the middle of the left and right edge, 80 apart. */

const sign = drawSign('electronics')

const legs = [
  ['1', 0, 20],
  ['2', 80, 20],
] as const
const poles = [
  ['+', 0, 20],
  ['−', 80, 20],
] as const
const diodeLegs = [
  ['A', 0, 20],
  ['K', 80, 20],
] as const
const body = 'M0 20H20M60 20H80'
const resistor = `${body}${rect(20, 11, 40, 18)}`
const diode = 'M0 20H80M28 8L52 20L28 32ZM52 8V32'
const round = (letter: string, r = 18) => ({
  d: `M0 20H${40 - r}M${40 + r} 20H80${circle(40, 20, r)}`,
  ports: legs,
  letters: [[letter, 40, 26.5, 18]] as const,
})
const transistor = `M0 40H30M30 20V60M30 32L60 14V0M30 48L60 66V80${circle(40, 40, 30)}`
const transistorPorts = [
  ['B', 0, 40],
  ['C', 60, 0],
  ['E', 60, 80],
] as const

export const electronics = {
  resistor: sign(80, 40, { d: resistor, ports: legs }),
  potentiometer: sign(80, 40, {
    d: `${resistor}M40 40V31`,
    solid: tip(40, 29, -90, 8),
    ports: [...legs, ['W', 40, 40]],
  }),
  thermistor: sign(80, 40, { d: `${resistor}M18 38H26L58 4`, letters: [['θ', 66, 12, 12]], ports: legs }),
  photoresistor: sign(80, 40, {
    d: `${resistor}M24 0L32 8M36 0L44 8`,
    solid: tip(33, 9, 45, 6) + tip(45, 9, 45, 6),
    ports: legs,
  }),
  fuse: sign(80, 40, { d: `M0 20H80${rect(20, 11, 40, 18)}`, ports: legs }),
  capacitor: sign(80, 40, { d: 'M0 20H35M45 20H80M35 4V36M45 4V36', ports: legs }),
  electrolytic: sign(80, 40, { d: `M0 20H32M48 20H80${rect(32, 4, 6, 32)}M22 6V14M18 10H26`, solid: rect(42, 4, 6, 32), ports: poles }),
  inductor: sign(80, 40, {
    d: 'M0 20H16A6 6 0 0 1 28 20A6 6 0 0 1 40 20A6 6 0 0 1 52 20A6 6 0 0 1 64 20H80',
    ports: legs,
  }),
  transformer: sign(80, 80, {
    d: 'M0 8H28V16A6 6 0 0 1 28 28A6 6 0 0 1 28 40A6 6 0 0 1 28 52A6 6 0 0 1 28 64V72H0M80 8H52V16A6 6 0 0 0 52 28A6 6 0 0 0 52 40A6 6 0 0 0 52 52A6 6 0 0 0 52 64V72H80M38 14V66M42 14V66',
    ports: [
      ['1', 0, 8],
      ['2', 0, 72],
      ['3', 80, 8],
      ['4', 80, 72],
    ],
  }),
  crystal: sign(80, 40, { d: `M0 20H28M52 20H80M28 6V34M52 6V34${rect(34, 6, 12, 28)}`, ports: legs }),
  diode: sign(80, 40, { d: diode, ports: diodeLegs }),
  zener: sign(80, 40, { d: `${diode}M52 8H44`, ports: diodeLegs }),
  led: sign(80, 52, {
    d: 'M0 32H80M28 20L52 32L28 44ZM52 20V44M46 18L55 9M56 22L65 13',
    solid: tip(58, 6, -45, 6) + tip(68, 10, -45, 6),
    ports: [
      ['A', 0, 32],
      ['K', 80, 32],
    ],
  }),
  npn: sign(80, 80, { d: transistor, solid: tip(54, 62.4, 31, 9), ports: transistorPorts }),
  pnp: sign(80, 80, {
    d: transistor,
    solid: tip(34, 50.4, 211, 9),
    ports: transistorPorts,
  }),
  nmosfet: sign(80, 80, {
    d: `M0 54H26V26M32 22V32M32 35V45M32 48V58M32 27H60V0M32 40H60M32 53H60V80M60 40V53${circle(42, 40, 30)}`,
    solid: tip(33, 40, 180, 9),
    ports: [
      ['G', 0, 54],
      ['D', 60, 0],
      ['S', 60, 80],
    ],
  }),
  opamp: sign(96, 80, {
    d: 'M16 4V76L80 40ZM0 24H16M0 56H16M80 40H96M48 22V8M48 58V72M22 24H30M22 56H30M26 52V60',
    ports: [
      ['−', 0, 24],
      ['+', 0, 56],
      ['OUT', 96, 40],
      ['V+', 48, 8],
      ['V−', 48, 72],
    ],
  }),
  switch: sign(80, 40, { d: `M0 20H20M60 20H80M22 18L60 4${circle(22, 20, 2.5)}${circle(58, 20, 2.5)}`, ports: legs }),
  pushButton: sign(80, 40, {
    d: `M0 26H20M60 26H80M18 16H62M40 16V4M32 4H48${circle(22, 26, 2.5)}${circle(58, 26, 2.5)}`,
    ports: [
      ['1', 0, 26],
      ['2', 80, 26],
    ],
  }),
  relay: sign(96, 88, {
    d: `M24 0V32M24 88V56${rect(8, 32, 32, 24)}M40 44H44M48 44H52M56 44H60M72 88V60L62 26M80 0V26H72M56 0V20`,
    ports: [
      ['A1', 24, 0],
      ['A2', 24, 88],
      ['COM', 72, 88],
      ['NC', 80, 0],
      ['NO', 56, 0],
    ],
  }),
  motor: sign(80, 40, round('M')),
  lamp: sign(80, 40, { d: `M0 20H22M58 20H80${circle(40, 20, 18)}M27.3 7.3L52.7 32.7M52.7 7.3L27.3 32.7`, ports: legs }),
  buzzer: sign(80, 48, {
    d: 'M20 40V28H60V40M20 28A20 20 0 0 1 60 28M0 40H30V28M80 40H50V28',
    ports: [
      ['+', 0, 40],
      ['−', 80, 40],
    ],
  }),
  battery: sign(80, 40, { d: 'M0 20H30M30 4V36M36 12V28M44 4V36M50 12V28M50 20H80M14 6V14M10 10H18', ports: poles }),
  ground: sign(48, 40, { d: 'M24 0V16M4 16H44M11 24H37M18 32H30', ports: [['GND', 24, 0]] }),
  supply: sign(48, 40, { d: 'M24 40V10M14 20L24 8L34 20', ports: [['V+', 24, 40]] }),
  connector: sign(48, 40, { d: `M48 20H22${circle(16, 20, 6)}`, ports: [['1', 48, 20]] }),
  voltmeter: sign(80, 40, round('V')),
  ammeter: sign(80, 40, round('A')),
}
