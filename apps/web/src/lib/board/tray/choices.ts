import type { PaintName } from '@sheber/document/colour'
import type { Form } from '@sheber/document/thing'

export const widths = { thin: 1.5, medium: 3, thick: 6, broad: 12 } as const
export type WidthName = keyof typeof widths

/** Of a highlighter and a pen: what a hand draws is broader than a drawn edge. */
export const penWidths = { thin: 3, medium: 6, thick: 12, broad: 24 } as const satisfies Record<WidthName, number>

export const sizes = { fit: 0, small: 14, medium: 20, large: 32, huge: 56 } as const
export type SizeName = keyof typeof sizes

export const inks: readonly PaintName[] = ['ink', 'grey', 'red', 'orange', 'yellow', 'green', 'blue', 'violet']
export const fills: readonly (PaintName | 'none')[] = ['none', 'white', 'grey', 'red', 'orange', 'yellow', 'green', 'blue', 'violet']
/** Six are enough for the youngest. */
export const juniorInks: readonly PaintName[] = ['ink', 'red', 'orange', 'green', 'blue', 'violet']

export const stampNames = [
  'star',
  'tick',
  'question',
  'heart',
  'thumb',
  'bulb',
  'warning',
  'fire',
  'clock',
  'target',
  'gear',
  'thanks',
] as const
export type StampName = (typeof stampNames)[number]

/** Small drawings of the forms, in a box of 24. */
export const glyphs: Record<Form, string> = {
  rectangle: 'M3 5h18v14H3Z',
  rounded: 'M7 5h10a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4Z',
  ellipse: 'M3 12a9 7.5 0 1 0 18 0 9 7.5 0 1 0-18 0Z',
  diamond: 'M12 3l9 9-9 9-9-9Z',
  triangle: 'M12 4l9 16H3Z',
  hexagon: 'M7.5 4.500h9L21 12l-4.5 7.500h-9L3 12Z',
  parallelogram: 'M7 5h14l-4 14H3Z',
  cylinder: 'M4 6.500C4 3.2 20 3.2 20 6.500v11c0 3.3-16 3.3-16 0ZM4 6.500c0 3.3 16 3.3 16 0',
  callout: 'M3 4h18v12H11l-4 4.500V16H3Z',
  block: 'M3 9h10V4.500L21 12l-8 7.500V15H3Z',
}

/** Likewise of the ways a connector may go. */
export const ways = {
  straight: 'M4 19L20 5',
  elbow: 'M4 19h8V5h8',
  curve: 'M4 19C14 19 10 5 20 5',
} as const
