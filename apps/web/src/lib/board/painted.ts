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

/** Looks at what others do at this moment. `tired`: this machine does not keep up with all of it. */
export type Meet = (tired?: boolean) => void

/** So often others are looked at where the machine does not keep up. */
const tiredMs = 200

/** Where a whole class is at work on a weak machine, their cursors would take more of each frame than the paper. */
export const meetBy = (painter: Painter, meet: Meet): Meet => {
  let metAt = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    clearTimeout(waiting)
    const waits = painter.tired ? metAt + tiredMs - performance.now() : 0
    if (waits > 0) {
      waiting = setTimeout(again, waits)
      return
    }
    metAt = performance.now()
    meet(painter.tired)
  }
  return again
}
