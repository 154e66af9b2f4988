import { spokenAt, stale, type Marked, type Spot } from '@sheber/domain/screen'

/** A stand as it stands on the screen: all of it is kept with its picture, so that it can come again without a network. */
export interface Slide extends Marked {
  readonly main: HTMLElement
  readonly bar: HTMLElement
  readonly language: string
  readonly title: string
}

/** A phone's worth of pictures; of 500 stands the last ones are kept. */
const slidesMax = 60
/** Longer nobody waits for a picture: it comes into its place later. */
const picturesMsMax = 5_000
const answerMsMax = 15_000

/** What a page of the server's shows. Null: no stand. */
export const slideIn = (page: Document): Slide | null => {
  const main = page.querySelector<HTMLElement>('main[data-id]')
  const bar = page.querySelector<HTMLElement>('.bar')
  const { id, mark } = main?.dataset ?? {}
  if (!main || !bar || id === undefined || mark === undefined) return null
  return { id, mark, main, bar, language: page.documentElement.lang, title: page.title }
}

/** The same screen at another stand. */
export const addressAt = (here: string, { id, round }: Pick<Spot, 'id' | 'round'>): string => {
  const address = new URL(here)
  const { searchParams } = address
  searchParams.set('n', id)
  // What speaks one language everywhere has no rounds.
  if (!searchParams.has('l')) searchParams.set('r', String(round % 3))
  return address.href
}

const within = (work: Promise<unknown>, ms: number) => Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))])

export class Slides {
  readonly #kept = new Map<string, Slide>()

  #keyOf({ id, place, round }: Spot): string {
    return `${id} ${new URL(location.href).searchParams.get('l') ?? spokenAt({ place, round })}`
  }

  /** In its language, or in any that it was shown in. */
  keptAt(spot: Spot): Slide | null {
    return this.#kept.get(this.#keyOf(spot)) ?? [...this.#kept.values()].find(({ id }) => id === spot.id) ?? null
  }

  keep(spot: Spot, slide: Slide) {
    const key = this.#keyOf(spot)
    this.#kept.delete(key)
    this.#kept.set(key, slide)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > slidesMax && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** Kept, or fetched. Null: the hall has no such stand any more. Throws where there is no network. */
  async at(spot: Spot): Promise<Slide | null> {
    const kept = this.#kept.get(this.#keyOf(spot))
    if (kept) return kept
    const answer = await fetch(addressAt(location.href, spot), { cache: 'no-cache', signal: AbortSignal.timeout(answerMsMax) })
    if (!answer.ok) throw new Error(String(answer.status))
    const there = slideIn(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    if (there?.id !== spot.id) return null
    // Its pictures begin to come only as pictures of this page.
    const slide = { ...there, main: document.importNode(there.main, true), bar: document.importNode(there.bar, true) }
    const pictures = [...slide.main.querySelectorAll('img')].map((one) => one.decode().catch(() => {}))
    await within(Promise.all(pictures), picturesMsMax)
    this.keep(spot, slide)
    return slide
  }

  /** Lets go of whatever the hall no longer shows as it was. */
  heed(deck: readonly Marked[]) {
    const gone = new Set<Marked>(stale([...this.#kept.values()], deck))
    for (const [key, slide] of this.#kept) if (gone.has(slide)) this.#kept.delete(key)
  }
}
