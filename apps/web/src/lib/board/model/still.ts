import type { View } from '@sheber/document/thing'
import type { Model } from './model.ts'

/** As wide and as high as a card's window, twice as sharp. */
const stillSize = { w: 960, h: 720 } as const

const encode = (canvas: HTMLCanvasElement): Promise<Blob | null> => new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9))

/** A picture of the model, for whoever does not turn it: null where the device has no memory for it. */
export const stillOf = async (model: Model, view: View): Promise<File | null> => {
  const pixels = await model.paint({ view, ...stillSize, fine: true, net: false, box: false })
  const canvas = document.createElement('canvas')
  canvas.width = stillSize.w
  canvas.height = stillSize.h
  if (!pixels) return null
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  const blob = await encode(canvas)
  return blob && new File([blob], 'model.webp', { type: blob.type })
}
