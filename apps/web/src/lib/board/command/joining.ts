import type { Language } from '@sheber/contract/words'
import type { Thing } from '@sheber/document/thing'
import { calledOf, type Calling } from '../called.ts'
import { pinsOf, type Spot } from '../core/join.ts'
import type { Item } from '../core/kind.ts'
import { readingOrder } from '../core/scene.ts'
import { partNames, symbolNames, type Names } from '../workshop/names.ts'
import { plain } from './search.ts'

/** What can be chosen to be joined, as one reads and types it. */
export interface Option extends Spot {
  readonly key: string
  readonly words: string
  readonly about: string
  /** It has pins, of which one is asked for next. */
  readonly pins: number
}

const column = { kk: 0, ru: 1, en: 2 } as const

const known = (names: Readonly<Record<string, Names>>, name: string, language: Language): string | undefined =>
  Object.hasOwn(names, name) ? names[name]?.[column[language]] : undefined

/** What the workshop calls a part or a symbol in this language; '' for all else. */
export const catalogued = (thing: Thing, language: Language): string =>
  (thing.kind === 'part'
    ? known(partNames, thing.part, language)
    : thing.kind === 'symbol'
      ? known(symbolNames, thing.symbol, language)
      : undefined) ?? ''

const nameOf = (thing: Thing, calling: Calling, language: Language): string =>
  (thing.text.trim() ? '' : catalogued(thing, language)) || calledOf(calling, thing)

/** What each thing is called; those of one name are numbered as one reads the board. */
export const namesOf = (order: readonly Item[], calling: Calling, language: Language): ReadonlyMap<string, string> => {
  const named = readingOrder(order).map((item) => ({ id: item.id, name: nameOf(item.thing, calling, language) }))
  const all = Map.groupBy(named, ({ name }) => name)
  return new Map([...all].flatMap(([name, alike]) => alike.map(({ id }, i) => [id, alike.length > 1 ? `${name} ${i + 1}` : name] as const)))
}

const optionMost = 40

const fits = (wanted: readonly string[], ...words: readonly string[]) => {
  const said = plain(words.join(' '))
  return wanted.every((word) => said.includes(word))
}

const wantedOf = (asked: string) =>
  plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '')

/** The pins of one thing, and before them the thing as a whole. */
export const pinOptions = (item: Item, asked: string, whole: string): readonly Option[] => {
  const wanted = wantedOf(asked)
  const pins = pinsOf(item).map((pin) => ({ key: `${item.id} ${pin}`, id: item.id, pin, words: pin, about: '', pins: 0 }))
  // A pin that is called exactly so comes first: D1 before D10.
  const found = pins.filter(({ words }) => fits(wanted, words)).sort((a, b) => exact(b.words, asked) - exact(a.words, asked))
  const first: Option = { key: item.id, id: item.id, pin: '', words: whole, about: '', pins: 0 }
  return [...(wanted.length === 0 || fits(wanted, whole) ? [first] : []), ...found].slice(0, optionMost)
}

const exact = (words: string, asked: string) => (plain(words) === plain(asked) ? 1 : 0)

/** Things as they come; once something is typed, single pins by it too: `uno d13`. */
export const thingOptions = (
  things: readonly Item[],
  asked: string,
  names: ReadonlyMap<string, string>,
  aboutOf: (item: Item) => string,
): readonly Option[] => {
  const wanted = wantedOf(asked)
  const options = things.map((item) => ({ item, name: names.get(item.id) ?? '', about: aboutOf(item) }))
  const whole = options
    .filter(({ name, about }) => fits(wanted, name, about))
    .map(({ item, name, about }) => ({ key: item.id, id: item.id, pin: '', words: name, about, pins: pinsOf(item).length }))
  if (wanted.length === 0 || whole.length >= optionMost) return whole.slice(0, optionMost)
  const pins = options.flatMap(({ item, name, about }) =>
    fits(wanted, name, about)
      ? []
      : pinsOf(item)
          .filter((pin) => fits(wanted, name, about, pin))
          .map((pin) => ({ key: `${item.id} ${pin}`, id: item.id, pin, words: `${name} · ${pin}`, about: '', pins: 0 })),
  )
  const last = wanted.at(-1) ?? ''
  return [...whole, ...pins.sort((a, b) => exact(b.pin, last) - exact(a.pin, last))].slice(0, optionMost)
}
