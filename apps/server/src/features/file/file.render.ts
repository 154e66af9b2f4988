import type { FileType } from '@sheber/contract/file'
import { refuse } from '@sheber/contract/refusal'
import { boxOf, fileLimits, type PictureWidth, pictureWidths, widthsOf } from '@sheber/domain/file'
import { readFile, writeFile } from 'node:fs/promises'
import sharp, { type SharpOptions } from 'sharp'

/** Nothing of one picture waits in memory for another; a decoded one is large enough. */
sharp.cache(false)
sharp.concurrency(1)
// Whatever else the library can read, from PDF to the formats of microscopes, is not read here.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Svg'].map((format) => `VipsForeignLoad${format}`),
})

/** As the library calls what `domain/file-kind` has found. */
const formats: Readonly<Partial<Record<FileType, string>>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
  'image/svg+xml': 'svg',
}

/** A drawing is read from memory: from the disk it could ask for its neighbours there. */
const sourceOf = (path: string, type: FileType) => (type === 'image/svg+xml' ? readFile(path) : Promise.resolve(path))

/** What a library that reads strangers' bytes throws is a no, not a fault of ours. */
const broken = (): never => refuse('picture-broken')

export interface Size {
  readonly width: number
  readonly height: number
}

/** How large it is once upright. Only its header is read. */
const sizeOf = async (source: string | Buffer, type: FileType): Promise<Size> => {
  const { format, autoOrient, width, height } = await sharp(source, { limitInputPixels: false }).metadata().catch(broken)
  if (format !== formats[type] || !(width > 0) || !(height > 0)) return refuse('picture-broken')
  if (width * height > fileLimits.picturePixelsMax) {
    return refuse('picture-large', { max: fileLimits.picturePixelsMax / 1_000_000 })
  }
  return autoOrient
}

/**
 * Makes the widths of a picture: upright, without what the camera has written into it, never larger than it was.
 * @throws {Refusal}
 */
export const renderPicture = async (path: string, type: FileType, pathOf: (width: PictureWidth) => string): Promise<Size> => {
  const source = await sourceOf(path, type)
  const size = await sizeOf(source, type)
  const options: SharpOptions = { limitInputPixels: fileLimits.picturePixelsMax, failOn: 'error', sequentialRead: true }
  let whole: Buffer | null = null
  for (const width of [...widthsOf({ type, ...size })].reverse()) {
    // The smaller ones are made of the largest: a photograph of a telephone is decoded once.
    const made: Buffer = await sharp(whole ?? source, options)
      .autoOrient()
      .resize({ ...boxOf(width), fit: 'inside', withoutEnlargement: type !== 'image/svg+xml' })
      .webp({ quality: 82, effort: 3 })
      .toBuffer()
      .catch(broken)
    whole ??= made
    await writeFile(pathOf(width), made, { mode: 0o600 })
  }
  return size
}

/** A small picture out of bytes that came from a page out there; null: they are none. */
export const thumbnailOf = (bytes: Uint8Array): Promise<Uint8Array | null> =>
  sharp(bytes, { limitInputPixels: fileLimits.picturePixelsMax / 2, failOn: 'error' })
    .autoOrient()
    .resize({ width: pictureWidths[0], height: pictureWidths[0], fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70, effort: 3 })
    .toBuffer()
    .catch(() => null)

/** A drawing of our own. Few colours: a palette makes it a third as large. */
export const drawingOf = (svg: Uint8Array): Promise<Uint8Array> => sharp(svg).png({ palette: true, compressionLevel: 9 }).toBuffer()
