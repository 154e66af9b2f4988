const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** As the contract has ids. Made on the device for what may be sent twice: then it is there once. */
export const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => letters[byte & 31]).join('')
