import { hasEnds } from '@sheber/document/thing'
import { seen } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { overlaps, type Rect } from '../geometry.ts'
import { boundsOfTurned } from '../geometry.ts'
import { snapPx } from '../snap.ts'

/** With what a thing may stand in line during one gesture: looked for once, when it begins. */
export interface Line {
  readonly targets: readonly Rect[]
  /** World units. */
  readonly within: number
}

const targetsMax = 600

/** What is seen on the screen and is not held itself. */
export const inLine = (editor: Editor, held: ReadonlySet<string>): Line => {
  const within = snapPx / editor.camera.zoom
  if (!editor.snap.edges && !editor.snap.gaps) return { targets: [], within }
  const view = seen(editor.camera, editor.screen)
  const targets = editor.scene.order
    .filter(({ id, thing, bounds }) => !held.has(id) && !hasEnds(thing) && thing.kind !== 'ink' && overlaps(bounds, view))
    .slice(-targetsMax)
    .map((item) => boundsOfTurned(item, item.turn))
  return { targets, within }
}
