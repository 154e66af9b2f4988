import { Painter } from './core/painter.ts'
import type { Peer } from './core/presence.ts'
import type { Scene } from './core/scene.ts'
import { drawCursor } from './hand.ts'
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
    newCursor: drawCursor,
    beneath: openPlate(canvas, 'beneath'),
    above: openPlate(canvas, 'above'),
    bytesMax: tileBytes(),
  })

/** Looks at what others do at this moment. `tired`: this machine does not keep up with all of it, and their hands are painted. */
export type Meet = (tired?: boolean) => void

/** So often others are looked at where the machine does not keep up. */
const tiredMs = 200
/** To show hands in another way is work too: not before the machine has kept up for so long. */
const restedMs = 2_000

/** Where a whole class is at work on a weak machine, their cursors would take more of each frame than the paper. */
export const meetBy = (painter: Painter, peers: () => readonly Peer[], meet: Meet): Meet => {
  let metAt = 0
  let tiredUntil = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    clearTimeout(waiting)
    const now = performance.now()
    if (painter.tired) tiredUntil = now + restedMs
    const tired = now < tiredUntil
    const waits = tired ? metAt + tiredMs - now : 0
    if (waits > 0) {
      waiting = setTimeout(again, waits)
      return
    }
    metAt = now
    painter.show(tired ? peers() : [])
    meet(tired)
    // Who rests is told so even if nothing happens any more.
    if (tired) waiting = setTimeout(again, tiredUntil - now)
  }
  return again
}
