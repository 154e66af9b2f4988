import type { Point, Rect } from './geometry.ts'

/** A picture that the browser moves about the screen: it is painted once, and to move it costs no painting. */
export interface Plate {
  /** Takes what is painted, its corner at the corner of `part`; of that only width and height matter here, in pixels. */
  draw(part: Rect, paint: (ctx: CanvasRenderingContext2D) => void): void
  /** Its corner lies there, in device pixels of the screen. */
  move(to: Point, density: number): void
  /** It is seen. */
  show(): void
  hide(): void
  close(): void
}
