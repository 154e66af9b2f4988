import type { Pictures } from './core/kind.ts'
import type { Picture } from './core/surface.ts'

/** Widths in which the server keeps every picture. */
const widths = [320, 960, 1920] as const
type Width = (typeof widths)[number]

/** So many at once: a board of a hundred photographs must not stop the words that arrive meanwhile. */
const atOnce = 4
const retryMs = 20_000

interface Kept {
  readonly picture: Picture
  state: 'waiting' | 'coming' | 'here' | 'failed'
  failedAt: number
  /** It was heard of while it was on its way: a no that comes now is of before. */
  again: boolean
}

export interface Album extends Pictures {
  /** The server has it now: what it did not have a moment ago is asked for once more. */
  come(file: string): void
  /** A picture of this very device, shown until the page is left: it need not come from anywhere. */
  lend(file: string, blob: Blob): void
  close(): void
}

/**
 * Pictures of the board, fetched when they are first to be painted, small ones first. `urlOf` knows where a file lies,
 * `come` hears that there is more to show of a file.
 */
export const openPictures = (urlOf: (file: string, width: Width) => string, come: (file: string) => void): Album => {
  const files = new Map<string, Map<Width, Kept>>()
  const lent = new Map<string, Picture>()
  const queue: (() => void)[] = []
  let coming = 0

  const next = () => {
    for (let begin = coming < atOnce ? queue.shift() : undefined; begin; begin = coming < atOnce ? queue.shift() : undefined) begin()
  }

  const decoded = async (url: string) => {
    const image = new Image()
    image.decoding = 'async'
    image.src = url
    await image.decode()
    return image
  }

  const fetch = (file: string, kept: Kept) => {
    kept.state = 'waiting'
    queue.push(() => {
      coming++
      kept.state = 'coming'
      kept.again = false
      void decoded(kept.picture.url)
        .then(
          (image) => {
            kept.picture.source = image
            kept.state = 'here'
            come(file)
          },
          () => {
            kept.state = 'failed'
            kept.failedAt = performance.now()
            if (kept.again) fetch(file, kept)
          },
        )
        .finally(() => {
          coming--
          next()
        })
    })
    next()
  }

  return {
    of: (file, widthPx) => {
      const own = lent.get(file)
      if (own) return own.source ? own : null
      const wanted = widths.find((width) => width >= widthPx * devicePixelRatio * 0.8) ?? 1920
      let known = files.get(file)
      if (!known) files.set(file, (known = new Map<Width, Kept>()))
      const kept = known.get(wanted)
      if (!kept) {
        const fresh: Kept = { picture: { url: urlOf(file, wanted), source: null }, state: 'waiting', failedAt: 0, again: false }
        known.set(wanted, fresh)
        fetch(file, fresh)
      } else if (kept.state === 'failed' && performance.now() - kept.failedAt > retryMs) fetch(file, kept)
      if (kept?.state === 'here') return kept.picture
      const best = widths.findLast((width) => known.get(width)?.state === 'here')
      return best ? (known.get(best)?.picture ?? null) : null
    },
    come: (file) => {
      for (const kept of files.get(file)?.values() ?? []) {
        if (kept.state === 'failed') fetch(file, kept)
        else kept.again = true
      }
    },
    lend: (file, blob) => {
      // A drawing may have no size of its own; the server gives it one.
      if (lent.has(file) || blob.type === 'image/svg+xml') return
      const picture: Picture = { url: URL.createObjectURL(blob), source: null }
      lent.set(file, picture)
      void decoded(picture.url).then(
        (image) => {
          picture.source = image
          come(file)
        },
        () => lent.delete(file),
      )
    },
    close: () => {
      for (const { url } of lent.values()) URL.revokeObjectURL(url)
      lent.clear()
    },
  }
}
