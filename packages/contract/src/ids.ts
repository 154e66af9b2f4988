import { Type } from 'typebox'

/** 20 letters of Crockford's base 32 in lower case: 100 random bits, no look-alikes, safe in a URL. */
export const Id = Type.String({ pattern: '^[0-9a-hjkmnp-tv-z]{20}$', description: '20 letters of base 32' })
export const idPattern = /^[0-9a-hjkmnp-tv-z]{20}$/
