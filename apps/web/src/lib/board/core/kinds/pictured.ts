import type { Kinds } from '../kind.ts'
import { card, link } from './card.ts'
import { image } from './image.ts'
import { stamp } from './stamp.ts'

/** What many boards do without: fetched when a board first has one of these. */
export const pictured: Kinds = { image, card, link, stamp }
