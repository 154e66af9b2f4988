/** Where a record would come to stand. */
export interface Spot {
  readonly section: string
  readonly place: number
}

const edgePx = 70
const scrollPx = 12

/**
 * A record dragged by its handle, with a finger or a mouse. The lists say where they are by `data-section`, what stands in
 * them by `data-record`; the record itself stays where it is until it is let go.
 */
export class Dragging {
  id = $state<string | null>(null)
  spot = $state.raw<Spot | null>(null)

  hold(id: string, event: PointerEvent, drop: (id: string, spot: Spot) => void) {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    handle.setPointerCapture(event.pointerId)
    const move = ({ clientX, clientY }: PointerEvent) => {
      this.id = id
      this.spot = this.#spotAt(id, clientX, clientY)
      if (clientY < edgePx) window.scrollBy(0, -scrollPx)
      else if (clientY > window.innerHeight - edgePx) window.scrollBy(0, scrollPx)
    }
    const end = (event: Event) => {
      handle.removeEventListener('pointermove', move)
      for (const name of ['pointerup', 'pointercancel']) handle.removeEventListener(name, end)
      const { spot } = this
      this.id = null
      this.spot = null
      if (event.type === 'pointerup' && spot) drop(id, spot)
    }
    handle.addEventListener('pointermove', move)
    for (const name of ['pointerup', 'pointercancel']) handle.addEventListener(name, end)
  }

  #spotAt(id: string, x: number, y: number): Spot | null {
    const lists = [...document.querySelectorAll<HTMLElement>('[data-section]')]
    const list =
      document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-section]') ??
      lists.find((one) => one.getBoundingClientRect().bottom >= y) ??
      lists.at(-1)
    if (!list) return null
    const others = [...list.querySelectorAll<HTMLElement>('[data-record]')].filter((one) => one.dataset['record'] !== id)
    const place = others.findIndex((one) => {
      const { top, height } = one.getBoundingClientRect()
      return y < top + height / 2
    })
    return { section: list.dataset['section'] ?? '', place: place < 0 ? others.length : place }
  }
}
