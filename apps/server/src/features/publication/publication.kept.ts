import { createHash } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { turns } from '../../turns.ts'

/** Strangers come on the weakest networks. Browsers ask for brotli only where there is https. */
export const packings = ['br', 'gzip'] as const
export type Packing = (typeof packings)[number]

const packed = (html: string): Promise<Buffer> => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })

/** A page of the world's as it goes out: made once for all who ask the same, and kept packed, which is a thirtieth of it. */
export interface MadePage {
  readonly etag: string
  /** As it was, or packed. */
  as(packing: Packing | null): Promise<Buffer>
}

export type Render = () => string

export interface KeptPages {
  /**
   * `stamp` says from what the page is made: under another one it is made anew, so what was taken back is never shown from
   * here. What must be read first is read by `prepare`. Null: too many pages are being made already.
   */
  of(name: string, stamp: string, prepare: () => Render | Promise<Render>): Promise<MadePage | null>
}

interface One {
  readonly stamp: string
  readonly made: Promise<MadePage>
  bytes: number
}

/** What a name and its notes weigh beside the page. */
const nameBytes = (name: string, stamp: string): number => 2 * (name.length + stamp.length) + 500

/**
 * Finished pages of exhibitions and portfolios, as many as fit; those that were asked for last stay. Only what is the same
 * for every guest goes in here: it is made of its address, its language and what the world may see, and of no cookie.
 *
 * Rooms live on the same thread, so pages are made one after the other, and between two of them whatever else has come is
 * done first. Whoever would have to wait for too many is told to come back.
 */
export const keepPages = ({ bytesMax = 32_000_000, makingMax = 250 } = {}): KeptPages => {
  const known = new Map<string, One>()
  const inTurn = turns(1)
  let bytesHeld = 0
  let making = 0

  const drop = (name: string, one: One) => {
    if (known.get(name) !== one) return
    known.delete(name)
    bytesHeld -= one.bytes
  }
  const weigh = (name: string, one: One, bytes: number) => {
    if (known.get(name) !== one) return
    one.bytes += bytes
    bytesHeld += bytes
    for (const [oldest, old] of known) {
      if (bytesHeld <= bytesMax) break
      drop(oldest, old)
    }
  }

  const whenItsTurnComes = <T>(work: () => T | Promise<T>): Promise<T> =>
    inTurn(async () => {
      await breath()
      return work()
    })

  const pageFrom = async (render: Render, weighs: (bytes: number) => void): Promise<MadePage> => {
    const html = render()
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`
    const small = await packed(html)
    weighs(small.byteLength)
    const plain = () => promisify(brotliDecompress)(small)
    let gzipped: Promise<Buffer> | null = null
    const zip = (): Promise<Buffer> => {
      const way = whenItsTurnComes(async () => promisify(gzip)(await plain()))
      way.then(
        ({ byteLength }) => weighs(byteLength),
        () => (gzipped = null),
      )
      return way
    }
    return {
      etag,
      as: (packing) => (packing === 'br' ? Promise.resolve(small) : packing === null ? plain() : (gzipped ??= zip())),
    }
  }

  return {
    of: (name, stamp, prepare) => {
      const found = known.get(name)
      if (found) known.delete(name)
      if (found?.stamp === stamp) {
        // To the end of the line: the one that nobody has asked for longest stands first.
        known.set(name, found)
        return found.made
      }
      if (found) bytesHeld -= found.bytes
      if (making >= makingMax) return Promise.resolve(null)
      making += 1
      const made = (async () => {
        const render = await prepare()
        return whenItsTurnComes(() => pageFrom(render, (bytes) => weigh(name, one, bytes)))
      })().finally(() => (making -= 1))
      const one: One = { stamp, made, bytes: 0 }
      known.set(name, one)
      weigh(name, one, nameBytes(name, stamp))
      made.catch(() => drop(name, one))
      return made
    },
  }
}
