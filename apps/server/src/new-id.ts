import { randomBytes } from 'node:crypto'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** 20 letters of Crockford's base 32: 100 random bits (`contract/ids`). */
export const newId = (): string => Array.from(randomBytes(20), (byte) => letters[byte & 31]).join('')
