import { spotAt, stepped, type Marked, type Spot } from '@sheber/domain/screen'
import { addressAt, slideIn, Slides, type Slide } from './slide.ts'
import type ru from './words.ru.ts'

export type ScreenWords = (typeof ru)['screen']

/** How often the hall is asked what may be shown: what is taken back is gone well within a minute. */
const askMs = 15_000
/** So long after the last movement the bar and the pointer are out of the way. */
const idleMs = 5_000

const made = <K extends keyof HTMLElementTagNameMap>(name: K, like: Partial<HTMLElementTagNameMap[K]> = {}) =>
  Object.assign(document.createElement(name), like)

/** Which way a key or a remote leads. Null: no key of ours. */
const wayOf = ({ key, code }: KeyboardEvent, lies: boolean): 'on' | 'back' | 'pause' | 'full' | null => {
  if (['ArrowRight', 'PageDown', 'MediaTrackNext'].includes(key) || (lies && key === 'ArrowDown')) return 'on'
  if (['ArrowLeft', 'PageUp', 'MediaTrackPrevious'].includes(key) || (lies && key === 'ArrowUp')) return 'back'
  if ([' ', 'MediaPlayPause', 'MediaPlay', 'MediaPause'].includes(key)) return 'pause'
  // By its place: on a Kazakh keyboard there is another letter on it.
  return code === 'KeyF' ? 'full' : null
}

/** Leads a big screen from stand to stand; the server has shown the first. */
export const walkScreen = (w: ScreenWords) => {
  const { body, documentElement: page } = document
  const first = slideIn(document)
  if (!first) return
  const slides = new Slides()
  const msEach = Number(body.dataset['seconds']) * 1_000
  const bar = first.bar
  let now: Slide = first
  let deck: readonly Marked[] = [{ id: first.id, mark: first.mark }]
  let spot: Spot = { id: first.id, place: 0, round: Number(body.dataset['round']) }
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPaused = false

  const away = made('p', { className: 'away', hidden: true, textContent: w.away })
  const pause = made('button', { type: 'button', textContent: w.pause, title: w.keys })
  const full = made('button', { type: 'button', textContent: w.full, hidden: !document.fullscreenEnabled })
  away.setAttribute('role', 'status')
  bar.prepend(pause, full)
  body.append(away)

  /** From the beginning of its time. */
  const wait = () => {
    clearTimeout(timer)
    document.querySelector('.progress')?.remove()
    if (isPaused) return
    const progress = made('i', { className: 'progress' })
    progress.style.animationDuration = `${msEach}ms`
    body.append(progress)
    timer = setTimeout(() => go(1), msEach)
  }

  const show = (slide: Slide, at: Spot) => {
    spot = at
    if (slide.main !== now.main) now.main.replaceWith(slide.main)
    now = slide
    page.lang = slide.language
    document.title = slide.title
    history.replaceState(null, '', addressAt(location.href, at))
    // The bar stays where it is, with whoever is about to press something in it.
    const [ours, theirs] = [bar, slide.bar].map((one) => [...one.querySelectorAll<HTMLElement>('a, span')])
    for (const [n, one] of (ours ?? []).entries()) {
      const like = theirs?.[n]
      if (!like || like === one) continue
      one.textContent = like.textContent
      if (one instanceof HTMLAnchorElement) one.href = (like as HTMLAnchorElement).href
    }
    wait()
    const next = stepped(
      deck.map(({ id }) => id),
      at,
      1,
    )
    // Comes while this one is looked at.
    if (next) void slides.at(next).catch(() => {})
  }

  const step = async (by: 1 | -1): Promise<void> => {
    const ids = deck.map(({ id }) => id)
    let at: Spot = spot
    // What the hall has taken away meanwhile is passed over.
    for (let tries = 0; tries < ids.length; tries++) {
      const next = stepped(ids, at, by)
      if (!next) break
      try {
        const slide = await slides.at(next)
        if (slide) return show(slide, next)
        at = next
      } catch {
        away.hidden = false
        const kept = stepped(ids, at, by, (one) => slides.keptAt(one) !== null)
        const slide = kept && slides.keptAt(kept)
        return kept && slide ? show(slide, kept) : wait()
      }
    }
    wait()
  }

  /** One after the other, however quickly somebody presses. */
  let walking = Promise.resolve()
  const go = (by: 1 | -1) => {
    walking = walking.then(() => step(by))
  }

  const ask = async () => {
    const { deck: address = '' } = body.dataset
    try {
      const answer = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(askMs) })
      // The hall is closed, or nothing of it is to be seen: the server says so, and begins again by itself.
      if (answer.status === 404) return location.reload()
      if (!answer.ok) throw new Error(String(answer.status))
      const told = (await answer.json()) as { readonly deck: readonly Marked[] }
      away.hidden = true
      deck = told.deck
      if (deck.length === 0) return location.reload()
      slides.heed(deck)
      const same = deck.find(({ id }) => id === now.id)
      if (same?.mark === now.mark) return
      // Taken back, or no longer as it was: nobody waits for its time to be over.
      const again = same && (await slides.at({ ...spot }).catch(() => null))
      if (again) show(again, spot)
      else go(1)
    } catch {
      away.hidden = false
    }
  }

  const setPaused = (to: boolean) => {
    isPaused = to
    pause.textContent = to ? w.go : w.pause
    body.classList.toggle('paused', to)
    wait()
  }
  const toggleFull = () => void (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen()).catch(() => {})

  pause.addEventListener('click', () => setPaused(!isPaused))
  full.addEventListener('click', toggleFull)
  document.addEventListener('fullscreenchange', () => (full.textContent = document.fullscreenElement ? w.small : w.full))
  bar.addEventListener('click', (event) => {
    const rel = (event.target as Element).closest('a')?.rel
    if (rel !== 'next' && rel !== 'prev') return
    event.preventDefault()
    go(rel === 'next' ? 1 : -1)
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = wayOf(event, page.scrollHeight <= page.clientHeight)
    const isPress = event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('a, button')
    if (!way || isPress) return
    event.preventDefault()
    if (way === 'pause') setPaused(!isPaused)
    else if (way === 'full') toggleFull()
    else go(way === 'on' ? 1 : -1)
  })

  let resting: ReturnType<typeof setTimeout> | undefined
  const stir = () => {
    clearTimeout(resting)
    body.classList.remove('idle')
    resting = setTimeout(() => body.classList.add('idle'), idleMs)
  }
  for (const name of ['pointermove', 'pointerdown', 'keydown']) document.addEventListener(name, stir, { passive: true })
  stir()

  /** A screen that falls asleep shows nothing. */
  const stayAwake = () => {
    if (document.visibilityState === 'visible') void navigator.wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', stayAwake)
  stayAwake()

  const begin = async () => {
    await ask()
    const at = spotAt(
      deck.map(({ id }) => id),
      first.id,
      spot.round,
    )
    if (at?.id === now.id) {
      // The bar is in the page; what is kept has one of its own.
      slides.keep(at, { ...first, bar: bar.cloneNode(true) as HTMLElement })
      show(now, at)
    }
    setInterval(() => void ask(), askMs)
  }
  wait()
  walking = begin()
}
