import type { exhibition } from '@sheber/contract/exhibition'
import type { stand } from '@sheber/contract/stand'
import { ask } from '#lib/api.ts'

/** An exhibition with all that was handed in, for those who run it. */
export const allOf = async (fetch: typeof globalThis.fetch, exhibitionId: string) => {
  const params = { exhibitionId }
  const [of, stands] = await Promise.all([
    ask<typeof exhibition.look>(fetch, 'GET', '/api/exhibition/:exhibitionId', { params }),
    ask<typeof stand.list>(fetch, 'GET', '/api/exhibition/:exhibitionId/stand', { params }),
  ])
  return { of, stands }
}
