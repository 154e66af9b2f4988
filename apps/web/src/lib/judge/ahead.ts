import type { Seat } from '@sheber/contract/judge'
import { pictureAt } from './picture.ts'

/** So many small pictures are a few megabytes: what a phone in a hall fetches while there is a network. */
const picturesMax = 240

/**
 * Fetches the small pictures of all that somebody judges and holds them for as long as the page is open: the browser's own store may not
 * answer for them without a network, because who may see them is asked anew. Returns the way to let go of them.
 */
export const fetchAhead = (exhibitionId: string, seats: readonly Seat[], held: Map<string, string>): (() => void) => {
  const gone = new AbortController()
  const wanted = seats.flatMap(({ stand }) => stand.pictures.map(({ fileId }) => ({ standId: stand.id, fileId }))).slice(0, picturesMax)
  const fetchAll = async () => {
    for (const { standId, fileId } of wanted) {
      if (held.has(fileId)) continue
      const answer = await fetch(pictureAt(exhibitionId, standId, fileId, 320), { signal: gone.signal })
      const bytes = answer.ok ? await answer.blob() : null
      if (gone.signal.aborted) return
      if (bytes) held.set(fileId, URL.createObjectURL(bytes))
    }
  }
  // Without a network, or gone meanwhile: what has come is there, and the rest is tried when it comes back.
  const begin = () => void fetchAll().catch(() => undefined)
  begin()
  addEventListener('online', begin)
  return () => {
    gone.abort()
    removeEventListener('online', begin)
    for (const url of held.values()) URL.revokeObjectURL(url)
    held.clear()
  }
}
