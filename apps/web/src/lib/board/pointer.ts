import { panned, toWorld, zoomedAt } from './core/camera.ts'
import type { Editor } from './core/editor.ts'
import { grips, type Grip, type Point } from './core/geometry.ts'
import { Hands, type Contact } from './core/hands.ts'

const lineOfWheelPx = 16
const gripOf = (target: EventTarget | null): Grip | null => {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-handle]')?.dataset['handle'] : undefined
  return grips.find((grip) => grip === name) ?? null
}
const isWriting = (target: EventTarget | null) => target instanceof HTMLTextAreaElement
/** Text fields and buttons on the paper take their own presses. */
const isOwn = (target: EventTarget | null) => target instanceof Element && target.closest('textarea, input, button') !== null

const ring = (ms: number, rung: () => void) => {
  const timer = setTimeout(rung, ms)
  return () => clearTimeout(timer)
}

/** Hands the browser's pointers, wheel and space bar on to the core. `point` hears where the pointer is, null when it has left. */
export const attachPointers = (paper: HTMLElement, editor: Editor, point: (at: Point | null) => void): (() => void) => {
  const hands = new Hands(editor, ring)

  // Asked at every move of a hand the page would be laid out anew each time: where the paper lies changes with its size alone,
  // or when something is scrolled, and is looked up again at every press.
  let corner: DOMRect | null = null
  const forgetCorner = () => (corner = null)
  const resized = new ResizeObserver(forgetCorner)
  resized.observe(paper)

  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = (corner ??= paper.getBoundingClientRect())
    return { x: event.clientX - left, y: event.clientY - top }
  }

  const contactOf = (event: PointerEvent): Contact => {
    const { pointerId: pointer, pointerType, button, shiftKey: shift, altKey: alt, pressure, timeStamp: at } = event
    const by = pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse'
    // Safari has no gathered events before 18.
    const path = event.getCoalescedEvents?.() ?? []
    return {
      ...{ pointer, by, button, shift, alt, pressure, at },
      screen: placeOf(event),
      ctrl: event.ctrlKey || event.metaKey,
      grip: gripOf(event.target),
      path: path.map((one) => ({ screen: placeOf(one), pressure: one.pressure })),
    }
  }

  const down = (event: PointerEvent) => {
    if (isOwn(event.target)) return
    forgetCorner()
    if (hands.down(contactOf(event))) paper.setPointerCapture(event.pointerId)
  }

  const move = (event: PointerEvent) => {
    point(toWorld(editor.camera, placeOf(event)))
    hands.move(contactOf(event))
  }

  const up = (event: PointerEvent) => {
    if (event.pointerType === 'touch') point(null)
    hands.up(contactOf(event))
  }

  const cancel = (event: PointerEvent) => {
    if (event.pointerType === 'touch') point(null)
    hands.cancel(event.pointerId)
  }

  const leave = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    point(null)
    hands.leave()
  }

  // A long press brings this event too, on some phones; there the finger's own clock has asked already, or will.
  const menu = (event: PointerEvent | MouseEvent) => {
    if (isWriting(event.target)) return
    event.preventDefault()
    // By the keyboard it is asked of what has the focus, whatever lies above it.
    const mirrored = event.target instanceof Element ? event.target.closest<HTMLElement>('.mirror [data-id]') : null
    if (mirrored) return editor.ask('menu', { at: placeOf(event), id: mirrored.dataset['id'] ?? null })
    const isMouse = !(event instanceof PointerEvent) || event.pointerType === 'mouse' || event.pointerType === ''
    if (isMouse && !isOwn(event.target)) hands.menu(placeOf(event))
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
    hands.space = event.type === 'keydown' && free
    paper.classList.toggle('grab', hands.space)
  }

  // Else the browser would click on whatever of the menu lies under the finger.
  const lift = (event: TouchEvent) => {
    if (hands.stayed && event.cancelable) event.preventDefault()
  }

  const calm = new AbortController()
  const on = { signal: calm.signal }
  paper.addEventListener('pointerenter', forgetCorner, on)
  paper.addEventListener('pointerdown', down, on)
  paper.addEventListener('pointermove', move, on)
  paper.addEventListener('pointerup', up, on)
  paper.addEventListener('pointercancel', cancel, on)
  paper.addEventListener('contextmenu', menu, on)
  paper.addEventListener('pointerleave', leave, on)
  paper.addEventListener('wheel', wheel, { ...on, passive: false })
  paper.addEventListener('touchend', lift, { ...on, passive: false })
  paper.addEventListener('mousedown', keepFocus, on)
  addEventListener('scroll', forgetCorner, { ...on, capture: true, passive: true })
  addEventListener('keydown', spaceKey, on)
  addEventListener('keyup', spaceKey, on)
  return () => {
    calm.abort()
    resized.disconnect()
    hands.callOff()
  }
}
