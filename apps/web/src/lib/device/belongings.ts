import type { Shelf } from './shelf.ts'

/** A shelf that can be looked through. */
export type WholeShelf = Shelf & Pick<Storage, 'key' | 'length'>

const namesOn = (shelf: WholeShelf): readonly string[] => Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '')

/** Of all that lies here under names with this beginning: what follows it. */
export const endsOn = (shelf: WholeShelf | null, begin: string): readonly string[] =>
  (shelf ? namesOn(shelf) : []).filter((name) => name.startsWith(begin)).map((name) => name.slice(begin.length))

/**
 * This person leaves the device: nothing of theirs lies there any more, sent or not. Whatever a feature keeps for somebody bears their
 * id in its name, between other signs.
 */
export const wipeBelongings = (shelf: WholeShelf | null, personId: string): void => {
  for (const name of shelf ? namesOn(shelf) : []) if (name.split(/[^\w]/).includes(personId)) shelf?.removeItem(name)
}
