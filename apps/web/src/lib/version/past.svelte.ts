import type { Board } from '@sheber/contract/board'
import type { Language } from '@sheber/contract/words'
import type { PastWords } from './words.ts'

/** How a board stands besides its content, as the page was told. */
export interface AboutPast extends Pick<Board, 'may' | 'mayFreeze' | 'frozen'> {
  readonly boardId: string
  /** How often one's own work came too late and still waits for its author. */
  readonly late: number
}

/** Versions, freezing and late work are fetched when there is something to show of them: a board opens without. */
export class Past {
  open = $state(false)
  covered = $state(false)
  failed = $state(false)
  parts = $state.raw<{ readonly View: typeof import('./Past.svelte').default; readonly w: PastWords } | null>(null)

  async fetch(language: Language): Promise<void> {
    if (this.parts) return
    const fetched = Promise.all([import('./Past.svelte'), import('./words.ts').then(({ loadPastWords }) => loadPastWords(language))])
    const [view, w] = (await fetched.catch(() => null)) ?? []
    this.failed = !view
    if (view && w) this.parts = { View: view.default, w }
  }

  async show(language: Language): Promise<void> {
    this.open = true
    await this.fetch(language)
    if (this.failed) this.open = false
  }
}
