import type { Extent, Unit, View } from '@sheber/document/thing'
import { bytesAt } from '../board/model/bytes.ts'
import { labelsOf, nearer } from '../board/model/camera.ts'
import { attachHand, turnedByKey } from '../board/model/hand.ts'
import { inMillimetres, saySide, saySize } from '../board/model/measure.ts'
import { ModelTrouble, type TroubleName } from '../board/model/mesh.ts'
import { Model } from '../board/model/model.ts'
import type ru from './words.ru.ts'

export type TurnWords = (typeof ru)['turn']

/** So long after the last movement the picture is painted as finely as it can be. */
const restMs = 140
/** Sharper than this costs a phone more than anybody sees. */
const densityMax = 1.5

const made = <K extends keyof HTMLElementTagNameMap>(name: K, like: Partial<HTMLElementTagNameMap[K]> = {}) =>
  Object.assign(document.createElement(name), like)

const viewOf = (said: string): View => {
  const [around = 0, above = 0, near = 1] = said.split(' ').map(Number)
  return [around, above, near]
}

/** Takes the place of the still picture, and gives it back. */
class TurningModel {
  readonly #place: HTMLElement
  readonly #w: TurnWords
  readonly #first: View
  readonly #unit: Unit
  readonly #language = document.documentElement.lang
  readonly #leave = new AbortController()
  readonly #window = made('div', { className: 'window', tabIndex: 0 })
  readonly #canvas = made('canvas')
  readonly #sides = [0, 1, 2].map(() => made('span', { className: 'side', hidden: true }))
  readonly #told = made('p', { className: 'told' })
  readonly #angle = made('p', { className: 'unseen' })
  readonly #buttons: HTMLButtonElement[] = []
  readonly #whole = made('div', { className: 'turn' })
  #view: View
  #box = true
  #size = { w: 0, h: 0 }
  #model: Model | null = null
  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(place: HTMLElement, w: TurnWords) {
    const { view = '', unit = 'mm' } = place.dataset
    this.#place = place
    this.#w = w
    this.#view = this.#first = viewOf(view)
    this.#unit = unit as Unit
  }

