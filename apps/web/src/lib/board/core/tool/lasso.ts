import type { Editor } from '../editor.ts'
import { distance, isInside, middleOf, type Point } from '../geometry.ts'
import { grouped, isLocked } from '../held.ts'
import { slackPx, type Press, type Tool } from '../tools.ts'
import { laidDown } from './done.ts'

/** Takes whatever has its middle within the loop. */
export const lasso = (editor: Editor): Tool => {
  let start: Press | null = null
  let loop: Point[] = []
  let before: ReadonlySet<string> = new Set()

  const rest = () => {
    start = null
    editor.sketch({ lasso: [] })
  }

  return {
    down: (press) => {
      start = press
      loop = [press.world]
      before = press.shift ? editor.selection : new Set()
    },
    move: (press) => {
      if (!start) return
      loop.push(...press.path.map(({ world }) => world))
      editor.sketch({ lasso: [...loop] })
    },
    up: (press) => {
      if (!start) return
      const tapped = loop.every((point) => distance(point, loop[0] as Point) * editor.camera.zoom < slackPx(press))
      const { scene } = editor
      const one = tapped ? scene.at(press.world) : null
      const taken = tapped
        ? one
          ? [one.id]
          : []
        : scene.order.filter((item) => !isLocked(item) && isInside(loop, middleOf(item))).map(({ id }) => id)
      rest()
      laidDown(editor)
      editor.select([...before, ...grouped(scene, taken)])
    },
    cancel: rest,
  }
}
