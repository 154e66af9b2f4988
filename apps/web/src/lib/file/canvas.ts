import { Trouble } from './trouble.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const quality = 0.85

const encode = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality))

const draw = (bitmap: ImageBitmap, { width, height }: Size): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Trouble('picture')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, width, height)
  return canvas
}

/** Safari encodes no WebP and gives a PNG instead: right for what has holes, ten times too large for a photograph. */
const pack = async (canvas: HTMLCanvasElement, isPhoto: boolean): Promise<Blob | null> => {
  const webp = await encode(canvas, 'image/webp')
  return webp && webp.type !== 'image/webp' && isPhoto ? encode(canvas, 'image/jpeg') : webp
}

/**
 * Decodes a picture and draws it anew where `to` says in which size; the place and the time that a camera writes into it
 * do not survive that. No blob: it may go as it is.
 * @throws {Trouble}
 */
export const shrink = async (file: Blob, to: (size: Size) => Size | null): Promise<Size & { readonly blob: Blob | null }> => {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Trouble('picture')
  })
  try {
    const size = { width: bitmap.width, height: bitmap.height }
    const wanted = to(size)
    if (!wanted) return { ...size, blob: null }
    const blob = await pack(draw(bitmap, wanted), !/png|gif|webp|avif/.test(file.type))
    if (!blob) throw new Trouble('picture')
    return { ...wanted, blob }
  } finally {
    bitmap.close()
  }
}
