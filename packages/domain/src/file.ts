import type { FileType } from '@sheber/contract/file'

const MB = 1_000_000

/** Every bound of files, for the sender's device and for the server alike. */
export const fileLimits = {
  pictureBytesMax: 20 * MB,
  fileBytesMax: 30 * MB,
  /** Some minutes of a telephone's. */
  filmBytesMax: 100 * MB,
  /** Drawn by a program, which takes its time over a large one. */
  svgBytesMax: 5 * MB,
  /** Of a picture as it is decoded. */
  picturePixelsMax: 60 * MB,
  /** What one request brings. */
  partBytesMax: 1_048_576,
  personHourBytesMax: 300 * MB,
  personHourFilesMax: 500,
  boardBytesMax: 2_000 * MB,
  boardFilesMax: 2_000,
  /** Since the last part came; what is unfinished then is thrown away. */
  unfinishedMsMax: 24 * 3_600_000,
  nameLettersMax: 120,
} as const

export const inMegabytes = (bytes: number): number => Math.floor(bytes / MB)

export const isPicture = (type: FileType): boolean => type.startsWith('image/')
/** Whether somebody may be seen in it: a report has photographs too. */
export const isSeen = (type: FileType): boolean => isPicture(type) || type.startsWith('video/') || type === 'application/pdf'
/** What the world may be given of a portfolio: what can be looked at. Of an archive or a program nobody sees at once what is in it. */
export const isForWorld = (type: FileType): boolean => isSeen(type) || type.startsWith('model/')
const isDrawn = (type: FileType) => type === 'image/svg+xml'

export const bytesMaxOf = (type: FileType): number => {
  if (isDrawn(type)) return fileLimits.svgBytesMax
  if (type.startsWith('video/')) return fileLimits.filmBytesMax
  return isPicture(type) ? fileLimits.pictureBytesMax : fileLimits.fileBytesMax
}

/**
 * Bytes that a file of such a name may have, before anybody has looked into it: what calls itself a model need not come
 * through a village's network to be refused. A name that says nothing may be a film's.
 */
export const bytesMaxNamed = (name: string): number =>
  /\.(mp4|m4v|mov|webm|3gp|3g2)$/i.test(name) || !/\.\w{1,5}$/.test(name) ? fileLimits.filmBytesMax : fileLimits.fileBytesMax

export const pictureWidths = [320, 960, 1920] as const
export type PictureWidth = (typeof pictureWidths)[number]
export const isPictureWidth = (width: number): width is PictureWidth => (pictureWidths as readonly number[]).includes(width)

/** The box that a picture is fitted into: a strip of screenshots stays within reason too. */
export const boxOf = (width: number): { width: number; height: number } => ({ width, height: width * 3 })

/** Pixels of a picture once it fits into the box. Nothing is made larger. */
export const fitted = (picture: { width: number; height: number }, width: number): { width: number; height: number } => {
  const box = boxOf(width)
  const scale = Math.min(1, box.width / picture.width, box.height / picture.height)
  return { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) }
}

interface Picture {
  readonly type: FileType
  readonly width: number
  readonly height: number
}

/** Which widths are kept: up to the first that shows the whole picture. A drawing is sharp at every size. */
export const widthsOf = ({ type, width, height }: Picture): readonly PictureWidth[] => {
  if (isDrawn(type)) return pictureWidths
  const whole = pictureWidths.findIndex((kept) => width <= kept && height <= boxOf(kept).height)
  return whole === -1 ? pictureWidths : pictureWidths.slice(0, whole + 1)
}

/** Which of the kept widths answers for the one that is asked for. */
export const keptWidth = (picture: Picture, asked: PictureWidth): PictureWidth => {
  const kept = widthsOf(picture)
  return kept.includes(asked) ? asked : (kept.at(-1) ?? asked)
}

/** What is safe to be written to somebody's disk under its own ending, besides what its type says. */
const endings: Readonly<Partial<Record<FileType, RegExp>>> = {
  'image/svg+xml': /\.svg$/i,
  'model/stl': /\.stl$/i,
  'model/gltf-binary': /\.glb$/i,
  'application/pdf': /\.pdf$/i,
  'application/zip': /\.(zip|docx|xlsx|pptx|odt|ods|odp|3mf|f3d|sb3|mblock|fzz|ggb|kra)$/i,
  'application/gzip': /\.(gz|tgz)$/i,
  'application/vnd.rar': /\.rar$/i,
  'application/x-7z-compressed': /\.7z$/i,
  'application/x-ole-storage': /\.(doc|xls|ppt|cdr|sldprt|sldasm|max)$/i,
  'application/acad': /\.dwg$/i,
  'video/mp4': /\.(mp4|m4v)$/i,
  'video/webm': /\.webm$/i,
  'text/plain': /\.(txt|csv|tsv|md|ino|c|h|cpp|hpp|py|json|gcode|nc|step|stp|obj|scad|lua|log|ini|cfg|yaml|yml|tex|srt|sql|kicad_\w+)$/i,
}

const usual: Readonly<Record<FileType, string>> = {
  'image/jpeg': '.webp',
  'image/png': '.webp',
  'image/webp': '.webp',
  'image/gif': '.webp',
  'image/avif': '.webp',
  'image/svg+xml': '.svg',
  'model/stl': '.stl',
  'model/gltf-binary': '.glb',
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'application/gzip': '.gz',
  'application/vnd.rar': '.rar',
  'application/x-7z-compressed': '.7z',
  'application/x-ole-storage': '.doc',
  'application/acad': '.dwg',
  'text/plain': '.txt',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
}

/** A name as it is kept and shown: no folders, no signs that draw nothing or turn the writing round. */
export const cleanFileName = (given: string): string => {
  const name = given
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{C}\p{DI}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const letters = [...name]
  if (letters.length <= fileLimits.nameLettersMax) return name || 'file'
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
  return (
    letters
      .slice(0, fileLimits.nameLettersMax - ending.length)
      .join('')
      .trimEnd() + ending
  )
}

/** The name under which it is saved: a text called `game.bat` is opened as a text, not run. */
export const savedName = (name: string, type: FileType): string => {
  if (endings[type]?.test(name)) return name
  return (isPicture(type) ? name.replace(/\.\w{1,5}$/, '') : name) + usual[type]
}
