import type { Language } from '@sheber/contract/words'
import type { Thing } from '@sheber/document/thing'
import { allWordsOf, inSentences } from '@sheber/document/wordsof'
import { languageHere } from '#lib/words/here.ts'
import type { Face } from '../face.svelte.ts'
import { catalogued } from './joining.ts'

interface Showing {
  readonly language: Language
  /** What stamps are called, by their names. */
  readonly stamps: Readonly<Record<string, string | undefined>>
  /** What the page behind a card is called at this moment; absent until it is known. */
  readonly titleOf?: ((thing: Thing) => string | null | undefined) | undefined
}

/** All that is read in a thing, its picture among it: a part, a symbol and a stamp by their names, a card by what it leads to. */
export const shownBy = ({ language, stamps, titleOf }: Showing, thing: Thing): string => {
  const named = thing.kind === 'stamp' ? stamps[thing.stamp] : thing.kind === 'card' ? titleOf?.(thing) : catalogued(thing, language)
  const words = allWordsOf(thing)
  return named && named !== words ? inSentences([named, words]) : words
}

/** The same for the board that one looks at. */
export const readBy =
  (face: Face, stamps: Showing['stamps']) =>
  (thing: Thing): string =>
    shownBy({ language: languageHere(), stamps, titleOf: (card) => face.desk.stage.live?.said?.(card)?.title }, thing)
