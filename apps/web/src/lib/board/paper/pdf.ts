import fontkit from '@pdf-lib/fontkit'
import {
  beginText,
  clip,
  concatTransformationMatrix,
  drawObject,
  drawSvgPath,
  endPath,
  endText,
  fill,
  LineCapStyle,
  LineJoinStyle,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  setCharacterSqueeze,
  setFillingRgbColor,
  setFontAndSize,
  setGraphicsState,
  setLineJoin,
  setTextMatrix,
  showText,
  StandardFonts,
  type PDFFont,
  type PDFImage,
  type PDFName,
  type PDFOperator,
  type PDFPage,
} from 'pdf-lib'
import type { Letters, Surface } from '../core/surface.ts'
import type { Rect } from '../core/geometry.ts'
import type { Measure } from '../core/lines.ts'
import { pointsPerMm, type Page } from './page.ts'

/** Letters as a TrueType file has them. */
export interface FontFiles {
  readonly text: Uint8Array
  readonly label: Uint8Array
}

/** A letter that Onest does not have, an emoji mostly, as a small picture of its own. */
export interface LetterPicture {
  readonly png: Uint8Array
  /** In letters' sizes: how wide it is, how high, and how far it reaches below the line. */
  readonly w: number
  readonly h: number
  readonly below: number
}

export interface PictureFile {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
}

export interface PdfMeans {
  readonly fonts: FontFiles
  readonly measure: Measure
  readonly title: string
  readonly language: string
  /** Fetched before, by the address that a Picture has. */
  readonly pictures: ReadonlyMap<string, PictureFile>
  /** By colour and letter, as `strangerOf` names them. */
  readonly strangers: ReadonlyMap<string, LetterPicture>
}

const splitter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export const strangerOf = (letter: string, colour: string) => `${colour} ${letter}`

/** Marks that say how the letter before them looks, and are none themselves. */
const silent = /\u200d|[\u200b\u200c\u200e\u200f\u2060]|[\ufe00-\ufe0f]/g

/** Which letters of a line the font has none of. Asked before the pages are written, so that pictures of them can be made. */
export const strangersIn = (words: string, file: Uint8Array): string[] => {
  const known = glyphsOf(file)
  return Array.from(splitter.segment(words), ({ segment }) => segment).filter((letter) => !known(letter))
}

const files = new WeakMap<Uint8Array, (letter: string) => boolean>()

