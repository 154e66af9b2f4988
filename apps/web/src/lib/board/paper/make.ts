import { fileFieldsOf } from '@sheber/document/copy'
import type { Thing } from '@sheber/document/thing'
import type { Item, PenWords, Pictures } from '../core/kind.ts'
import type { Measure } from '../core/lines.ts'
import type { Scene } from '../core/scene.ts'
import { canvasSurface, type Picture, type Surface } from '../core/surface.ts'
import { toBase64 } from './base64.ts'
import { cutAll, cutChosen, cutFrame, framesOf, paintCut, vectorZoom, type Cut, type Inking } from './cut.ts'
import { writeBoardFile, type Credit, type HeldFile } from './file.ts'
import { fontFiles, fontRules } from './fonts.ts'
import { gatheringSurface, type Written } from './gather.ts'
import { family, paperLook, weights } from './look.ts'
import { pageOf, type Paper } from './page.ts'
import type { LetterPicture, PictureFile } from './pdf.ts'
import { pixelsOf } from './png.ts'
import { svgOf, svgSurface } from './svg.ts'
import { titled } from './titles.ts'

export const formats = ['png', 'svg', 'pdf', 'json', 'excalidraw'] as const
export type Format = (typeof formats)[number]

export interface Choice {
  readonly what: 'all' | 'chosen' | 'frames'
  /** Of the things chosen, or of the frames. */
  readonly ids: ReadonlySet<string>
  readonly format: Format
  readonly scale: number
  readonly paper: Paper
  readonly background: boolean
}

export interface Source {
  readonly scene: Scene
  /** Of the project: the name of the file, the title in it. */
  readonly title: string
  readonly language: string
  /** A person's name by id; '' for none shown. */
  readonly nameOf: (id: string) => string
  /** The largest picture that there is of a file. */
  readonly urlOf: (file: string) => string
  /** The file itself, for what is no picture. */
  readonly wholeOf: (file: string) => string
  readonly said: PenWords
  /** What a frame without a name is called. */
  readonly frameName: (n: number) => string
  readonly copied: readonly Credit[]
}

export interface Made {
  readonly files: readonly File[]
  /** Pictures that could not be fetched. */
  readonly missing: number
  /** Things that the file cannot hold. */
  readonly left: number
  /** Files of a board for which its own had no room. */
  readonly heavy?: number
}

/** What may go wrong and has words of its own. */
export type Trouble = 'empty' | 'noFrame' | 'large' | 'memory' | 'fonts' | 'clipboard'

export class PaperTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

export const cutsOf = ({ scene, title, frameName }: Source, { what, ids }: Pick<Choice, 'what' | 'ids'>): Cut[] => {
  if (what === 'frames') {
    const named = framesOf(scene).map((frame, i) => ({ frame, name: frame.thing.text.split('\n')[0]?.trim() || frameName(i + 1) }))
    return named.filter(({ frame }) => ids.has(frame.id)).map(({ frame, name }) => cutFrame(scene, frame, name))
  }
  const cut = what === 'all' ? cutAll(scene, title) : cutChosen(scene, ids, title)
  return cut ? [cut] : []
}

/** Without what a file system or a web address has other plans for. */
export const fileName = (title: string, ending: string) => {
  const plain = title
    .replace(/[\\/:*?"<>|%#]|\p{Cc}|\p{Cs}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${Array.from(plain).slice(0, 80).join('').trim() || 'Sheber'}.${ending}`
}

const blobAt = async (url: string): Promise<Blob> => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return answer.blob()
}

const lettersAt = async (url: string): Promise<Uint8Array> => {
  const blob = await blobAt(url).catch(() => {
    throw new PaperTrouble('fonts')
  })
  return new Uint8Array(await blob.arrayBuffer())
}

/** What the board has drawn itself: no request leaves for it, for our pages allow none. */
const drawnAt = (url: string): Blob | null => {
  const [, type = '', body] = /^data:(image\/svg\+xml)[^,]*,(.*)$/s.exec(url) ?? []
  return body === undefined ? null : new Blob([decodeURIComponent(body)], { type })
}

const pictureAt = async (url: string): Promise<Blob> => {
  const blob = drawnAt(url) ?? (await blobAt(url))
  if (!/^image\/[a-z0-9.+-]+$/.test(blob.type)) throw new Error(`${url} is no picture`)
  return blob
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PaperTrouble('memory'))), type, quality)
  })

