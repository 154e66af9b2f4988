/**
 * Looking around in a large picture: larger and smaller by buttons, by the wheel with Ctrl as in any map, by + − 0, and by two fingers;
 * it is drawn about where one pointed. A mouse takes hold of it, a finger moves it anyway. Whoever has no script moves it and opens it
 * by itself.
 */
export const aroundScript = `const place = document.querySelector('.look')
const picture = place && place.firstElementChild
if (picture) {
  const least = 100, most = 1600
  const { larger, smaller, whole } = place.dataset
  const told = document.createElement('output')
  const bar = document.createElement('p')
  bar.className = 'zoom'
  let size = 0
  const zoom = (wanted, x = place.clientWidth / 2, y = place.clientHeight / 2) => {
    const before = picture.clientWidth
    size = Math.min(most, Math.max(least, wanted))
    picture.style.width = size + '%'
    const by = picture.clientWidth / before
    place.scrollLeft = (place.scrollLeft + x) * by - x
    place.scrollTop = (place.scrollTop + y) * by - y
    told.value = Math.round(size) + ' %'
    closer.disabled = size >= most
    farther.disabled = size <= least
  }
  const button = (sign, name, work) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = sign
    made.setAttribute('aria-label', name)
    made.title = name
    made.addEventListener('click', work)
    bar.append(made)
    return made
  }
  const step = 1.4
  const farther = button('−', smaller, () => zoom(size / step))
  bar.append(told)
  const closer = button('+', larger, () => zoom(size * step))
  button('⤢', whole, () => zoom(least))
  const at = ({ clientX, clientY }) => {
    const { left, top } = place.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  place.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    zoom(size * Math.exp(-event.deltaY / 300), ...at(event))
  }, { passive: false })
  place.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const wanted = { '+': size * step, '=': size * step, '-': size / step, 0: least }[event.key]
    if (!wanted) return
    event.preventDefault()
    zoom(wanted)
  })
  place.addEventListener('dblclick', (event) => zoom(size * step, ...at(event)))
  // Two fingers. One moves the picture by itself.
  let apart = 0
  const between = ({ touches: [a, b] }) => ({
    far: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    at: at({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }),
  })
  place.addEventListener('touchstart', (event) => { apart = event.touches.length === 2 ? between(event).far : 0 }, { passive: true })
  place.addEventListener('touchmove', (event) => {
    if (event.touches.length !== 2 || !apart) return
    event.preventDefault()
    const now = between(event)
    zoom((size * now.far) / apart, ...now.at)
    apart = now.far
  }, { passive: false })
  place.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    let [x, y] = [event.clientX, event.clientY]
    const move = (next) => {
      place.scrollBy(x - next.clientX, y - next.clientY)
      ;[x, y] = [next.clientX, next.clientY]
    }
    place.setPointerCapture(event.pointerId)
    place.addEventListener('pointermove', move)
    place.addEventListener('lostpointercapture', () => place.removeEventListener('pointermove', move), { once: true })
  })
  picture.draggable = false
  place.classList.add('held')
  place.before(bar)
  const begin = () => zoom((100 * picture.clientWidth) / place.clientWidth, 0, 0)
  if (picture.complete) begin()
  else picture.addEventListener('load', begin)
}
`
