import { panned, zoomedAt, type Camera } from './camera.ts'
import { distance, middle, type Point } from './geometry.ts'

/** Two fingers pan and zoom, whatever the tool. Feed it every touch; it answers with a camera while two are down. */
export class Pinch {
  readonly #fingers = new Map<number, Point>()

  get fingers() {
    return this.#fingers.size
  }

  down(finger: number, at: Point) {
    this.#fingers.set(finger, at)
  }

  up(finger: number) {
    this.#fingers.delete(finger)
  }

  /** Null while fewer than two fingers are down. A third finger is only counted. */
  move(finger: number, at: Point, camera: Camera): Camera | null {
    if (!this.#fingers.has(finger)) return null
    const [a, b] = this.#fingers.values()
    this.#fingers.set(finger, at)
    const [c, d] = this.#fingers.values()
    if (!a || !b || !c || !d) return null
    const before = middle(a, b)
    const after = middle(c, d)
    const carried = panned(camera, after.x - before.x, after.y - before.y)
    const spread = distance(a, b)
    return spread < 1 ? carried : zoomedAt(carried, after, (carried.zoom * distance(c, d)) / spread)
  }
}