const canvasOf = (w: number, h: number) => {
  const canvas = document.createElement('canvas')
  canvas.width = w
  canvas.height = h
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new PaperTrouble('memory')
  return { canvas, ctx }
}

/** Decoded by the browser, turned as the camera was held. */
const imageAt = async (url: string): Promise<HTMLImageElement> => {
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}

const sideMax = 4096

const isWhole = (ctx: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement) => {
  const { data } = ctx.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

/** As a PDF takes it: a photograph goes as one, for as a drawing it would weigh ten times as much. */
const printable = async (blob: Blob): Promise<PictureFile & { readonly image: HTMLImageElement }> => {
  const url = URL.createObjectURL(blob)
  const image = await imageAt(url).finally(() => URL.revokeObjectURL(url))
  const [wide, high] = [image.naturalWidth || 1024, image.naturalHeight || 1024]
  const shrink = Math.min(1, sideMax / Math.max(wide, high))
  const { canvas, ctx } = canvasOf(Math.round(wide * shrink), Math.round(high * shrink))
  ctx.drawImage(image, 0, 0, canvas.width, canvas.height)
  const as = isWhole(ctx, canvas) ? 'image/jpeg' : 'image/png'
  return { image, type: as, bytes: new Uint8Array(await (await blobOf(canvas, as, 0.9)).arrayBuffer()) }
}

/** The same picture of a file each time it is asked for: what was fetched for it is there when the sheet is written. */
const openAlbum = (urlOf: Source['urlOf']): Pictures => {
  const known = new Map<string, Picture>()
  return {
    of: (file) => {
      const picture = known.get(file) ?? { url: urlOf(file), source: null }
      known.set(file, picture)
      return picture
    },
  }
}

interface Gathered {
  readonly pictures: readonly Picture[]
  readonly written: readonly Written[]
}

type Inks = Pick<Inking, 'nameOf' | 'pictures' | 'said'>

// On a sheet nothing is on its way any more.
const inksOf = ({ nameOf, said, urlOf }: Source): Inks => ({ nameOf, said: { ...said, coming: '' }, pictures: openAlbum(urlOf) })

const gather = ({ scene }: Source, cuts: readonly Cut[], inks: Inks, zoom: number): Gathered => {
  const { surface, pictures, written } = gatheringSurface()
  for (const cut of cuts) paintCut(scene, cut, surface, { ...inks, background: false, zoom })
  return { pictures: [...pictures.values()], written }
}

/** One after the other: a school's network has enough to do. Returns how many did not come: their words stay in their place. */
const eachPicture = async (pictures: readonly Picture[], take: (picture: Picture) => Promise<CanvasImageSource>): Promise<number> => {
  let missing = 0
  for (const picture of pictures) {
    await take(picture).then(
      (source) => (picture.source = source),
      () => missing++,
    )
  }
  return missing
}

const makePng = async (source: Source, cuts: readonly Cut[], { scale, background }: Choice): Promise<Made> => {
  const inks = inksOf(source)
  const { pictures, written } = gather(source, cuts, inks, scale)
  const words = [...new Set(written.flatMap(({ words }) => Array.from(words)))].join('')
  await Promise.all(Object.values(weights).map((weight) => document.fonts.load(`${weight} 16px Onest`, words || 'ә'))).catch(() => {
    throw new PaperTrouble('fonts')
  })
  const missing = await eachPicture(
    pictures.filter((picture) => !picture.source),
    ({ url }) => imageAt(url),
  )
  const files: File[] = []
  for (const cut of cuts) {
    const size = pixelsOf(cut.part, scale)
    if (!size) throw new PaperTrouble('large')
    const { canvas, ctx } = canvasOf(size.w, size.h)
    ctx.setTransform(scale, 0, 0, scale, -cut.part.x * scale, -cut.part.y * scale)
    ctx.textBaseline = 'alphabetic'
    paintCut(source.scene, cut, canvasSurface(ctx, paperLook), { ...inks, background, zoom: scale })
    files.push(new File([await blobOf(canvas, 'image/png')], fileName(cut.name, 'png'), { type: 'image/png' }))
    // A phone keeps the memory of a canvas until it is told that it is small.
    canvas.width = 0
  }
  return { files, missing, left: 0 }
}

const makeSvg = async (source: Source, cuts: readonly Cut[], { background }: Choice): Promise<Made> => {
  const { scene, language } = source
  const inks = inksOf(source)
  const { pictures } = gather(source, cuts, inks, vectorZoom)
  const data = new Map<string, string>()
  const missing = await eachPicture(pictures, async ({ url }) => {
    const blob = await pictureAt(url)
    const image = await imageAt(url)
    data.set(url, `data:${blob.type};base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`)
    return image
  })
  const files: File[] = []
  for (const cut of cuts) {
    const painted: string[] = []
    const surface = svgSurface(painted, { measure: scene.measure, pictureOf: (url) => data.get(url) ?? null })
    paintCut(scene, cut, surface, { ...inks, background, zoom: vectorZoom })
    const words = gather(source, [cut], inks, vectorZoom).written.map(({ words }) => words)
    const fonts = await fontRules(words.join(''), lettersAt)
    const svg = svgOf({ part: cut.part, title: cut.name, language, fonts }, painted)
    files.push(new File([svg], fileName(cut.name, 'svg'), { type: 'image/svg+xml' }))
  }
  return { files, missing, left: 0 }
}

const letterPx = 96
const letterHigh = 1.3
const letterBelow = 0.3

const letterPicture = async (letter: string, colour: string, bold: boolean, measure: Measure): Promise<LetterPicture> => {
  const w = Math.max(0.1, measure(letter))
  const { canvas, ctx } = canvasOf(Math.ceil(w * letterPx), Math.ceil(letterHigh * letterPx))
  ctx.font = `${bold ? weights.label : weights.text} ${letterPx}px ${family}`
  ctx.fillStyle = colour
  ctx.fillText(letter, 0, (letterHigh - letterBelow) * letterPx)
  return { png: new Uint8Array(await (await blobOf(canvas, 'image/png')).arrayBuffer()), w, h: letterHigh, below: letterBelow }
}

/** An essay of emoji is not worth an hour of a phone. */
const strangersMax = 400

const makePdf = async (source: Source, cuts: readonly Cut[], { paper, background }: Choice): Promise<Made> => {
  const { scene, title, language } = source
  const inks = inksOf(source)
  const [{ pdfOf, strangerOf, strangersIn }, fonts] = await Promise.all([import('./pdf.ts'), fontFiles(lettersAt)])
  const { pictures, written } = gather(source, cuts, inks, vectorZoom)
  const found = new Map<string, PictureFile>()
  const missing = await eachPicture(pictures, async ({ url }) => {
    const { image, ...file } = await printable(await pictureAt(url))
    found.set(url, file)
    return image
  })
  const strangers = new Map<string, LetterPicture>()
  for (const { words, letters } of written) {
    for (const letter of strangersIn(words, letters.bold ? fonts.label : fonts.text)) {
      const name = strangerOf(letter, letters.colour)
      if (strangers.has(name) || strangers.size >= strangersMax) continue
      strangers.set(name, await letterPicture(letter, letters.colour, letters.bold ?? false, scene.measure))
    }
  }
  const sheets = cuts.map((cut) => ({
    page: pageOf(cut.part, cut.mm, paper),
    part: cut.part,
    background: background ? paperLook.paper : null,
    paint: (surface: Surface) => paintCut(scene, cut, surface, { ...inks, background: false, zoom: vectorZoom }),
  }))
  const bytes = await pdfOf(sheets, { fonts, measure: scene.measure, title, language, pictures: found, strangers })
  const name = cuts.length === 1 ? (cuts[0]?.name ?? title) : title
  return { files: [new File([bytes], fileName(name, 'pdf'), { type: 'application/pdf' })], missing, left: 0 }
}

/** What a board's file carries of others: whoever opens it must be able to read the whole of it at once. */
export const heldBytesMax = 18_000_000

/** Pictures as large as a board shows them, all else as it is. What is small goes first, so that as many as can be come along. */
const holdFiles = async ({ urlOf, wholeOf }: Source, things: readonly Thing[]) => {
  const wanted = new Map<string, { readonly url: string; readonly name: string }>()
  for (const thing of things) {
    for (const [field, id] of fileFieldsOf(thing)) {
      const isPicture = field === 'still' || thing.kind === 'image'
      const name = isPicture ? 'picture.webp' : thing.kind === 'model' ? thing.name : thing.text
      if (!wanted.has(id)) wanted.set(id, { url: isPicture ? urlOf(id) : wholeOf(id), name })
    }
  }
  const come: { id: string; file: HeldFile }[] = []
  let missing = 0
  for (const [id, { url, name }] of wanted) {
    await blobAt(url).then(
      async (blob) => come.push({ id, file: { name, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) } }),
      () => missing++,
    )
  }
  const held = new Map<string, HeldFile>()
  let bytes = 0
  for (const { id, file } of come.toSorted((a, b) => a.file.bytes.length - b.file.bytes.length)) {
    bytes += file.bytes.length
    if (bytes <= heldBytesMax) held.set(id, file)
  }
  return { held, missing, heavy: come.length - held.size }
}

