/** What every measured page offers as `window.__bench`; the same for all, so that nobody is measured by another way in. */
export interface BenchPage {
  readonly ready: boolean | Promise<unknown>
  /** Replaces the whole board. */
  load(scene: Scene): unknown
  /** The middle of the view in the world, and screen pixels per world unit. */
  setView(cx: number, cy: number, zoom: number): unknown
  screenOf(id: string): Place | null
  select(ids: readonly string[]): unknown
  /** As changes that come from somebody else. */
  apply(changes: readonly Change[]): unknown
}

/** Where to press, in pixels of the page, and where the thing lies in the world. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly wx: number
  readonly wy: number
}

export interface Change {
  readonly id: string
  readonly dx: number
  readonly dy: number
}

interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly color: string
}

export interface Sticky extends Box {
  readonly type: 'sticky'
  readonly text: string
}

export interface Shape extends Box {
  readonly type: 'shape'
  readonly form: 'rectangle' | 'ellipse' | 'diamond'
  readonly text?: string
}

export interface Stroke extends Box {
  readonly type: 'draw'
  /** From its own upper left corner. */
  readonly points: readonly (readonly [x: number, y: number])[]
}

export type El = Sticky | Shape | Stroke

export interface Connector {
  readonly id: string
  readonly type: 'connector'
  readonly from: string
  readonly to: string
}

export interface Scene {
  readonly els: readonly El[]
  readonly conns: readonly Connector[]
}
