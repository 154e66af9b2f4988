import { languageHere } from '#lib/words/here.ts'
import type { Editor } from './core/editor.ts'
import type { Point } from './core/geometry.ts'
import type { Desk } from './desk.svelte.ts'
import { setWithLetters, withLetters } from './letters.ts'
import { Lazy } from './lazy.svelte.ts'
import { Sight } from './sight.svelte.ts'

/** Everything that opens above or beside the paper; one at a time, the last asked for. */
export type Sheet = 'palette' | 'find' | 'join' | 'help' | 'menu' | 'people'

export type TrayName = 'note' | 'text' | 'shape' | 'connector' | 'pen' | 'stamp' | 'more'

export type TakePictures = (files: readonly File[], at: Point) => void

const juniorKey = (board: string) => `sheber:board:${board}:junior`

/**
 * The interface around one desk: which tray and which sheet are open. What is not needed before the first drag is fetched
 * when it is first asked for.
 */
export class Face {
  readonly desk: Desk
  readonly editor: Editor
  readonly sight: Sight
  readonly #stops: (() => void)[]
  readonly key: string

  readonly kit = new Lazy(() => import('./kit.ts').then(({ fetchKit }) => fetchKit(languageHere())))
  readonly trays = new Lazy(() => import('./tray/fetch.ts').then(({ fetchTray }) => fetchTray(languageHere())))
  readonly sheets = new Lazy(() => import('./command/fetch.ts').then(({ fetchSheets }) => fetchSheets(languageHere())))
  readonly company = new Lazy(() => import('./company/fetch.ts').then(({ fetchCompany }) => fetchCompany(languageHere())))
  readonly map = new Lazy(() => import('./minimap/fetch.ts').then(({ fetchMap }) => fetchMap(languageHere())))
  readonly show = new Lazy(() => import('./slides/fetch.ts').then(({ fetchSlides }) => fetchSlides(languageHere())))

  tray = $state<TrayName | null>(null)
  sheet = $state<Sheet | null>(null)
  /** Where the menu was asked for, in pixels of the paper; null: by the keyboard. */
  menuAt = $state.raw<Point | null>(null)
  menuOf = $state<'things' | 'board'>('things')
  mapped = $state(false)
  presenting = $state(false)
  /** Whether a letter alone is a command: switched off for speech input and screen readers. */
  letters = $state(true)
  /** Five big tools for the youngest: by one's own choice, or because a teacher keeps it so. */
  own = $state(false)
  bound = $state(false)
  readonly page = new Lazy(() => import('./page.ts'))
  /** Of whoever leads the board: whether it is kept simple for the others, and the way to change it. */
  simplify = $state.raw<{ readonly on: boolean; readonly set: (on: boolean) => void } | undefined>(undefined)
  takePictures = $state.raw<TakePictures | undefined>(undefined)

  constructor(desk: Desk, board: string) {
    this.desk = desk
    this.editor = desk.stage.editor
    this.sight = new Sight(this.editor)
    this.key = juniorKey(board)
    this.own = readFlag(this.key)
    this.letters = withLetters()
    this.#stops = [
      this.editor.watch(() => this.#stayOnPage()),
      this.editor.answer('menu', ({ at }) => this.openMenu(at)),
      this.editor.answer('image', () => document.querySelector<HTMLInputElement>('.bars input[type=file]')?.click()),
      ...(['palette', 'find', 'join', 'help'] as const).map((sheet) => this.editor.answer(sheet, () => this.open(sheet))),
      this.editor.answer('minimap', () => this.toggleMap()),
      this.editor.answer('grid', () => this.#toggleSnap('grid')),
      this.editor.answer('snap', () => this.#toggleSnap('edges', 'gaps')),
    ]
  }

  close() {
    for (const stop of this.#stops) stop()
  }

  #toggleSnap(...names: readonly (keyof Editor['snap'])[]) {
    const { editor } = this
    const on = names.some((name) => !editor.snap[name])
    editor.snap = { ...editor.snap, ...Object.fromEntries(names.map((name) => [name, on])) }
  }

  open(sheet: Sheet) {
    this.tray = null
    this.sheet = this.sheet === sheet && sheet !== 'find' ? null : sheet
    void this.#wait(sheet === 'people' ? this.company : this.sheets, () => (this.sheet = null))
  }

  /** A sheet has been asked for and has not come yet. */
  get coming(): boolean {
    return this.sheet !== null && (this.sheet === 'people' ? this.company : this.sheets).part === null
  }

  /** Of what is chosen, or of the board as a whole. */
  openMenu(at: Point | null, of: 'things' | 'board' = 'things') {
    const again = this.sheet === 'menu' && of === this.menuOf
    this.sheet = null
    this.menuAt = at
    this.menuOf = of
    if (!again || at) this.open('menu')
  }

  /** From a button that may be pressed before the tools and commands are here. */
  async withKit(work: (kit: NonNullable<Face['kit']['part']>) => unknown) {
    const kit = await this.kit.fetch()
    if (kit) work(kit)
    else this.desk.missing()
  }

  shut() {
    this.sheet = null
    document.querySelector<HTMLElement>('section.paper')?.focus({ preventScroll: true })
  }

  // On a phone the tray lies on the paper that one wants to draw on.
  touched() {
    if (this.tray === 'more' || this.sight.narrow) this.tray = null
  }

  toggleTray(name: TrayName) {
    this.tray = this.tray === name ? null : name
    if (this.tray) void this.#wait(this.trays, () => (this.tray = null))
  }

  toggleMap() {
    this.mapped = !this.mapped
    if (this.mapped) void this.#wait(this.map, () => (this.mapped = false))
  }

  present() {
    this.tray = null
    this.sheet = null
    this.presenting = true
    void this.#wait(this.show, () => (this.presenting = false))
  }

  #stayOnPage() {
    if (this.junior && !this.presenting) void this.page.fetch().then((part) => part?.stay(this.editor))
  }

  get junior() {
    return this.own || this.bound
  }

  bind(bound = false) {
    if (bound === this.bound) return
    this.bound = bound
    this.settle()
  }

  /** Whole or simple from now on. */
  settle() {
    this.tray = null
    void this.page.fetch().then((part) => this.junior && part?.putDown(this.editor))
    this.#stayOnPage()
  }

  useLetters(letters: boolean) {
    this.letters = letters
    setWithLetters(letters)
  }

  // Without a network a part may not come: the person is told, and nothing stands half open.
  async #wait(lazy: Lazy<unknown>, undo: () => void) {
    if ((await lazy.fetch()) !== null) return
    undo()
    this.desk.missing()
  }
}

// A browser may forbid its storage: then the choice lasts as long as the page.
const readFlag = (key: string) => {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}
