import type { Shelf } from './shelf.ts'

/** A shelf that can be looked through. */
export type WholeShelf = Shelf & Pick<Storage, 'key' | 'length'>

export const namesOn = (shelf: WholeShelf): readonly string[] => Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '')

/**
 * This person leaves the device: nothing of theirs lies there any more, sent or not. Whatever a feature keeps for somebody bears their
 * id in its name, between other signs.
 */
export const wipeBelongings = (shelf: WholeShelf | null, personId: string): void => {
  for (const name of shelf ? namesOn(shelf) : []) if (name.split(/[^\w]/).includes(personId)) shelf?.removeItem(name)
}
