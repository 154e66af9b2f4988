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
}

/**
 * Pictures of the board, fetched when they are first to be painted, small ones first. `urlOf` knows where a file lies,
 * `come` hears that there is more to show of a file.
 */
export const openPictures = (urlOf: (file: string, width: Width) => string, come: (file: string) => void): Pictures => {
  const files = new Map<string, Map<Width, Kept>>()
  const queue: (() => void)[] = []
  let coming = 0

  const next = () => {
    for (let begin = coming < atOnce ? queue.shift() : undefined; begin; begin = coming < atOnce ? queue.shift() : undefined) begin()
  }

  const fetch = (file: string, kept: Kept) => {
    kept.state = 'waiting'
    queue.push(() => {
      coming++
      kept.state = 'coming'
      const image = new Image()
      image.decoding = 'async'
      image.src = kept.picture.url
      void image
        .decode()
        .then(
          () => {
            kept.picture.source = image
            kept.state = 'here'
            come(file)
          },
          () => {
            kept.state = 'failed'
            kept.failedAt = performance.now()
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
      const wanted = widths.find((width) => width >= widthPx * devicePixelRatio * 0.8) ?? 1920
      let known = files.get(file)
      if (!known) files.set(file, (known = new Map<Width, Kept>()))
      const kept = known.get(wanted)
      if (!kept) {
        const fresh: Kept = { picture: { url: urlOf(file, wanted), source: null }, state: 'waiting', failedAt: 0 }
        known.set(wanted, fresh)
        fetch(file, fresh)
      } else if (kept.state === 'failed' && performance.now() - kept.failedAt > retryMs) fetch(file, kept)
      if (kept?.state === 'here') return kept.picture
      const best = widths.findLast((width) => known.get(width)?.state === 'here')
      return best ? (known.get(best)?.picture ?? null) : null
    },
  }
}
