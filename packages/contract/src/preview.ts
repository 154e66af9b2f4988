import { Type, type Static } from 'typebox'
import { route } from './kit.ts'
import { Closed } from './words.ts'

/** What a page out there says of itself. The server has fetched it; no browser of ours ever does. */
export const Preview = Closed({
  title: Type.String(),
  /** Empty: it says nothing of itself. */
  description: Type.String(),
  /** A small WebP as a `data:` address; null: there is none. */
  picture: Type.Union([Type.String(), Type.Null()]),
})
export type Preview = Static<typeof Preview>

export const preview = {
  /** Null: no preview, for whatever reason. The bare link is shown. */
  look: route({
    name: 'preview.look',
    method: 'GET',
    path: '/api/preview',
    query: Closed({ url: Type.String({ minLength: 1, maxLength: 2000 }) }),
    reply: Closed({ preview: Type.Union([Preview, Type.Null()]) }),
  }),
}
