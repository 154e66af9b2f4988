import type { FileType } from '@sheber/contract/file'
import { bytesMaxOf, cleanFileName, fileLimits, fitted, inMegabytes, isPicture, pictureWidths } from '@sheber/domain/file'
import { endsBytes, kindOf, type FileKind } from '@sheber/domain/file-kind'
import { shrink } from './canvas.ts'
import { pixelsOf } from './pixels.ts'
import { Trouble } from './trouble.ts'

/** A file as it goes on its way. */
export interface Taken {
  readonly name: string
  readonly type: FileType
  readonly blob: Blob
  /** In pixels, upright; null: no picture, or one that only the server measures. */
  readonly width: number | null
  readonly height: number | null
}

/** Decodes and draws; in tests something that has no screen. */
export type Shrink = typeof shrink

const widthMax = pictureWidths[2]

const read = async (part: Blob) => new Uint8Array(await part.arrayBuffer())
/** What somebody gave, by its first and last bytes alone: 300 MB are known as quickly as three. @throws {Trouble} */
export const kindIn = async (file: Blob): Promise<{ kind: FileKind; head: Uint8Array }> => {
  if (file.size === 0) throw new Trouble('empty')
  const [head, tail] = await Promise.all([read(file.slice(0, endsBytes)), read(file.slice(-endsBytes))])
  const kind = kindOf({ head, tail, size: file.size })
  if (kind === null) throw new Trouble('kind')
  return { kind, head }
}

const isModel = (type: string) => type.startsWith('model/')

/** @throws {Trouble} */
export const fits = (file: Blob, type: FileType): void => {
  if (file.size > bytesMaxOf(type)) throw new Trouble(isModel(type) ? 'model' : 'large', inMegabytes(bytesMaxOf(type)))
}

/** Whether it is a model, which somebody will want to look at before it goes. @throws {Trouble} */
export const isModelFile = async (file: Blob): Promise<boolean> => {
  const { kind } = await kindIn(file)
  if (kind !== 'model/stl' && kind !== 'model/gltf-binary') return false
  fits(file, kind)
  return true
}

/** Before a hundred megabytes go through a village's network for nothing. Without a network the server alone looks. */
const isPlayed = async (file: Blob, type: 'video/mp4' | 'video/webm'): Promise<boolean> => {
  const film = await import('@sheber/domain/film').catch(() => null)
  return film === null || (await film.readFilm(type, (from, bytes) => read(file.slice(from, from + bytes)), file.size)) !== null
}

/** Photographs are sent in the size in which they are shown: 8 MB through a village's network would be for nothing. */
const takePicture = async (
  file: Blob,
  kind: Exclude<FileKind, 'video/quicktime'>,
  head: Uint8Array,
  shrinkIt: Shrink,
): Promise<Omit<Taken, 'name'>> => {
  const said = pixelsOf(kind, head)
  if (said && said.width * said.height > fileLimits.picturePixelsMax) {
    throw new Trouble('pixels', fileLimits.picturePixelsMax / 1_000_000)
  }
  const made = await shrinkIt(file, (size) => {
    const to = fitted(size, widthMax)
    // What only one maker's devices open goes as something that all open.
    return to.width < size.width || to.height < size.height || kind === 'image/heic' ? to : null
  })
  if (made.blob) return { blob: made.blob, type: made.blob.type as FileType, width: made.width, height: made.height }
  if (kind === 'image/heic') throw new Trouble('picture')
  fits(file, kind)
  return { blob: file, type: kind, width: made.width, height: made.height }
}

/**
 * Looks at what somebody gave, as the server will, and makes pictures as small as they are shown.
 * @throws {Trouble}
 */
export const take = async (file: Blob & { readonly name?: string }, shrinkIt: Shrink = shrink): Promise<Taken> => {
  const { kind, head } = await kindIn(file)
  const name = cleanFileName(file.name ?? '')
  if (kind === 'video/quicktime') throw new Trouble('film')
  // A drawing is measured where it is drawn.
  if (kind === 'image/heic' || (isPicture(kind) && kind !== 'image/svg+xml')) {
    return { name, ...(await takePicture(file, kind, head, shrinkIt)) }
  }
  fits(file, kind)
  if ((kind === 'video/mp4' || kind === 'video/webm') && !(await isPlayed(file, kind))) throw new Trouble('film')
  return { name, type: kind, blob: file, width: null, height: null }
}
