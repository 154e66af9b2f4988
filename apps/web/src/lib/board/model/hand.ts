import type { View } from '@sheber/document/thing'
import { nearer, turnedBy } from './camera.ts'

/** Half a turn for the width of a card. */
const degreesPerPx = 0.55
const keyDegrees = 15

interface Turned {
  /** Where it looks now. */
  readonly get: () => View
  /** By a hand that has not let go yet, or at rest. */
  readonly set: (view: View, moving: boolean) => void
}

const spread = (all: ReadonlyMap<number, { readonly x: number; readonly y: number }>): number => {
  const [one, other] = [...all.values()]
  return one && other ? Math.max(20, Math.hypot(one.x - other.x, one.y - other.y)) : 0
}

/** One finger or the mouse turns, two fingers or the wheel come nearer. The board below hears nothing of it. */
export const attachHand = (window: HTMLElement, { get, set }: Turned): (() => void) => {
  const held = new Map<number, { x: number; y: number }>()
  const calm = new AbortController()
  const on = { signal: calm.signal }

  window.addEventListener(
    'pointerdown',
    (event) => {
      event.stopPropagation()
      if (event.button > 0) return
      held.set(event.pointerId, { x: event.clientX, y: event.clientY })
      window.setPointerCapture(event.pointerId)
    },
    on,
  )
  window.addEventListener(
    'pointermove',
    (event) => {
      const last = held.get(event.pointerId)
      if (!last) return
      event.stopPropagation()
      const before = spread(held)
      const [dx, dy] = [event.clientX - last.x, event.clientY - last.y]
      held.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const after = spread(held)
      set(before > 0 && after > 0 ? nearer(get(), after / before) : turnedBy(get(), dx * degreesPerPx, dy * degreesPerPx), true)
    },
    on,
  )
  const letGo = (event: PointerEvent) => {
    event.stopPropagation()
    if (held.delete(event.pointerId) && held.size === 0) set(get(), false)
  }
  window.addEventListener('pointerup', letGo, on)
  window.addEventListener('pointercancel', letGo, on)
  window.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
      set(nearer(get(), Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) * 0.003)), true)
    },
    { ...on, passive: false },
  )
  return () => calm.abort()
}

/** What a key does to the view; null: it is no key of ours. `first` brings the first view back. */
export const turnedByKey = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, view: View, first: View): View | null => {
  const step = shiftKey ? keyDegrees / 5 : keyDegrees
  switch (key) {
    case 'ArrowLeft':
      return turnedBy(view, -step, 0)
    case 'ArrowRight':
      return turnedBy(view, step, 0)
    case 'ArrowUp':
      return turnedBy(view, 0, -step)
    case 'ArrowDown':
      return turnedBy(view, 0, step)
    case '+':
    case '=':
      return nearer(view, 1.2)
    case '-':
      return nearer(view, 1 / 1.2)
    case '0':
    case 'Home':
      return first
    default:
      return null
  }
}
