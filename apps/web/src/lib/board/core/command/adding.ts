import { noteSize } from '@sheber/document/thing'
import { seen, toolsPx, toWorld } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { grown, type Point } from '../geometry.ts'

const gap = 12
/** Half notes with their gap, looked at to each side of the middle. */
const reach = 8
const stride = noteSize / 2 + gap
const rectAround = (at: Point) => ({ x: at.x - noteSize / 2, y: at.y - noteSize / 2, w: noteSize, h: noteSize })

/** A new note with its middle at `at`, open for writing. */
export const addNoteAt = (editor: Editor, at: Point) => {
  if (editor.may !== 'write') return
  const { outside, next } = editor
  const id = outside.newId()
  const g = [Math.round(at.x - noteSize / 2), Math.round(at.y - noteSize / 2), noteSize, noteSize] as const
  editor.make([{ kind: 'note', id, g, fill: next.note, by: outside.me, at: outside.now() }])
  editor.edit(id)
}

/** As near to the middle of the screen as there is free paper on it; where there is none, a little aside of the last. */
export const freePlace = (editor: Editor): Point => {
  const { scene, camera, screen } = editor
  const middle = toWorld(camera, { x: screen.w / 2, y: screen.h / 2 })
  const around = grown(rectAround(middle), gap)
  const view = seen(camera, screen)
  const places: Point[] = []
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) places.push({ x: column * stride, y: row * stride })
  }
  places.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
  const isFree = ({ x, y }: Point) => {
    const rect = { ...around, x: around.x + x, y: around.y + y }
    const isSeen =
      rect.x >= view.x &&
      rect.y >= view.y &&
      rect.x + rect.w <= view.x + view.w &&
      rect.y + rect.h <= view.y + view.h - toolsPx / camera.zoom
    // A sheet is there to be laid upon.
    return isSeen && scene.touching(rect).every(({ thing }) => thing.kind === 'frame')
  }
  const found = places.find(isFree)
  if (found) return { x: middle.x + found.x, y: middle.y + found.y }
  const aside = (scene.order.filter((item) => Math.abs(item.x + item.w / 2 - middle.x) < noteSize).length % 8) * 24
  return { x: middle.x + aside, y: middle.y + aside }
}

/** Somewhere on the screen where it covers nothing. */
export const addNoteHere = (editor: Editor) => {
  if (editor.may !== 'write') return
  editor.tool = 'select'
  addNoteAt(editor, freePlace(editor))
}
