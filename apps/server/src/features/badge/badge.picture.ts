import type { Emblem } from '@sheber/contract/badge'
import { emblemLines } from '@sheber/domain/emblem'
import fontkit from '@pdf-lib/fontkit'
import { readFile } from 'node:fs/promises'
import { fontFile, type Weight } from '../print/print.paper.ts'

/**
 * A badge as a drawing. Its words are drawn as the outlines of their letters: what makes a picture of it has no fonts, and
 * Kazakh letters must be there.
 */
interface Font {
  readonly unitsPerEm: number
  layout(words: string): { glyphs: { path: { toSVG(): string } }[]; positions: { xAdvance: number }[] }
}

const readFont = async (weight: Weight) => fontkit.create(await readFile(fontFile(weight))) as unknown as Font
let fonts: Promise<{ bold: Font; plain: Font }> | null = null
const openFonts = () => (fonts ??= Promise.all([readFont('bold'), readFont('medium')]).then(([bold, plain]) => ({ bold, plain })))

const widthOf = (font: Font, words: string, size: number) =>
  (font.layout(words).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * size) / font.unitsPerEm

/** One line, its middle at x. */
const lineOf = (font: Font, words: string, size: number, x: number, y: number, colour: string): string => {
  const { glyphs, positions } = font.layout(words)
  const scale = size / font.unitsPerEm
  let at = 0
  const paths = glyphs.map(({ path }, n) => {
    const d = path.toSVG()
    const drawn = d ? `<path transform="translate(${at} 0)" d="${d}"/>` : ''
    at += positions[n]?.xAdvance ?? 0
    return drawn
  })
  return `<g fill="${colour}" transform="translate(${(x - (at * scale) / 2).toFixed(2)} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`
}

/** In lines no wider than the badge; what finds no room ends in dots. */
const linesOf = (font: Font, words: string, size: number, width: number, most: number): string[] => {
  const lines: string[] = []
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(font, `${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, most)
  const cut = (line: string, more: boolean): string => {
    if (!more && widthOf(font, line, size) <= width) return line
    let letters = [...line]
    while (letters.length > 1 && widthOf(font, `${letters.join('')}…`, size) > width) letters = letters.slice(0, -1)
    return `${letters.join('').trim()}…`
  }
  return shown.map((line, n) => cut(line, n === most - 1 && lines.length > most))
}

const side = 600
const inner = 500
const colours = { paper: '#fbfaf7', grid: '#e9f0f2', ink: '#1d2a33', quiet: '#51606b', primary: '#0b6e99', accent: '#b8430b' }

const ticks = () =>
  Array.from({ length: 60 }, (_, n) => {
    const angle = (n * Math.PI) / 30
    const [from, to] = [142, n % 5 === 0 ? 156 : 149]
    const point = (r: number) => `${(300 + r * Math.cos(angle)).toFixed(1)} ${(180 + r * Math.sin(angle)).toFixed(1)}`
    return `M${point(from)}L${point(to)}`
  }).join('')

export interface Drawn {
  readonly emblem: Emblem
  readonly title: string
  readonly role: string
  readonly organisation: string
  readonly day: string
}

export const badgeDrawing = async ({ emblem, title, role, organisation, day }: Drawn): Promise<string> => {
  const { bold, plain } = await openFonts()
  const big = linesOf(bold, title, 44, inner, 4).length <= 2
  const size = big ? 44 : 34
  const step = size * 1.2
  const heads = linesOf(bold, title, size, inner, 3)
  let y = 392
  const written = heads.map((line, n) => lineOf(bold, line, size, 300, y + n * step, colours.ink))
  y += (heads.length - 1) * step + 38
  const add = (words: string, most: number, colour: string, font = plain) => {
    for (const line of linesOf(font, words, 23, inner, most)) {
      written.push(lineOf(font, line, 23, 300, y, colour))
      y += 30
    }
  }
  if (role) add(role, 1, colours.accent, bold)
  add(organisation, heads.length > 2 ? 1 : 2, colours.quiet)
  written.push(lineOf(plain, day, 20, 300, 574, colours.quiet))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">
<defs><pattern id="paper" width="24" height="24" patternUnits="userSpaceOnUse"><path d="M24 0H0V24" fill="none" stroke="${colours.grid}"/></pattern></defs>
<rect width="600" height="600" rx="36" fill="${colours.paper}"/><rect width="600" height="600" rx="36" fill="url(#paper)"/>
<rect x="2" y="2" width="596" height="596" rx="34" fill="none" stroke="${colours.primary}" stroke-width="4"/>
<path d="${ticks()}" stroke="${colours.accent}" stroke-width="3" fill="none"/>
<circle cx="300" cy="180" r="132" fill="${colours.primary}"/>
<path transform="translate(300 180) scale(1.75)" d="${emblemLines[emblem]}" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
${written.join('\n')}
</svg>`
}
