import type { ExhibitionState } from '@sheber/contract/exhibition'
import type { judge, Mine, Seat } from '@sheber/contract/judge'
import { invalidate } from '$app/navigation'
import { ask, Refused } from '#lib/api.ts'
import { keptAt, setFresh } from '#lib/copy/kept-at.ts'
import { pictureAt } from './picture.ts'
import type { Scoring } from './scoring.svelte.ts'

/** The page comes first; later, several changes at once are kept together. */
const firstMs = 1000
const quietMs = 3000
const renewMs = 15_000
/** Longer than judging, as its link does: what a phone has kept is still seen there, and brought. */
const afterMs = 24 * 3_600_000

const isOver = (state: ExhibitionState) => state === 'deliberation' || state === 'results' || state === 'archived'

/** The page of a judge, kept on the device so that it opens without a network, and renewed when it was opened so. */
export class Keeping {
  readonly #scoring: Scoring
  readonly #of: () => Mine['exhibition']
  #soon: ReturnType<typeof setTimeout> | undefined
  #renewing = false
  /** When the page that is looked at was kept; null: it came from the server, or has been renewed since. */
  keptAt = $state<string | null>(null)

  constructor(scoring: Scoring, of: () => Mine['exhibition']) {
    this.#scoring = scoring
    this.#of = of
  }

  /** In the browser. Returns the way to stop. */
  open(): () => void {
    this.keptAt = keptAt()
    const renew = () => void this.#renew()
    renew()
    addEventListener('online', renew)
    const timer = setInterval(renew, renewMs)
    return () => {
      clearTimeout(this.#soon)
      removeEventListener('online', renew)
      clearInterval(timer)
    }
  }

  /** Keeps the page as it is at the server now, once nothing of `seats` has changed for a while. */
  keepSoon(seats: readonly Seat[]): void {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => void this.#keep(seats).catch(() => undefined), this.#soon ? quietMs : firstMs)
  }

  async #keep(seats: readonly Seat[]): Promise<void> {
    const { id, state, judgingTo } = this.#of()
    const pictures = seats.flatMap(({ stand }) => stand.pictures.map(({ fileId }) => pictureAt(id, stand.id, fileId, 320)))
    const { dropCopies, dropCopy, keepCopy } = await import('#lib/copy/keep.ts')
    if (this.#scoring.signedOut) return dropCopies()
    const [now, end] = [new Date(), new Date(Date.parse(judgingTo) + afterMs)]
    // Nothing is scored any more: children's work does not lie on for what nobody does.
    if (isOver(state) || now >= end) return dropCopy(location.pathname)
    await keepCopy(now, { end, pictures: new Set(pictures) })
  }

  /** There may be a network again: what waits goes, and then the page is what the server says. */
  async #renew(): Promise<void> {
    if (!this.keptAt || this.#renewing) return
    this.#renewing = true
    try {
      await ask<typeof judge.look>(fetch, 'GET', '/api/exhibition/:exhibitionId/jury', { params: { exhibitionId: this.#of().id } })
      await this.#scoring.flush()
      this.#setFresh()
      await invalidate('app:jury')
    } catch (no) {
      // Theirs no more: the sign-in is over, or they judge here no longer. The page itself says so then.
      if (no instanceof Refused && [401, 403, 404].includes(no.status)) {
        await (await import('#lib/copy/keep.ts')).dropCopies()
        this.#setFresh()
        await invalidate('app:jury')
      }
    } finally {
      this.#renewing = false
    }
  }

  #setFresh(): void {
    this.keptAt = null
    setFresh()
  }
}
