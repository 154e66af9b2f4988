import { hasEnds, noteSize, textMax, type Ends, type NewThing, type Place } from '@sheber/document/thing'
import { around, type Point } from '../core/geometry.ts'
import { cardOf, isAddress, linkOf } from './address.ts'
import { readCells, separatorOf } from '#lib/csv.ts'
import { areCells, notesOfCells } from './cells.ts'
import { readDrawing, type LaidPicture } from './excalidraw.ts'
import { readBoardFile, type Credit, type Hand } from './file.ts'
import type { PaperWords } from './words.ts'

/** What came from another program by paste, drop or "Open a file". */
export interface Outside {
  readonly things: readonly NewThing[]
  /** To be uploaded; then they lie on the board as pictures, cards or models, whoever takes them decides. */
  readonly files: readonly File[]
  /** Where those of them lie that had a place in the drawing, and under which id. */
  readonly laid: ReadonlyMap<File, Omit<LaidPicture, 'file'>>
  /** Whom a board that was opened is owed to. */
  readonly copied: readonly Credit[]
  /** What the things of a board that was opened name, where its file has brought the bytes along. */
  readonly held: ReadonlyMap<string, File>
  /** What people should know: what was left out, or why there is nothing. */
  readonly said?: string
}

export interface Receiver extends Hand {
  /** Where the middle of what comes is laid. */
  readonly at: Point
  readonly w: PaperWords['outside']
  /** Of this page: an address below it leads to something of ours. */
  readonly origin: string
}

interface Piece {
  readonly things: readonly NewThing[]
  readonly pictures?: readonly LaidPicture[]
  readonly files?: readonly File[]
  readonly copied?: readonly Credit[]
  readonly held?: ReadonlyMap<string, File>
  readonly said?: string
}

const nothing: Piece = { things: [] }
const textBytesMax = 32_000_000
/** A longer text is no note any more. */
const noteLettersMax = 400
const textWide = 480
const apart = 60

