import { lineHeight } from '../core/lines.ts'
import type { Look } from '../core/look.ts'

/** Of Onest, in letters' sizes: how far its letters reach above and below the line they stand on. */
const above = 0.97
const below = 0.305

export const family = `'Onest', 'Onest fallback', system-ui, sans-serif`
export const codeFamily = 'ui-monospace, monospace'
export const weights = { text: 450, label: 600 } as const

/**
 * The light theme of ui/tokens.css, whatever theme the screen has: paper is white, and ink is not to be wasted on a night sky.
 * Written out, because outside a page there is no stylesheet to ask; a test holds the two together.
 */
export const paperLook: Look = {
  paper: '#fbfaf7',
  grid: 'transparent',
  edge: '#ddd9cf',
  quiet: '#51606b',
  ink: '#1d2a33',
  shadow: 'rgb(13 18 22 / 7%)',
  primary: '#0b6e99',
  surface: '#ffffff',
  fills: { yellow: '#ffe58a', blue: '#bfe3ff', green: '#c9efc4', pink: '#ffd0dc', violet: '#dfd3ff', white: '#ffffff' },
  inks: {
    ink: '#1d2a33',
    grey: '#66747e',
    red: '#b3261e',
    orange: '#a8480b',
    yellow: '#8a6a00',
    green: '#177645',
    blue: '#0b6e99',
    violet: '#6a45a8',
    white: '#ffffff',
  },
  tints: {
    ink: '#cfd5d9',
    grey: '#eceef0',
    red: '#fbdcd9',
    orange: '#fde3d0',
    yellow: '#fff2bf',
    green: '#d5f0de',
    blue: '#d3ebf7',
    violet: '#e6dcf9',
    white: '#ffffff',
  },
  font: (size, bold, face) => `${bold ? weights.label : weights.text} ${size}px ${face === 'code' ? codeFamily : family}`,
  baseline: (lineHeight - (above + below)) / 2 + above,
}
