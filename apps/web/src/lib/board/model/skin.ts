/** Pictures that are laid upon a model's triangles: what a file says of them, within bounds, and what is painted of them. */

/** How a picture goes on beyond its edge. */
export const wraps = ['repeat', 'clamp', 'mirror'] as const
export type Wrap = (typeof wraps)[number]

/** As the file has it, still packed. */
export interface Wrapping {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: 'image/png' | 'image/jpeg'
  readonly wrap: readonly [Wrap, Wrap]
  /** Where it is more than half to be seen through, there is nothing. */
  readonly holes: boolean
}

/** Unpacked: a pixel lies in memory as a canvas has it, nought is a hole. */
export interface Texture {
  readonly w: number
  readonly h: number
  readonly pixels: Uint32Array
  readonly wrap: readonly [Wrap, Wrap]
}

export interface Skin {
  /** Six numbers for each triangle: where its corners lie in the picture, from the upper left. */
  readonly places: Float32Array
  /** For each triangle which picture, from one up; nought: it has a colour alone. */
  readonly of: Uint8Array
  readonly wrappings: readonly Wrapping[]
  /** In the same order; null: it could not be unpacked, and the triangle keeps its colour. */
  readonly textures: readonly (Texture | null)[]
}

export const texturesMax = 32
/** Nobody sees more of it in a window of a few hundred pixels. */
const sideMax = 1024
/** Of one picture while it is unpacked, as it says itself: sixteen million take 64 MB for a moment. */
const packedPixelsMax = 2 ** 24
/** Of all pictures together, unpacked. */
const pixelsMax = 2 ** 23

/** What a picture says of its size, before a byte of it is unpacked. Null: it is none of those that glTF has. */
export const sizeOf = ({ bytes, type }: Pick<Wrapping, 'bytes' | 'type'>): { w: number; h: number } | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sized = (w: number, h: number) => (w > 0 && h > 0 ? { w, h } : null)
  if (type === 'image/png') {
    return view.byteLength > 24 && view.getUint32(0) === 0x89504e47 ? sized(view.getUint32(16), view.getUint32(20)) : null
  }
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < view.byteLength;) {
    const mark = view.getUint16(at)
    if (mark < 0xff00) return null
    // A frame's head; C4, C8 and CC look like one.
    if (mark >= 0xffc0 && mark <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(mark))
      return sized(view.getUint16(at + 7), view.getUint16(at + 5))
    at += mark === 0xffff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** Red, green, blue and how much it covers, row by row, as large as was asked. Null: this device cannot. */
export type Unpack = (packed: Wrapping, size: { readonly w: number; readonly h: number }) => Promise<Uint8ClampedArray<ArrayBuffer> | null>

/** So many of these pixels as there is room for; a device that unpacks nothing shows colours. */
export const unpacked = async (wrappings: readonly Wrapping[], unpack: Unpack): Promise<(Texture | null)[]> => {
  let room = pixelsMax
  const textures: (Texture | null)[] = []
  for (const one of wrappings) {
    const given = sizeOf(one)
    const scale = given ? Math.min(1, sideMax / Math.max(given.w, given.h)) : 0
    const size = given && { w: Math.max(1, Math.round(given.w * scale)), h: Math.max(1, Math.round(given.h * scale)) }
    const fits = given && size && given.w * given.h <= packedPixelsMax && size.w * size.h <= room
    const bytes = fits ? await unpack(one, size).catch(() => null) : null
    if (!fits || bytes?.length !== size.w * size.h * 4) {
      textures.push(null)
      continue
    }
    room -= size.w * size.h
    const pixels = new Uint32Array(bytes.buffer)
    for (let at = 0; at < pixels.length; at++) {
      const pixel = pixels[at] ?? 0
      pixels[at] = one.holes && pixel >>> 24 < 128 ? 0 : (pixel | 0xff00_0000) >>> 0
    }
    textures.push({ ...size, pixels, wrap: one.wrap })
  }
  return textures
}

/** By the browser, in the worker: whatever is in the picture, the page goes on. */
export const unpackHere: Unpack = async ({ bytes, type }, { w, h }) => {
  if (typeof OffscreenCanvas === 'undefined') return null
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), {
    ...{ resizeWidth: w, resizeHeight: h, resizeQuality: 'medium' },
    // Its pixels are data: what is seen through must not have lost its colour.
    ...{ premultiplyAlpha: 'none', colorSpaceConversion: 'none' },
  })
  const pen = new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true })
  pen?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return (pen?.getImageData(0, 0, w, h).data as Uint8ClampedArray<ArrayBuffer> | undefined) ?? null
}

const inside = (part: number, wrap: Wrap): number => {
  if (wrap === 'clamp') return part < 0 ? 0 : part > 1 ? 1 : part
  const rest = part - Math.floor(part)
  return wrap === 'mirror' && Math.floor(part) % 2 !== 0 ? 1 - rest : rest
}

/** The pixel at a place of the picture; nought where it has a hole, or where the place is none. */
export const texelAt = ({ w, h, pixels, wrap }: Texture, u: number, v: number): number => {
  const x = Math.min(w - 1, Math.floor(inside(u, wrap[0]) * w))
  const y = Math.min(h - 1, Math.floor(inside(v, wrap[1]) * h))
  return pixels[y * w + x] ?? 0
}
