import type { Preview, preview } from '@sheber/contract/preview'
import { ask } from '#lib/api.ts'

const known = new Map<string, Promise<Preview | null>>()

/** What a link's page says of itself; null: the bare link is shown. Asked once a page; a silent server is asked again. */
export const previewOf = (url: string): Promise<Preview | null> => {
  const begun =
    known.get(url) ??
    ask<typeof preview.look>(fetch, 'GET', '/api/preview', { query: { url } }).then(
      ({ preview }) => preview,
      () => {
        known.delete(url)
        return null
      },
    )
  known.set(url, begun)
  return begun
}
