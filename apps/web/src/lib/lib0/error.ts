/**
 * Stands for lib0/error. Two errors are made there before anything has gone wrong, and where somebody listens to a page's console, to find out
 * where each was made a whole script is read once more: a tenth of a second on a weak machine. What is made beforehand tells what, and not where.
 */
export const create = (message: string): Error => Object.assign(Object.create(Error.prototype) as Error, { message })

export const unexpectedCase = (): never => {
  throw new Error('Unexpected case')
}

export const methodUnimplemented = (): never => {
  throw new Error('Method unimplemented')
}
