import type { Card, CardKind } from '@sheber/contract/card'
import type { Thing, ThingOf } from '@sheber/document/thing'
import type { Item } from '../core/kind.ts'
import { opens } from '../core/opens.ts'
import { askCards } from '../vote/seen.ts'
import type { Cut } from './cut.ts'

/**
 * What cards are called on paper: as on the board, by what whoever exports may read now. Asked anew, since what was never on the
 * screen has never been told; where the answer is no, or there is no network, they keep the words that everybody reads on the board.
 */

type Living = ThingOf<'card'> & { readonly of: CardKind }
type Ask = (cards: readonly Pick<Card, 'of' | 'ref'>[]) => Promise<readonly Card[]>

/** A file keeps the name that people gave its card. */
const isLiving = (thing: Thing): thing is Living => thing.kind === 'card' && thing.of !== 'file' && opens(thing)

const keyOf = ({ of, ref }: Pick<Card, 'of' | 'ref'>) => `${of} ${ref}`
/** As many as the route takes. */
const atOnce = 100

/** The same cuts, their cards under the names of today. */
export const titled = async (cuts: readonly Cut[], ask: Ask = askCards): Promise<readonly Cut[]> => {
  const named = new Map<string, Pick<Card, 'of' | 'ref'>>()
  for (const { items } of cuts)
    for (const { thing } of items) if (isLiving(thing)) named.set(keyOf(thing), { of: thing.of, ref: thing.ref })
  const wanted = [...named.values()]
  const titles = new Map<string, string>()
  try {
    for (let at = 0; at < wanted.length; at += atOnce) {
      for (const card of await ask(wanted.slice(at, at + atOnce)))
        if (card.access === 'open' && card.title) titles.set(keyOf(card), card.title)
    }
  } catch {
    // Without a network a sheet is made all the same, with the words that stand on the board.
  }
  if (titles.size === 0) return cuts
  const today = (item: Item): Item => {
    const { thing } = item
    const title = isLiving(thing) ? titles.get(keyOf(thing)) : undefined
    // What was worked out for the words on the screen does not hold for these.
    return title === undefined ? item : { ...item, thing: { ...thing, text: title }, made: null, layout: null }
  }
  return cuts.map((cut) => ({ ...cut, items: cut.items.map(today) }))
}
