import { randomInt } from 'node:crypto'

/** No letter that is taken for another: codes are read from paper and typed by hand. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** By which a paper is checked. By chance: from one nobody guesses how many there are, nor the next. */
export const newCode = (year: number): string => `${year}-${Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('')}`

/** As it is printed; whoever types it by hand may type small letters. */
export const codePattern = /^\d{4}-[2-9A-HJ-NP-Z]{8}$/
