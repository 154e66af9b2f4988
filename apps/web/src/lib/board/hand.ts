import { drawPerson } from '#lib/ui/avatar.ts'
import type { NewCursor } from './core/cursors.ts'

/** As Others.svelte draws it, in CSS pixels. */
const arrow = 'M1.500 1.500v16l4.600-4.100 3 6.800 3-1.300-3-6.700 6.200-.5Z'
const left = 12
const top = 18
const high = 20
const beside = 8
const widest = 192
const size = 13

const shortened = (ctx: CanvasRenderingContext2D, name: string) => {
  if (ctx.measureText(name).width <= widest - 2 * beside) return name
  let letters = [...name]
  while (letters.length > 1 && ctx.measureText(`${letters.join('')}…`).width > widest - 2 * beside) letters = letters.slice(0, -1)
  return `${letters.join('')}…`
}

/** Another person's hand with their name, as one picture. */
export const drawCursor: NewCursor = ({ id, name }, { look, density }) => {
  const tone = getComputedStyle(document.documentElement)
    .getPropertyValue(`--tone-${drawPerson(id, name).tone}`)
    .trim()
  const source = document.createElement('canvas')
  const ctx = source.getContext('2d')
  if (!ctx) throw new Error('This browser gives no canvas.')
  ctx.font = look.font(size, true)
  const said = shortened(ctx, name)
  const wide = Math.ceil(ctx.measureText(said).width) + 2 * beside
  const [w, h] = [Math.ceil((left + wide) * density), Math.ceil((top + high) * density)]
  source.width = w
  source.height = h
  ctx.scale(density, density)
  const shape = new Path2D(arrow)
  ctx.fillStyle = tone
  ctx.fill(shape)
  ctx.strokeStyle = look.surface
  ctx.lineWidth = 1.5
  ctx.lineJoin = 'round'
  ctx.stroke(shape)
  ctx.beginPath()
  ctx.roundRect(left, top, wide, high, 6)
  ctx.fill()
  ctx.font = look.font(size, true)
  ctx.textBaseline = 'middle'
  ctx.fillStyle = look.surface
  ctx.fillText(said, left + beside, top + high / 2 + 0.5)
  return { source, w, h, tone }
}
