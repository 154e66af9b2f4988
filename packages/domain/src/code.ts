/** The code on a group's card: eight signs of thirty, without O, 0, I, 1 and L, which children mix up. */

const signs = 8

/** As printed: `ABCD-EFGH`. */
export const printCode = (code: string): string => `${code.slice(0, signs / 2)}-${code.slice(signs / 2)}`

/** As kept: whatever was typed, in upper case, without spaces and hyphens. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** A fresh code out of random ids, whose alphabet is ours but for the two digits: 39 random bits. */
export const drawCode = (newId: () => string): string => {
  let code = ''
  while (code.length < signs)
    code += newId()
      .toUpperCase()
      .replace(/[01ILO]/g, '')
  return code.slice(0, signs)
}
