import { panned, toWorld, zoomedAt } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import { handles, type Handle, type Point } from './core/geometry.ts'
import { Pinch } from './core/pinch.ts'
import { toolbox, type Press, type Tool } from './core/tools.ts'

const lineOfWheelPx = 16
const handleOf = (target: EventTarget | null): Handle | null => {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-handle]')?.dataset['handle'] : undefined
  return handles.find((handle) => handle === name) ?? null
}
const isWriting = (target: EventTarget | null) => target instanceof HTMLTextAreaElement
/** Text fields and buttons on the paper take their own presses. */
const isOwn = (target: EventTarget | null) => target instanceof Element && target.closest('textarea, button') !== null

/**
 * Leads every finger, mouse and pen on `paper` to the tool in hand. One finger is the tool; two always pan and zoom,
 * and call off what the first had begun. `point` hears where the pointer is, null when it has left.
 */
export const attachPointers = (paper: HTMLElement, editor: Editor, point: (at: Point | null) => void): (() => void) => {
  const tools = toolbox(editor)
  const pinch = new Pinch()
  let held: { pointer: number; tool: Tool; may: Editor['may'] } | null = null
  // After a pinch the last finger still on the glass is no tool.
  let pinched = false
  let space = false

  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = paper.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  const pressOf = (event: PointerEvent): Press => {
    const screen = placeOf(event)
    return {
      screen,
      world: toWorld(editor.camera, screen),
      shift: event.shiftKey,
      handle: handleOf(event.target),
      touch: event.pointerType !== 'mouse',
      at: event.timeStamp,
    }
  }

  const callOff = () => {
    held?.tool.cancel()
    held = null
  }

  const down = (event: PointerEvent) => {
    if (isOwn(event.target) || event.button > 1) return
    if (event.pointerType === 'touch') {
      pinch.down(event.pointerId, placeOf(event))
      if (pinch.fingers > 1) {
        callOff()
        pinched = true
        return
      }
      pinched = false
    }
    if (held) return
    paper.setPointerCapture(event.pointerId)
    const tool = event.button === 1 || space ? tools.hand : tools[editor.tool]
    held = { pointer: event.pointerId, tool, may: editor.may }
    tool.down(pressOf(event))
  }

  const move = (event: PointerEvent) => {
    point(toWorld(editor.camera, placeOf(event)))
    if (event.pointerType === 'touch') {
      const camera = pinch.move(event.pointerId, placeOf(event), editor.camera)
      if (camera) editor.camera = camera
      if (pinched) return
    }
    if (held?.pointer !== event.pointerId) return
    if (held.may !== editor.may) return callOff()
    held.tool.move(pressOf(event))
  }

  const up = (event: PointerEvent) => {
    pinch.up(event.pointerId)
    if (event.pointerType === 'touch') point(null)
    if (held?.pointer !== event.pointerId) return
    const { tool } = held
    held = null
    if (event.type === 'pointerup') tool.up(pressOf(event))
    else tool.cancel()
  }

  const leave = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') point(null)
  }

  const wheel = (event: WheelEvent) => {
    if (isWriting(event.target) && !event.ctrlKey) return
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineOfWheelPx : 1
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
    if (event.ctrlKey || event.metaKey) {
      // A notch of a mouse is 100, a pinch on a touchpad comes in steps of a few: both feel alike.
      const step = Math.exp(-Math.max(-40, Math.min(40, dy)) * 0.008)
      editor.camera = zoomedAt(editor.camera, placeOf(event), editor.camera.zoom * step)
    } else if (event.shiftKey && dx === 0) editor.camera = panned(editor.camera, -dy, 0)
    else editor.camera = panned(editor.camera, -dx, -dy)
  }

  // A press would move the focus away from the text or the note that has it; we give the focus ourselves.
  const keepFocus = (event: MouseEvent) => {
    if (isWriting(event.target)) return
    event.preventDefault()
    if (editor.editing === null) paper.focus({ preventScroll: true })
  }

  const spaceKey = (event: KeyboardEvent) => {
    if (event.code !== 'Space') return
    const free = event.target === paper || event.target === document.body
    if (event.type === 'keydown' && free) event.preventDefault()
    space = event.type === 'keydown' && free
    paper.classList.toggle('grab', space)
  }

  const calm = new AbortController()
  const on = { signal: calm.signal }
  paper.addEventListener('pointerdown', down, on)
  paper.addEventListener('pointermove', move, on)
  paper.addEventListener('pointerup', up, on)
  paper.addEventListener('pointercancel', up, on)
  paper.addEventListener('pointerleave', leave, on)
  paper.addEventListener('wheel', wheel, { ...on, passive: false })
  paper.addEventListener('mousedown', keepFocus, on)
  addEventListener('keydown', spaceKey, on)
  addEventListener('keyup', spaceKey, on)
  return () => {
    calm.abort()
    callOff()
  }
}
