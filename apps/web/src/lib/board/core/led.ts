import type { Point } from './geometry.ts'
import type { Layer, Tile } from './tiles.ts'

/** Where tiles lie by themselves above the canvas while a hand leads the paper, so that moving them costs no copy. */
export interface Led {
  /**
   * These tiles of one layer are seen, with the layer's pixel `at` in the upper left corner of the screen. Where one of them is not
   * ready, all `around` are made so: one longer frame now and then is felt less than many.
   */
  lay(layer: Layer, tiles: readonly Tile[], around: () => readonly Tile[], at: Point, density: number): void
  /** Makes a few of these ready to be laid. Returns whether more are left. */
  prepare(layer: Layer, tiles: readonly Tile[], at: Point): boolean
  /** The canvas is seen again. */
  lift(): void
  close(): void
}

/** A hand that has not led the paper for so long has let it rest. */
const restMs = 120

/** Whether the paper is being led: moved twice at least, at one scale, and not long ago. */
export class Leading {
  #scale = 0
  #moves = 0
  #movedAt = 0

  /** Told once a frame. */
  heed(scale: number, moving: boolean, now: number): boolean {
    if (scale !== this.#scale || now - this.#movedAt > restMs) this.#moves = 0
    this.#scale = scale
    if (moving) {
      this.#moves++
      this.#movedAt = now
    }
    return this.#moves > 1
  }
}
