import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const base = css.slice(0, css.indexOf('@media'))

/** A token's value by day and by night. */
const token = (name: string): [string, string] => {
  const found = new RegExp(`--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`).exec(base)
  if (!found) throw new Error(`no token ${name}`)
  return [found[1] ?? found[3] ?? '', found[2] ?? found[3] ?? '']
}

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const measure = (front: string, back: string, theme: 0 | 1) => contrast(token(front)[theme], token(back)[theme])

const texts = ['ink', 'quiet', 'primary', 'primary-deep', 'accent', 'success', 'warning', 'danger']
const tones = Array.from({ length: 8 }, (_, n) => `tone-${n}`)
const notes = ['yellow', 'blue', 'green', 'pink', 'violet', 'white'].map((colour) => `note-${colour}`)

describe.each([
  { name: 'by day', theme: 0 },
  { name: 'by night', theme: 1 },
] as const)('colours $name', ({ theme }) => {
  it.each(texts.flatMap((text) => ['paper', 'surface', 'sunk'].map((ground) => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(measure(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each([
    ['on-primary', 'primary'],
    ['on-primary', 'primary-deep'],
    ['ink', 'primary-tint'],
    ['primary', 'primary-tint'],
    ['accent', 'accent-tint'],
    ['ink', 'warning-tint'],
    ['ink', 'danger-tint'],
    ['danger', 'danger-tint'],
    ...tones.map((tone) => ['surface', tone]),
  ] as [string, string][])('%s can be read on %s', (front, back) => {
    expect(measure(front, back, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it('borders and the focus ring can be seen', () => {
    for (const ground of ['paper', 'surface']) {
      expect(measure('edge', ground, theme)).toBeGreaterThanOrEqual(3)
      expect(measure('focus', ground, theme)).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(notes)('ink on %s is at least 10:1', (note) => {
    expect(measure('note-ink', note, theme)).toBeGreaterThanOrEqual(10)
  })
})
