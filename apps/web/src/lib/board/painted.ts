import { Painter } from './core/painter.ts'
import type { Scene } from './core/scene.ts'
import { openPlate } from './plate.ts'

/** Pixels of painted tiles that may be kept. */
const tileBytesMax = 64 * 2 ** 20
const tileBytesMaxOfPhone = 24 * 2 ** 20

const tileBytes = () => {
  const { deviceMemory = 8 } = navigator as { deviceMemory?: number }
  return deviceMemory < 4 || matchMedia('(max-width: 700px)').matches ? tileBytesMaxOfPhone : tileBytesMax
}

const newCanvas = (width: number, height: number, alpha: boolean) => {
  const source = document.createElement('canvas')
  source.width = width
  source.height = height
  const ctx = source.getContext('2d', { alpha })
  if (!ctx) throw new Error('This browser gives no canvas.')
  return { ctx, source }
}

const newTile = (side: number) => newCanvas(side, side, false)
const newSprite = (w: number, h: number) => newCanvas(w, h, true)

/** What paints a board of many things upon this canvas. */
export const openPainter = (scene: Scene, canvas: HTMLCanvasElement) =>
  new Painter(scene, {
    newTile,
    newSprite,
    beneath: openPlate(canvas, 'beneath'),
    above: openPlate(canvas, 'above'),
    bytesMax: tileBytes(),
  })
