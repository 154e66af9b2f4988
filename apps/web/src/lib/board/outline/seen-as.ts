import type { Language } from '@sheber/contract/words'
import type { Thing, ThingOf } from '@sheber/document/thing'
import { catalogued } from '../command/joining.ts'
import { measuredOf, type Dimension } from '../core/measure.ts'
import type { Item } from '../core/kind.ts'
import type { Scene } from '../core/scene.ts'
import { measuredWords, squareSign } from '../workshop/length.ts'

export type Forms = Readonly<Record<ThingOf<'shape'>['form'], string>>

interface Showing {
  readonly language: Language
  readonly scene: Scene
  readonly stamps: Readonly<Record<string, string | undefined>>
  readonly forms: Forms
  /** A length on paper without a scale, said in squares. */
  readonly squares: (length: string) => string
}

const isDimension = (item: Item | undefined): item is Item<Dimension> => item?.thing.kind === 'dimension'

/** A square is a sign on paper and a word in a list. */
const lengthOf = ({ scene, language, squares }: Showing, { id }: Thing): string => {
  const item = scene.get(id)
  if (!isDimension(item)) return ''
  const said = measuredWords(item.thing, measuredOf(item, scene), scene, language)
  return said.endsWith(squareSign) ? squares(said.slice(0, -squareSign.length).trim()) : said
}

/** What a thing without words shows to whoever sees it: a part, a symbol, a stamp, the form of a shape, what is measured; '' for all else. */
export const seenAs =
  (showing: Showing) =>
  (thing: Thing): string => {
    if (thing.kind === 'stamp') return showing.stamps[thing.stamp] ?? ''
    if (thing.kind === 'shape') return thing.text.trim() ? '' : (showing.forms[thing.form] ?? '')
    if (thing.kind === 'dimension') return thing.text.trim() ? '' : lengthOf(showing, thing)
    return catalogued(thing, showing.language)
  }
