import type { Measure } from '../core/lines.ts'
import type { Letters, Line, Surface } from '../core/surface.ts'
import type { Rect } from '../core/geometry.ts'
import { codeFamily, family, weights } from './look.ts'

// What XML has no place for, at any cost: control characters, halves of pairs, and the two that are no characters.
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string) => text.replace(unwritable, '').replace(/[&<>"']/g, (letter) => entities[letter] ?? '')

const n = (value: number) => String(Math.round(value * 1000) / 1000)
const anchors = { left: '', middle: ' text-anchor="middle"', right: ' text-anchor="end"' } as const

/** `rgb(13 18 22 / 7%)` is younger than most programs that open an SVG. */
const paintOf = (name: 'fill' | 'stroke', colour: string) => {
  const [, r, g, b, alpha] = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(colour) ?? []
  if (alpha === undefined) return ` ${name}="${escaped(colour)}"`
  return ` ${name}="rgb(${r},${g},${b})" ${name}-opacity="${Number(alpha) / 100}"`
}

const lineOf = ({ colour, width, dash, cap }: Line) =>
  [
    ' fill="none"',
    paintOf('stroke', colour),
    ` stroke-width="${n(width)}" stroke-linejoin="round"`,
    cap === 'round' ? ' stroke-linecap="round"' : '',
    dash && dash.length > 0 ? ` stroke-dasharray="${dash.map(n).join(' ')}"` : '',
  ].join('')

export interface SvgMeans {
  readonly measure: Measure
  /** What stands at an address, as a data: URL; null leaves the picture out, for nothing may be fetched from elsewhere. */
  readonly pictureOf: (url: string) => string | null
}

/** Writes elements to the end of `out`. */
export const svgSurface = (out: string[], { measure, pictureOf }: SvgMeans): Surface => {
  let alpha = 1
  const put = (element: string) => out.push(alpha < 1 ? element.replace(/^<\w+/, `$& opacity="${n(alpha)}"`) : element)
  const pressed = (words: string, { size, most }: Letters) =>
    most !== undefined && measure(words) * size > most ? ` textLength="${n(most)}" lengthAdjust="spacingAndGlyphs"` : ''
  return {
    rect: (x, y, w, h, colour) => {
      put(`<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}"${paintOf('fill', colour)}/>`)
    },
    box: (x, y, w, h, line) => {
      const [half, inner] = [line.width / 2, (side: number) => n(Math.max(0, side - line.width))]
      put(`<rect x="${n(x + half)}" y="${n(y + half)}" width="${inner(w)}" height="${inner(h)}"${lineOf(line)}/>`)
    },
    fill: ({ d }, colour) => {
      put(`<path d="${escaped(d)}"${paintOf('fill', colour)}/>`)
    },
    stroke: ({ d }, line) => {
      put(`<path d="${escaped(d)}"${lineOf(line)}/>`)
    },
    text: (words, x, y, letters) => {
      const { size, colour, bold, align = 'left', face } = letters
      const font = `${face === 'code' ? ` font-family="${codeFamily}"` : ''}${bold ? ` font-weight="${weights.label}"` : ''}`
      const place = `x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${anchors[align]}`
      put(`<text ${place}${font}${pressed(words, letters)}${paintOf('fill', colour)}>${escaped(words)}</text>`)
    },
    picture: ({ url }, x, y, w, h) => {
      const data = pictureOf(url)
      if (!data) return
      const place = `x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" preserveAspectRatio="none"`
      put(`<image ${place} href="${escaped(data)}" xlink:href="${escaped(data)}"/>`)
    },
    at: (x, y, within, { sx = 1, sy = 1, turn = 0 } = {}) => {
      const before = alpha
      const turned = turn ? ` rotate(${n(turn)})` : ''
      const stretched = sx !== 1 || sy !== 1 ? ` scale(${n(sx)} ${n(sy)})` : ''
      out.push(`<g transform="translate(${n(x)} ${n(y)})${turned}${stretched}">`)
      within()
      out.push('</g>')
      alpha = before
    },
    // Not every program mixes colours: a marker is then so thin that the words beneath it are read.
    veil: (to, mix) => {
      alpha = mix ? Math.min(to, 0.4) : to
    },
  }
}

export interface SvgSheet {
  readonly part: Rect
  readonly title: string
  readonly language: string
  /** Rules of a stylesheet that bring the letters along. */
  readonly fonts: string
}

/** A whole file around what has been painted. The letters come along; where a program passes them over, the next best stand there. */
export const svgOf = ({ part, title, language, fonts }: SvgSheet, painted: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="${escaped(language)}"`,
    ` width="${n(part.w)}" height="${n(part.h)}" viewBox="${[part.x, part.y, part.w, part.h].map(n).join(' ')}"`,
    ` font-family="${family}" font-weight="${weights.text}" xml:space="preserve">`,
    `<title>${escaped(title)}</title>`,
    fonts && `<style>${escaped(fonts)}</style>`,
    ...painted,
    '</svg>\n',
  ].join('')