const piecesOf = (parts: readonly (string | false | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(' ')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const fromJson = (value: unknown, hand: Receiver): Piece | null => {
  const { w } = hand
  const board = readBoardFile(value, hand)
  if (board) {
    const { things, copied, files, unknown, over } = board
    return { things, copied, held: files, said: piecesOf([unknown > 0 && w.unknown(unknown), over > 0 && w.over(over)]) }
  }
  const drawing = readDrawing(value, hand)
  if (!drawing) return null
  const { things, pictures, unknown, over } = drawing
  const empty = things.length + pictures.length === 0 && unknown + over === 0
  return { things, pictures, said: piecesOf([empty && w.empty, unknown > 0 && w.unknown(unknown), over > 0 && w.over(over)]) }
}

const fromCells = (text: string, separator: string, hand: Receiver): Piece => {
  const { things, over } = notesOfCells(readCells(text, separator), hand)
  return { things, said: piecesOf([things.length === 0 && hand.w.empty, over > 0 && hand.w.cellsOver(things.length, over)]) }
}

const fromWords = (given: string, { me, newId, now, w, origin }: Receiver): Piece => {
  const text = given.replace(/\r\n?/g, '\n').trim()
  const base = { id: newId(), by: me, at: now() }
  if (!text) return nothing
  if (isAddress(text)) return { things: [cardOf(text, origin, base) ?? linkOf(text, base)] }
  if (text.length <= noteLettersMax) return { things: [{ kind: 'note', ...base, g: [0, 0, noteSize, noteSize], text }] }
  const over = text.length - textMax.text
  const high = Math.ceil(text.length / 50) * 26
  return {
    things: [{ kind: 'text', ...base, g: [0, 0, textWide, Math.min(20_000, high)], text: text.slice(0, textMax.text), size: 18 }],
    ...(over > 0 && { said: w.lettersOver(over) }),
  }
}

const isSvg = (text: string) =>
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text.slice(0, 10_000)) && /<\/svg>\s*$/.test(text)

const fromText = (text: string, hand: Receiver, isTable = areCells(text)): Piece => {
  if (text.length > textBytesMax) return { things: [], said: hand.w.large }
  if (/^\s*\{/.test(text)) {
    const piece = fromJson(parsed(text), hand)
    if (piece) return piece
  }
  if (isSvg(text)) return { things: [], files: [new File([text], 'picture.svg', { type: 'image/svg+xml' })] }
  return isTable && text.includes('\t') ? fromCells(text, '\t', hand) : fromWords(text, hand)
}

/** Excel writes UTF-16 or, on a Russian Windows, its own old letters; everybody else UTF-8. */
const lettersOf = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

const ending = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const fromFile = async (file: File, hand: Receiver): Promise<Piece> => {
  const kind = ending(file.name)
  const isJson = kind === 'excalidraw' || kind === 'json' || file.type === 'application/json'
  const isTable = kind === 'csv' || kind === 'tsv' || file.type === 'text/csv' || file.type === 'text/tab-separated-values'
  const isText = kind === 'txt' || kind === 'md' || file.type === 'text/plain'
  if (!isJson && !isTable && !isText) return { things: [], files: [file] }
  const { w } = hand
  if (file.size > textBytesMax) return { things: [], said: w.large }
  if (file.size === 0) return { things: [], said: w.empty }
  const text = await lettersOf(file)
  if (isJson) return fromJson(parsed(text), hand) ?? { things: [], said: w.strange(file.name) }
  return isTable ? fromCells(text, separatorOf(text), hand) : fromText(text, hand)
}

/** As much of a DataTransfer as is read here. */
export interface Carried {
  readonly files: Iterable<File>
  getData(type: string): string
}

interface Brought {
  readonly files: readonly File[]
  readonly plain: string
  readonly html: string
}

const broughtBy = async (data: Carried | ClipboardItems | File): Promise<Brought> => {
  if (data instanceof File) return { files: [data], plain: '', html: '' }
  // To be read at once: after the first wait a DataTransfer is empty.
  if ('getData' in data) return { files: [...data.files], plain: data.getData('text/plain'), html: data.getData('text/html') }
  const files: File[] = []
  let plain = ''
  let html = ''
  for (const item of data) {
    for (const type of item.types) {
      const blob = await item.getType(type)
      if (type === 'text/plain') plain = await blob.text()
      else if (type === 'text/html') html = await blob.text()
      else if (type.startsWith('image/')) files.push(new File([blob], `picture.${type.replace(/^image\/|\+.*$/g, '')}`, { type }))
    }
  }
  return { files, plain, html }
}

const moved = (g: Place, dx: number, dy: number): Place => [g[0] + dx, g[1] + dy, g[2], g[3]]

/** Beside each other, in the order in which they came, with the middle of all at `at`. */
const laidOut = (pieces: readonly Piece[], at: Point): Outside => {
  let right = 0
  let first = true
  const beside = pieces.map(({ things, pictures = [] }) => {
    const places = [...things, ...pictures].map(({ g }) => g ?? ([0, 0, 1, 1] as const))
    const box = around(places.map(([x, y, w, h]) => ({ x, y, w, h })))
    if (!box) return null
    const dx = (first ? 0 : right + apart) - box.x
    first = false
    right = dx + box.x + box.w
    return { dx, dy: -box.y, box }
  })
  const boxes = beside.flatMap((place) => (place ? [{ ...place.box, x: place.box.x + place.dx, y: 0 }] : []))
  const whole = around(boxes)
  const [shiftX, shiftY] = whole ? [Math.round(at.x - whole.w / 2), Math.round(at.y - whole.h / 2)] : [0, 0]
  const things: NewThing[] = []
  const files: File[] = []
  const laid = new Map<File, Omit<LaidPicture, 'file'>>()
  for (const [i, piece] of pieces.entries()) {
    const place = beside[i]
    const [dx, dy] = place ? [place.dx + shiftX, place.dy + shiftY] : [0, 0]
    for (const thing of piece.things) {
      const g = thing.g && moved(thing.g, dx, dy)
      const p = hasEnds(thing) && thing.p
      things.push({ ...thing, ...(g && { g }), ...(p && { p: [p[0] + dx, p[1] + dy, p[2] + dx, p[3] + dy] satisfies Ends }) } as NewThing)
    }
    files.push(...(piece.files ?? []))
    for (const { file, ...picture } of piece.pictures ?? []) {
      files.push(file)
      laid.set(file, { ...picture, g: moved(picture.g, dx, dy) })
    }
  }
  const said = piecesOf(pieces.map((piece) => piece.said))
  const held = new Map(pieces.flatMap((piece) => [...(piece.held ?? [])]))
  return { things, files, laid, held, copied: pieces.flatMap(({ copied = [] }) => copied), ...(said && { said }) }
}

/** The one way in for whatever another program hands over. */
export const readOutside = async (data: Carried | ClipboardItems | File, hand: Receiver): Promise<Outside> => {
  const { files, plain, html } = await broughtBy(data)
  // An office puts a picture of the words beside the words; a browser, the address of a picture beside the picture.
  if (plain.trim() && !(files.length > 0 && (isAddress(plain.trim()) || !html))) {
    return laidOut([fromText(plain, hand, areCells(plain) || /<table[\s>]/i.test(html))], hand.at)
  }
  const pieces: Piece[] = []
  for (const file of files) pieces.push(await fromFile(file, hand))
  if (pieces.length === 0) pieces.push({ things: [], said: hand.w.nothing })
  return laidOut(pieces, hand.at)
}