/** What lies on any of the cuts, each once, in paint order. */
const itemsOn = (scene: Scene, cuts: readonly Cut[]): Item[] => {
  const cut = new Map(cuts.flatMap(({ items }) => items.map((item) => [item.id, item] as const)))
  return scene.order.flatMap(({ id }) => cut.get(id) ?? [])
}

const makeJson = async (source: Source, cuts: readonly Cut[]): Promise<Made> => {
  const { scene, title, copied } = source
  const things = itemsOn(scene, cuts).map(({ thing }) => thing)
  const { held, missing, heavy } = await holdFiles(source, things)
  const { json, left } = writeBoardFile(things, copied, held)
  return { files: [new File([json], fileName(title, 'sheber.json'), { type: 'application/json' })], missing, left, heavy }
}

/** Pictures as large as a board shows them; what Excalidraw has no kind for, painted. */
const drawnBy = async (source: Source, cuts: readonly Cut[]) => {
  const { scene, language } = source
  const { drawingOf, goesAsPicture } = await import('./excalidraw-out.ts')
  const items = itemsOn(scene, cuts)
  const inks = inksOf(source)
  const pictures = new Map<string, { mimeType: string; dataURL: string }>()
  const data = new Map<string, string>()
  await eachPicture(gather(source, cuts, inks, vectorZoom).pictures, async ({ url }) => {
    const blob = await pictureAt(url)
    const image = await imageAt(url)
    data.set(url, `data:${blob.type};base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`)
    return image
  })
  for (const { thing } of items) {
    const dataURL = thing.kind === 'image' ? data.get(source.urlOf(thing.file)) : undefined
    if (thing.kind === 'image' && dataURL)
      pictures.set(thing.file, { mimeType: /^data:([^;]+)/.exec(dataURL)?.[1] ?? 'image/webp', dataURL })
  }
  for (const item of items.filter(goesAsPicture)) {
    const painted: string[] = []
    const { x, y, w, h } = item
    const cut = { name: '', part: { x, y, w, h }, items: [item], mm: 0 }
    const surface = svgSurface(painted, { measure: scene.measure, pictureOf: (url) => data.get(url) ?? null })
    paintCut(scene, cut, surface, { ...inks, background: false, zoom: vectorZoom })
    const svg = new TextEncoder().encode(svgOf({ part: cut.part, title: '', language, fonts: '' }, painted))
    pictures.set(`painted ${item.id}`, { mimeType: 'image/svg+xml', dataURL: `data:image/svg+xml;base64,${toBase64(svg)}` })
  }
  return drawingOf(items, { scene, pictureOf: (id) => pictures.get(id) ?? null, now: Date.now() })
}

