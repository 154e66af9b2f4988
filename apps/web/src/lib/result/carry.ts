/** So near to an edge of the screen the page moves under what is carried: head and foot bars lie over some of it. */
const edgePx = 110
const stepMaxPx = 16

/** How far the page moves in one frame: nothing in the middle, the more the nearer to the edge. */
export const edgeStep = (y: number, height: number): number => {
  // On a low screen something has to stay still.
  const edge = Math.min(edgePx, height / 4)
  const into = y < edge ? y - edge : y > height - edge ? y - (height - edge) : 0
  return Math.round((Math.max(-edge, Math.min(edge, into)) / edge) * stepMaxPx)
}

interface Carried {
  /** Where the hand is, also when the page has moved under it. */
  readonly over: (x: number, y: number) => void
  /** Let go there; null: it was not meant, or the system has taken the finger away. */
  readonly end: (at: { readonly x: number; readonly y: number } | null) => void
}

/**
 * From a press to letting go, by mouse, pen or finger. A finger that is held still at an edge goes on scrolling; a second one is
 * nobody's. What is heard is heard of the window: the page may be drawn anew under the hand, and the chip be gone.
 */
export const carry = ({ pointerId, clientX, clientY, currentTarget }: PointerEvent, { over, end }: Carried): void => {
  let [x, y] = [clientX, clientY]
  const ears = new AbortController()
  const { signal } = ears
  const stop = (at: Parameters<typeof end>[0]) => {
    ears.abort()
    cancelAnimationFrame(frame)
    end(at)
  }
  const own = (heard: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) heard(event)
  }
  const scroll = () => {
    const step = edgeStep(y, window.innerHeight)
    if (step !== 0) {
      window.scrollBy(0, step)
      over(x, y)
    }
    frame = requestAnimationFrame(scroll)
  }
  let frame = requestAnimationFrame(scroll)
  ;(currentTarget as HTMLElement).setPointerCapture(pointerId)
  const move = own((event) => {
    ;[x, y] = [event.clientX, event.clientY]
    over(x, y)
  })
  const up = own((event) => stop({ x: event.clientX, y: event.clientY }))
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', up, { signal })
  window.addEventListener(
    'pointercancel',
    own(() => stop(null)),
    { signal },
  )
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(null), { signal })
}
