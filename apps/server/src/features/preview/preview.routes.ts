import { preview, type Preview } from '@sheber/contract/preview'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { turns } from '../../turns.ts'
import type { Pictures } from '../file/file.pictures.ts'
import { fetchPreview, isAllowed, previewLimits } from './preview.fetch.ts'
import { onePreview, savePreview, type PreviewRow } from './preview.store.ts'

const dayMs = 86_400_000
const keptMsMax = 30 * dayMs
/** A page that had nothing to show, or was away, is asked again sooner. */
const nothingMsMax = dayMs

const shown = ({ title, description, picture }: PreviewRow): Preview | null =>
  title === null ? null : { title, description, picture: picture && `data:image/webp;base64,${Buffer.from(picture).toString('base64')}` }

export const previewRoutes = (app: FastifyInstance, { db, clock, config, outside }: Services, { thumbnail }: Pictures) => {
  const hosts = config.previewHosts
  const inTurn = turns(4)
  const fetching = new Map<string, Promise<PreviewRow>>()

  const fetchRow = async (url: URL): Promise<PreviewRow> => {
    const found = await inTurn(() => fetchPreview(url, { outside, hosts, thumbnail }))
    const row = { url: url.href, title: null, description: '', picture: null, ...found, at: clock.now() }
    await savePreview(db, row)
    return row
  }
  /** A class opens a board at one moment; the page out there is asked once. */
  const fetchOnce = (url: URL): Promise<PreviewRow> => {
    const begun = fetching.get(url.href) ?? fetchRow(url).finally(() => fetching.delete(url.href))
    fetching.set(url.href, begun)
    return begun
  }

  serve(app, preview.look, {
    answer: async ({ query }) => {
      const url = URL.parse(query.url)
      if (!url || !isAllowed(url, hosts) || url.href.length > previewLimits.urlLettersMax) return { preview: null }
      url.hash = ''
      const row = await onePreview(db, url.href)
      const age = row ? clock.now().getTime() - row.at.getTime() : Infinity
      const isFresh = row && age < (row.title === null ? nothingMsMax : keptMsMax)
      return { preview: shown(isFresh ? row : await fetchOnce(url)) }
    },
  })
}
