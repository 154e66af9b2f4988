import type { Colour } from './part.ts'

/** A part keeps its colours in every theme, as a photograph does. */
export const colours: Readonly<Record<Colour | 'rim' | 'pad' | 'hole', string>> = {
  teal: '#00737a',
  blue: '#22609f',
  navy: '#23405f',
  green: '#226a48',
  red: '#a23a34',
  black: '#24292d',
  white: '#f1efe8',
  silver: '#b9c0c5',
  chip: '#343b41',
  gold: '#c4a24a',
  glass: '#a9cbd8',
  rim: '#5d6870',
  pad: '#e2c363',
  hole: '#3c444a',
}

const light: ReadonlySet<Colour> = new Set(['white', 'silver', 'gold', 'glass'])

/** Letters that can be read on it. */
export const lettersOn = (colour: Colour) => (light.has(colour) ? '#22292e' : '#f7f8f8')