const glyphsOf = (file: Uint8Array) => {
  let known = files.get(file)
  if (!known) {
    const font = fontkit.create(file) as { hasGlyphForCodePoint(point: number): boolean }
    known = (letter) => Array.from(letter.replace(silent, '')).every((one) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
    files.set(file, known)
  }
  return known
}

interface Colour {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
}

const black: Colour = { r: 0, g: 0, b: 0, alpha: 1 }

/** `#rgb`, `#rrggbb`, `rgb(13 18 22 / 7%)`: what tokens and documents have. */
export const colourOf = (css: string): Colour => {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(css) ?? []
  if (hex) {
    const [r = 0, g = 0, b = 0] = (hex.length === 3 ? [...hex].map((one) => one + one) : (hex.match(/../g) ?? [])).map((two) =>
      parseInt(two, 16),
    )
    return { r: r / 255, g: g / 255, b: b / 255, alpha: 1 }
  }
  const [, r, g, b, alpha] = /^rgb\((\d+)[ ,]+(\d+)[ ,]+(\d+)(?: \/ ([\d.]+)%)?\)$/.exec(css) ?? []
  return r === undefined ? black : { r: Number(r) / 255, g: Number(g) / 255, b: Number(b) / 255, alpha: alpha ? Number(alpha) / 100 : 1 }
}

interface Run {
  readonly words: string
  readonly stranger: LetterPicture | null
  /** In letters' sizes. */
  readonly wide: number
}

/** What is embedded once and used on every page. */
interface Embedded {
  readonly text: PDFFont
  readonly label: PDFFont
  readonly code: PDFFont
  readonly pictures: ReadonlyMap<string, PDFImage>
  readonly strangers: ReadonlyMap<string, PDFImage>
}

/** Writes on a page whose coordinates have been turned to the board's: downwards, in world units. */
const pdfSurface = (page: PDFPage, doc: PDFDocument, embedded: Embedded, means: PdfMeans): Surface => {
  const put = (...operators: (PDFOperator | undefined)[]) => page.pushOperators(...operators.filter((one) => one !== undefined))
  const within = (operators: readonly (PDFOperator | undefined)[]) => put(pushGraphicsState(), ...operators, popGraphicsState())
  let veil = 1
  let mixed: 'multiply' | 'screen' | undefined
  const states = new Map<string, PDFName>()
  const seeThrough = (alpha: number): PDFOperator | undefined => {
    const part = Math.round(alpha * veil * 1000) / 1000
    if (part >= 1 && !mixed) return undefined
    const known = `${part} ${mixed ?? ''}`
    let state = states.get(known)
    if (!state) {
      state = page.node.newExtGState(
        'Veil',
        doc.context.obj({
          Type: 'ExtGState',
          ca: part,
          CA: part,
          BM: mixed === 'multiply' ? 'Multiply' : mixed === 'screen' ? 'Screen' : 'Normal',
        }),
      )
      states.set(known, state)
    }
    return setGraphicsState(state)
  }
  const filled = (css: string) => {
    const { r, g, b, alpha } = colourOf(css)
    return [seeThrough(alpha), setFillingRgbColor(r, g, b)]
  }
  // pdf-lib turns a path upside down, as SVG's are in its world; ours has been turned already.
  const upright = concatTransformationMatrix(1, 0, 0, -1, 0, 0)
  const tinted = (css: string) => {
    const { r, g, b } = colourOf(css)
    return rgb(r, g, b)
  }

  const names = new Map<PDFFont | PDFImage, PDFName>()
  const fontNamed = (font: PDFFont) => {
    let name = names.get(font)
    if (!name) names.set(font, (name = page.node.newFontDictionary('Letters', font.ref)))
    return name
  }
  const imageNamed = (image: PDFImage) => {
    let name = names.get(image)
    if (!name) names.set(image, (name = page.node.newXObject('Picture', image.ref)))
    return name
  }
  // A picture stands on its feet in its own unit square, which is upside down here.
  const image = (picture: PDFImage, x: number, y: number, w: number, h: number) =>
    within([seeThrough(1), concatTransformationMatrix(w, 0, 0, -h, x, y + h), drawObject(imageNamed(picture))])

  /** Onest's own letters for code too, where the typewriter of every reader has none. */
  const faceOf = ({ face, bold }: Letters, words: string) =>
    face === 'code' && /^[\x20-\x7e]*$/.test(words) ? embedded.code : bold ? embedded.label : embedded.text
  const runsOf = (words: string, letters: Letters): Run[] => {
    const known = glyphsOf(letters.bold ? means.fonts.label : means.fonts.text)
    const runs: Run[] = []
    let plain = ''
    const flush = () => {
      if (plain) runs.push({ words: plain, stranger: null, wide: faceOf(letters, words).widthOfTextAtSize(plain, 1) })
      plain = ''
    }
    for (const { segment } of splitter.segment(words)) {
      if (known(segment)) {
        plain += segment.replace(silent, '')
        continue
      }
      const stranger = means.strangers.get(strangerOf(segment, letters.colour))
      flush()
      if (stranger) runs.push({ words: segment, stranger, wide: stranger.w })
      else plain += '?'
    }
    flush()
    return runs
  }

  return {
    rect: (x, y, w, h, colour) => within([...filled(colour), rectangle(x, y, Math.max(0, w), Math.max(0, h)), fill()]),
    box: (x, y, w, h, line) => {
      const half = line.width / 2
      const [right, foot] = [x + w - half, y + h - half]
      const d = `M${x + half} ${y + half}L${right} ${y + half}L${right} ${foot}L${x + half} ${foot}Z`
      const { alpha } = colourOf(line.colour)
      const stroked = drawSvgPath(d, { ...bare, ...strokeOf(line, tinted) })
      within([seeThrough(alpha), setLineJoin(LineJoinStyle.Round), upright, ...stroked])
    },
    fill: ({ d }, colour) => {
      within([seeThrough(colourOf(colour).alpha), upright, ...drawSvgPath(d, { ...bare, color: tinted(colour) })])
    },
    stroke: ({ d }, line) => {
      const stroked = drawSvgPath(d, { ...bare, ...strokeOf(line, tinted) })
      within([seeThrough(colourOf(line.colour).alpha), setLineJoin(LineJoinStyle.Round), upright, ...stroked])
    },
    text: (words, x, y, letters) => {
      const { size, colour, align = 'left', most = Infinity } = letters
      const runs = runsOf(words.replace(/[\t\n\r]/g, ' '), letters)
      const wide = runs.reduce((sum, run) => sum + run.wide, 0) * size
      const squeeze = Math.min(1, most / wide)
      let at = x - (align === 'left' ? 0 : align === 'right' ? wide : wide / 2) * squeeze
      for (const run of runs) {
        if (run.stranger) {
          const { w, h, below } = run.stranger
          const picture = embedded.strangers.get(strangerOf(run.words, colour))
          if (picture) image(picture, at, y - (h - below) * size, w * size * squeeze, h * size)
        } else {
          const font = faceOf(letters, run.words)
          within([
            ...filled(colour),
            beginText(),
            setFontAndSize(fontNamed(font), size),
            squeeze < 1 ? setCharacterSqueeze(squeeze * 100) : undefined,
            setTextMatrix(1, 0, 0, -1, at, y),
            showText(font.encodeText(run.words)),
            endText(),
          ])
        }
        at += run.wide * size * squeeze
      }
    },
    picture: ({ url }, x, y, w, h) => {
      const picture = embedded.pictures.get(url)
      if (picture) image(picture, x, y, w, h)
    },
    at: (x, y, inside, { sx = 1, sy = 1, turn = 0 } = {}) => {
      const [before, mixedBefore] = [veil, mixed]
      const angle = (turn * Math.PI) / 180
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      put(pushGraphicsState(), concatTransformationMatrix(cos * sx, sin * sx, -sin * sy, cos * sy, x, y))
      inside()
      put(popGraphicsState())
      veil = before
      mixed = mixedBefore
    },
    veil: (alpha, mix) => {
      veil = alpha
      mixed = mix
    },
  }
}

const bare = { x: 0, y: 0, scale: undefined, color: undefined, borderColor: undefined, borderWidth: 0 }

const strokeOf = (
  { colour, width, dash = [], cap }: Parameters<Surface['stroke']>[1],
  tinted: (css: string) => ReturnType<typeof rgb>,
) => ({
  borderColor: tinted(colour),
  borderWidth: width,
  borderDashArray: [...dash],
  borderLineCap: cap === 'round' ? LineCapStyle.Round : LineCapStyle.Butt,
})

export interface PdfSheet {
  readonly page: Page
  readonly part: Rect
  /** Of the whole page, margins too; null leaves the paper white. */
  readonly background: string | null
  readonly paint: (surface: Surface) => void
}

/** A document of so many pages. Nothing that lies beyond a part is seen. */
export const pdfOf = async (sheets: readonly PdfSheet[], means: PdfMeans): Promise<Uint8Array<ArrayBuffer>> => {
  const doc = await PDFDocument.create()
  doc.registerFontkit(fontkit)
  doc.setTitle(means.title, { showInWindowTitleBar: true })
  doc.setLanguage(means.language)
  doc.setCreator('Sheber')
  doc.setProducer('Sheber')
  const pictures = new Map<string, PDFImage>()
  for (const [url, { bytes, type }] of means.pictures) {
    pictures.set(url, await (type === 'image/png' ? doc.embedPng(bytes) : doc.embedJpg(bytes)))
  }
  const strangers = new Map<string, PDFImage>()
  for (const [name, { png }] of means.strangers) strangers.set(name, await doc.embedPng(png))
  const embedded = {
    text: await doc.embedFont(means.fonts.text, { subset: true, features: plainLetters }),
    label: await doc.embedFont(means.fonts.label, { subset: true, features: plainLetters }),
    code: await doc.embedFont(StandardFonts.Courier),
    pictures,
    strangers,
  }
  for (const { page: place, part, background, paint } of sheets) {
    const page = doc.addPage([place.w * pointsPerMm, place.h * pointsPerMm])
    if (background) {
      const { r, g, b } = colourOf(background)
      page.pushOperators(setFillingRgbColor(r, g, b), rectangle(0, 0, page.getWidth(), page.getHeight()), fill())
    }
    const scale = place.scale * pointsPerMm
    const [left, top] = [place.x * pointsPerMm, (place.h - place.y) * pointsPerMm]
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(scale, 0, 0, -scale, left - part.x * scale, top + part.y * scale),
      rectangle(part.x, part.y, part.w, part.h),
      clip(),
      endPath(),
    )
    paint(pdfSurface(page, doc, embedded, means))
    page.pushOperators(popGraphicsState())
  }
  return new Uint8Array(await doc.save())
}

/** Letters stand one by one: whoever searches or copies finds them, and no pair of them becomes a third. */
const plainLetters = { liga: false, kern: false, calt: false }
