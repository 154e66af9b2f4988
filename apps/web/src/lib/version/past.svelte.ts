import type { Board } from '@sheber/contract/board'
import type { Language } from '@sheber/contract/words'
import type { fetchPast } from './fetch.ts'

/** How a board stands besides its content, as the page was told. */
export interface AboutPast extends Pick<Board, 'may' | 'mayFreeze' | 'frozen' | 'maySimplify' | 'simple'> {
  readonly boardId: string
  /** How often one's own work came too late and still waits for its author. */
  readonly late: number
}

/** Versions, freezing and late work are fetched when there is something to show of them: a board opens without. */
export class Past {
  open = $state(false)
  covered = $state(false)
  failed = $state(false)
  parts = $state.raw<Awaited<ReturnType<typeof fetchPast>> | null>(null)

  async fetch(language: Language): Promise<void> {
    this.parts ??= await import('./fetch.ts').then(({ fetchPast }) => fetchPast(language)).catch(() => null)
    this.failed = !this.parts
  }

  async show(language: Language): Promise<void> {
    this.open = true
    await this.fetch(language)
    if (this.failed) this.open = false
  }
}
