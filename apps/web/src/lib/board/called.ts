import type { Kind, Thing } from '@sheber/document/thing'
import { wordsOf } from '@sheber/document/wordsof'

export interface Calling {
  /** Of what a newer Sheber made. */
  readonly unknown: string
  readonly kind: Readonly<Record<Kind, string>>
}

const wordsMax = 200

/** On one line. */
export const shortOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, wordsMax)

/** What a thing is called in a sentence about it: its words, or its kind where it has none. */
export const calledOf = ({ unknown, kind }: Calling, thing: Thing): string =>
  shortOf(wordsOf(thing)) || (thing.kind === 'unknown' ? unknown : thing.kind === 'link' ? shortOf(thing.url) : kind[thing.kind])
