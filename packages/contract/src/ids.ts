import { Type } from 'typebox'

/** 20 letters of Crockford's base 32 in lower case: 100 random bits, no look-alikes, safe in a URL. */
export const Id = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{20}$', description: '20 letters of base 32' })
export const idPattern = /^[0-9a-hjkmnp-tv-z]{20}$/

/** What is known outside of Sheber too, by a CASE package or a badge, is named as everybody names things. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'a UUID in small letters',
})
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