  /** Resolves when it turns, or when the still is back with a word of why it does not. */
  async open(): Promise<TroubleName | null> {
    this.#furnish()
    try {
      this.#say(this.#w.loading(0))
      const bytes = await bytesAt(
        this.#place.dataset['model'] ?? '',
        (part) => this.#say(this.#w.loading(Math.floor(part * 100))),
        this.#leave.signal,
      )
      this.#say(this.#w.preparing)
      const model = await Model.open(bytes)
      if (this.#leave.signal.aborted) {
        model.close()
        return null
      }
      this.#model = model
      this.#say(saySize(model.extent, this.#unit, this.#language))
      for (const one of this.#buttons) one.disabled = false
      this.#paint(false)
      return null
    } catch (why) {
      if (this.#leave.signal.aborted) return null
      this.close()
      return why instanceof ModelTrouble ? why.why : 'broken'
    }
  }

  close() {
    clearTimeout(this.#resting)
    this.#leave.abort()
    this.#model?.close()
    this.#whole.remove()
    delete this.#place.dataset['turns']
    this.#place.querySelector('button')?.focus()
  }

  #say(words: string) {
    if (this.#told.textContent !== words) this.#told.textContent = words
  }

  #furnish() {
    const w = this.#w
    const hint = made('p', { className: 'unseen', id: 'turn-hint', textContent: w.hint })
    this.#window.setAttribute('role', 'application')
    this.#window.setAttribute('aria-label', w.label)
    this.#window.setAttribute('aria-describedby', hint.id)
    this.#canvas.setAttribute('aria-hidden', 'true')
    for (const side of this.#sides) side.setAttribute('aria-hidden', 'true')
    this.#told.setAttribute('role', 'status')
    this.#angle.setAttribute('aria-live', 'polite')
    this.#window.append(this.#canvas, ...this.#sides)

    const tools = made('div', { className: 'tools' })
    tools.setAttribute('role', 'toolbar')
    tools.setAttribute('aria-label', w.tools)
    const tool = (words: string, press: (button: HTMLButtonElement) => void) => {
      const button = made('button', { type: 'button', textContent: words, disabled: true })
      button.addEventListener('click', () => press(button))
      this.#buttons.push(button)
      return button
    }
    const close = made('button', { type: 'button', textContent: w.close })
    close.addEventListener('click', () => this.close())
    const box = tool(w.box, (button) => {
      this.#box = !this.#box
      button.setAttribute('aria-pressed', String(this.#box))
      this.#paint(false)
    })
    box.setAttribute('aria-pressed', 'true')
    tools.append(
      tool(w.reset, () => this.#turn(this.#first, false)),
      tool(w.farther, () => this.#turn(nearer(this.#view, 1 / 1.25), false)),
      tool(w.nearer, () => this.#turn(nearer(this.#view, 1.25), false)),
      box,
      close,
    )
    this.#whole.append(this.#window, hint, this.#angle, this.#told, tools)
    this.#place.dataset['turns'] = ''
    this.#place.append(this.#whole)

    const { signal } = this.#leave
    this.#whole.addEventListener('keydown', (event) => this.#key(event), { signal })
    signal.addEventListener('abort', attachHand(this.#window, { get: () => this.#view, set: (view, moving) => this.#turn(view, moving) }))
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      this.#size = { w: entry.contentRect.width, h: entry.contentRect.height }
      this.#paint(false)
    })
    observer.observe(this.#window)
    signal.addEventListener('abort', () => observer.disconnect())
    this.#window.focus({ preventScroll: true })
  }

  #key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      return this.close()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.#window) return
    const next = turnedByKey(event, this.#view, this.#first)
    if (!next) return
    event.preventDefault()
    this.#turn(next, false)
    // By the keyboard one does not see the way: it is said.
    this.#angle.textContent = this.#w.angle(Math.round(next[0]), Math.round(next[1]))
  }

  #turn(view: View, moving: boolean) {
    this.#view = view
    this.#paint(moving)
  }

  /** In one frame what a weak phone can; all of it once the hand rests. */
  #paint(moving: boolean) {
    clearTimeout(this.#resting)
    if (moving) this.#resting = setTimeout(() => this.#paint(false), restMs)
    const model = this.#model
    const { w, h } = this.#size
    if (!model || w < 1 || h < 1) return
    const density = moving ? 1 : Math.min(devicePixelRatio || 1, densityMax)
    const view = this.#view
    this.#measure(model.extent, view)
    void model.paint({ view, w: w * density, h: h * density, fine: !moving, net: false, box: this.#box }).then((picture) => {
      if (!picture) return
      this.#canvas.width = picture.width
      this.#canvas.height = picture.height
      this.#canvas.getContext('2d')?.putImageData(picture, 0, 0)
      // For whoever looks from outside: which view is on the screen.
      this.#window.dataset['view'] = view.map(Math.round).join(' ')
    })
  }

  /** Beside each edge of the box how long it is. */
  #measure(extent: Extent, view: View) {
    const { w, h } = this.#size
    const millimetres = inMillimetres(extent, this.#unit)
    for (const [at, { x, y }] of labelsOf(view, extent, w, h).entries()) {
      const side = this.#sides[at]
      if (!side) continue
      side.hidden = !this.#box
      side.textContent = saySide(millimetres[at] ?? 0, this.#language)
      const inside = (value: number, edge: number, room: number) => Math.max(edge, Math.min(room - edge, value))
      side.style.transform = `translate(${inside(x, 34, w)}px, ${inside(y, 12, h)}px) translate(-50%, -50%)`
    }
  }
}

/** Fetched when somebody first wants to turn a model; whoever fetched it says when. */
export const offerTurning = (w: TurnWords) => {
  const place = document.querySelector<HTMLElement>('.model')
  const told = place?.querySelector<HTMLElement>(':scope > [role=status]')
  if (!place || place.dataset['ready'] !== undefined) return
  place.dataset['ready'] = '1'
  place.addEventListener('turn', () => {
    if (place.dataset['turns'] !== undefined) return
    void new TurningModel(place, w).open().then((trouble) => {
      if (told) told.textContent = trouble ? w.trouble[trouble] : ''
    })
  })
}
