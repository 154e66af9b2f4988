import { noteColours, paints, type NoteColour, type PaintName } from '@sheber/document/colour'
import { lineHeight, remembered, type Widths } from './core/lines.ts'
import type { Look } from './core/look.ts'

const sampleSize = 100

/** A ruler for words: a canvas of its own, so that nobody else changes its letters. */
export const createWidths = (): Widths => {
  const ctx = document.createElement('canvas').getContext('2d')
  const { family, weight } = letters()
  return remembered((text) => {
    if (!ctx) return text.length * 0.55
    ctx.font = `${weight} ${sampleSize}px ${family}`
    return ctx.measureText(text).width / sampleSize
  })
}

const letters = () => {
  const style = getComputedStyle(document.documentElement)
  return { family: style.fontFamily, weight: style.getPropertyValue('--weight-text').trim() || '450' }
}

const readBaseline = (font: string) => {
  const ctx = document.createElement('canvas').getContext('2d')
  if (!ctx) return 1
  ctx.font = font
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = ctx.measureText('Ө')
  return (lineHeight - (above + below) / sampleSize) / 2 + above / sampleSize
}

/** By any notation of CSS: a canvas gives it back as #rrggbb. */
const isDark = (colour: string) => {
  const ctx = document.createElement('canvas').getContext('2d')
  if (!ctx) return false
  ctx.fillStyle = colour
  const [red = 255, green = 255, blue = 255] = ctx.fillStyle.match(/[0-9a-f]{2}/gi)?.map((part) => parseInt(part, 16)) ?? []
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128
}

/** Asked for, or forced by the system: a canvas is not recoloured by it as the page is, and helps itself. */
const strongly = '(prefers-contrast: more), (forced-colors: active)'

/** The tokens as they are now; to be read again when the theme changes. */
export const readLook = (): Look => {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const { family, weight } = letters()
  const label = token('--weight-label')
  const fonts = new Map<number, string>()
  const font: Look['font'] = (size, bold = false, face = 'words') => {
    if (bold || face === 'code') return `${bold ? label : weight} ${size}px ${face === 'code' ? 'ui-monospace, monospace' : family}`
    let known = fonts.get(size)
    if (known === undefined) fonts.set(size, (known = `${weight} ${size}px ${family}`))
    return known
  }
  return {
    paper: token('--paper'),
    grid: token('--grid'),
    edge: token('--line'),
    quiet: token('--quiet'),
    ink: token('--note-ink'),
    shadow: 'rgb(13 18 22 / 7%)',
    primary: token('--primary'),
    surface: token('--surface'),
    inks: Object.fromEntries(paints.map((paint) => [paint, token(`--ink-${paint}`)])) as Record<PaintName, string>,
    tints: Object.fromEntries(paints.map((paint) => [paint, token(`--tint-${paint}`)])) as Record<PaintName, string>,
    fills: Object.fromEntries(noteColours.map((fill) => [fill, token(`--note-${fill}`)])) as Record<NoteColour, string>,
    dark: isDark(token('--paper')),
    strong: matchMedia(strongly).matches,
    font,
    baseline: readBaseline(`${weight} ${sampleSize}px ${family}`),
  }
}

/** Calls when the colours may have changed: by the device, or by the person's choice on <html>. */
export const watchLook = (changed: () => void): (() => void) => {
  const queries = ['(prefers-color-scheme: dark)', strongly].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
    chosen.disconnect()
  }
}
