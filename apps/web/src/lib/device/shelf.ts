/** What a storage of the browser may hold: its letters. A browser may refuse it altogether. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Of this device; null: the browser lets nothing be kept. */
export const shelfHere = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}

/** Null: there is nothing, or nothing that can be read. */
export const readFrom = (shelf: Shelf | null, name: string): unknown => {
  try {
    return JSON.parse(shelf?.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/** Null: a shared laptop is left as it was found. False: it is not kept here, and whoever writes should know. */
export const writeTo = (shelf: Shelf | null, name: string, value: object | null): boolean => {
  if (!shelf) return false
  try {
    if (value === null) shelf.removeItem(name)
    else shelf.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
