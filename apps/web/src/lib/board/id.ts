const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** 16 letters of base 32, 80 random bits: short, because every note carries it in every document for ever. */
export const newThingId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % 32]).join('')