const makeExcalidraw = async (source: Source, cuts: readonly Cut[]): Promise<Made> => {
  const { excalidrawFile } = await import('./excalidraw-out.ts')
  const drawing = await drawnBy(source, cuts)
  const file = new File([excalidrawFile(drawing)], fileName(source.title, 'excalidraw'), { type: 'application/json' })
  return { files: [file], missing: drawing.missing, left: 0 }
}

/** What Excalidraw takes from a clipboard for its own, as text. */
export const makeExcalidrawClip = async (source: Source, choice: Choice): Promise<string> => {
  const cuts = await titled(cutsOf(source, choice))
  if (cuts.length === 0) throw new PaperTrouble(choice.what === 'frames' ? 'noFrame' : 'empty')
  const { excalidrawClip } = await import('./excalidraw-out.ts')
  return excalidrawClip(await drawnBy(source, cuts))
}

/** The board, or a part of it, as files. Throws PaperTrouble for what has words of its own. */
export const makeFiles = async (source: Source, choice: Choice): Promise<Made> => {
  const cuts = await titled(cutsOf(source, choice))
  if (cuts.length === 0) throw new PaperTrouble(choice.what === 'frames' ? 'noFrame' : 'empty')
  if (choice.format === 'json') return makeJson(source, cuts)
  if (choice.format === 'excalidraw') return makeExcalidraw(source, cuts)
  return { png: makePng, svg: makeSvg, pdf: makePdf }[choice.format](source, cuts, choice)
}
