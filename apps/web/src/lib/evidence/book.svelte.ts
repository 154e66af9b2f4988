import type { evidence as promise, NamedRecord, ShownEvidence } from '@sheber/contract/evidence'
import type { Framework } from '@sheber/contract/framework'
import type { portfolio, Portfolio } from '@sheber/contract/portfolio'
import { ask } from '#lib/api.ts'
import { follow, hearAny } from '#lib/events.ts'
import { lookAtFramework } from './read.ts'

/** News come in crowds: one look for all of them. */
const quietMs = 80

/**
 * What is claimed in one portfolio, with the words of its frameworks: fetched once for a page, however many of its records ask, and
 * kept up to date by the news.
 */
export class Book {
  readonly portfolioId: string
  all = $state.raw<readonly ShownEvidence[]>([])
  records = $state.raw<readonly NamedRecord[]>([])
  frameworks = $state.raw<ReadonlyMap<string, Framework>>(new Map())
  portfolio = $state.raw<Portfolio | null>(null)
  may = $state.raw({ link: false })
  state = $state<'loading' | 'ready' | 'failed'>('loading')
  #waiting: ReturnType<typeof setTimeout> | undefined
  #stops: (() => void)[] = []

  constructor(portfolioId: string) {
    this.portfolioId = portfolioId
  }

  open(position: number): void {
    this.#stops = [
      follow(`portfolio:${this.portfolioId}`, position),
      hearAny(({ body }) => {
        if (!('portfolioId' in body) || body.portfolioId !== this.portfolioId) return
        clearTimeout(this.#waiting)
        this.#waiting = setTimeout(() => void this.look(), quietMs)
      }),
    ]
    void this.look()
  }

  close(): void {
    clearTimeout(this.#waiting)
    for (const stop of this.#stops) stop()
  }

  async look(): Promise<void> {
    const params = { portfolioId: this.portfolioId }
    try {
      const [found, of] = await Promise.all([
        ask<typeof promise.list>(fetch, 'GET', '/api/portfolio/:portfolioId/evidence', { params }),
        ask<typeof portfolio.look>(fetch, 'GET', '/api/portfolio/:portfolioId', { params }),
      ])
      const missing = [...new Set(found.evidence.map(({ frameworkId }) => frameworkId))].filter((id) => !this.frameworks.has(id))
      const looked = await Promise.all(missing.map((id) => lookAtFramework(fetch, id)))
      if (looked.length > 0) this.frameworks = new Map([...this.frameworks, ...looked.map((one) => [one.id, one] as const)])
      this.all = found.evidence
      this.records = found.records
      this.may = found.may
      this.portfolio = of
      this.state = 'ready'
    } catch {
      // What was fetched before stays in sight; the next news try again.
      if (this.state === 'loading') this.state = 'failed'
    }
  }
}

const books = new Map<string, { book: Book; readers: number }>()

/** Shared by all who read about one portfolio on a page. Returns the way to put it back. */
export const openBook = (portfolioId: string, position: number): { book: Book; close: () => void } => {
  const known = books.get(portfolioId) ?? { book: new Book(portfolioId), readers: 0 }
  books.set(portfolioId, known)
  known.readers += 1
  if (known.readers === 1) known.book.open(position)
  return {
    book: known.book,
    close: () => {
      known.readers -= 1
      if (known.readers > 0) return
      known.book.close()
      books.delete(portfolioId)
    },
  }
}
