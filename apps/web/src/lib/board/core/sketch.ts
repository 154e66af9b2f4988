import type { Brush, End } from '@sheber/document/thing'
import type { StrokePoint } from '@sheber/document/ink'
import type { Paint } from '@sheber/document/colour'
import type { Point, Rect } from './geometry.ts'
import type { ToolName } from './editor.ts'
import type { Landing } from './landing.ts'
import type { Guide } from './snap.ts'

/** What a tool is drawing at this moment: nothing of it is in the document. */
export type Draft =
  | { readonly kind: 'stroke'; readonly points: readonly StrokePoint[]; readonly ink: Paint; readonly width: number; readonly brush: Brush }
  | { readonly kind: 'box'; readonly rect: Rect; readonly tool: ToolName }
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly a: End | null; readonly b: End | null }

/** A point of the laser's trail, which fades. */
export interface Glow extends Point {
  /** Milliseconds, of the clock of the presses. */
  readonly at: number
}

/** Everything drawn over the board while a hand is at work; views paint it, letting go wipes it. */
export interface Sketch {
  readonly guides: readonly Guide[]
  readonly draft: Draft | null
  readonly marquee: Rect | null
  readonly lasso: readonly Point[]
  /** The thing under a connector's end, with its ports. */
  readonly hover: Landing | null
  /** What the eraser will take away. */
  readonly erasing: ReadonlySet<string>
}

export const blank: Sketch = { guides: [], draft: null, marquee: null, lasso: [], hover: null, erasing: new Set() }
