import { remove } from '@sheber/document/board'
import type { Editor } from '../editor.ts'
import { around, distance, grown, overlaps, type Point } from '../geometry.ts'
import { isLocked } from '../held.ts'
import { reachPx, type Press, type Tool } from '../tools.ts'

/** Whole strokes and whole things: what it touches is marked, and goes when it is lifted. Called off, everything stays. */
export const eraser = (editor: Editor): Tool => {
  let last: Point | null = null

  const touch = (press: Press) => {
    if (!last || editor.may !== 'write') return
    const reach = reachPx(press) / 2 / editor.camera.zoom
    const { scene } = editor
    const touched = new Set(editor.erasing)
    for (const { world } of press.path) {
      const box = grown(around([last, world].map((point) => ({ ...point, w: 0, h: 0 }))) ?? { ...world, w: 0, h: 0 }, reach)
      const near = scene.order.filter((item) => !touched.has(item.id) && !isLocked(item) && overlaps(grown(item.bounds, 1), box))
      // A quick hand leaves long steps: we look at places between, no further apart than the rubber is wide.
      const steps = near.length === 0 ? 0 : Math.min(200, Math.ceil(distance(last, world) / Math.max(1, reach)))
      for (let i = 0; i <= steps; i++) {
        const part = steps === 0 ? 1 : i / steps
        const at = { x: last.x + (world.x - last.x) * part, y: last.y + (world.y - last.y) * part }
        for (const item of near) if (scene.holds(item, at, reach)) touched.add(item.id)
      }
      last = world
    }
    if (touched.size > editor.erasing.size) editor.sketch({ erasing: touched })
  }

  const rest = () => {
    last = null
    editor.sketch({ erasing: new Set() })
  }

  return {
    down: (press) => {
      last = press.world
      touch(press)
    },
    move: touch,
    up: (press) => {
      touch(press)
      const ids = [...editor.erasing]
      rest()
      const { board, outside } = editor
      if (ids.length > 0 && editor.may === 'write') editor.step(() => remove(board, ids, outside.me, outside.now()))
    },
    cancel: rest,
  }
}
