const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const randomLetters = (length: number) => Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte & 31]).join('')

/** As the contract has ids. Made on the device for what may be sent twice: then it is there once. */
export const newId = (): string => randomLetters(20)

/** Of a thing on a board, 80 random bits: short, because every note carries it in every document for ever. */
export const newThingId = (): string => randomLetters(16)
