import type { ExhibitionState } from '@sheber/contract/exhibition'
import type { Direction } from '@sheber/contract/project'
import type { Unit, View } from '@sheber/document/thing'
import type { PublicRecord } from './publication.ts'

/**
 * What the world is shown of a stand: a copy, made of fields that its team chose, when it was admitted. Nothing of the living
 * work reaches a guest by itself. Names are not in it: they are added at each look, of those whose consent holds then.
 */
export interface PublicStand {
  readonly title: string
  readonly about: string
  readonly nominationId: string | null
  readonly direction: Direction
  readonly poster: PublicPicture | null
  readonly pictures: readonly PublicPicture[]
  readonly model: PublicModel | null
  /** Linked to, never embedded. */
  readonly video: string | null
  /** Of the board's room, as handed in; it is looked around in, read-only. */
  readonly versionId: string
  /** What each author did, by their id: shown where they may be named. */
  readonly parts: readonly { readonly personId: string; readonly words: string }[]
  readonly adults: string
  readonly records: readonly PublicRecord[]
  /** Absent in copies that were made before there were any. A film of its own, and files to take along. */
  readonly clip?: PublicClip | null
  readonly files?: readonly { readonly fileId: string; readonly name: string }[]
  /** Who is seen in which picture or film, by their ids: asked for their consent at each look. */
  readonly seen?: readonly { readonly fileId: string; readonly people: readonly string[] }[]
}

export interface PublicClip {
  readonly fileId: string
  /** A frame of it. */
  readonly still: PublicPicture | null
}

/** A copy made before there were stills has none of what the board knows of it. */
export interface PublicModel {
  readonly fileId: string
  readonly name: string
  /** How it is seen by whoever does not turn it. */
  readonly still?: PublicPicture | null
  /** Of the numbers in its file, and how its team left it turned. */
  readonly unit?: Unit
  readonly view?: View
}

export interface PublicPicture {
  readonly fileId: string
  /** What is seen in it; empty: nobody has said. */
  readonly alt: string
  readonly width: number
  readonly height: number
}

const openHalls: readonly ExhibitionState[] = ['hall', 'judging', 'deliberation', 'results', 'archived']

/** Whether the world may walk through it: from the day its organisers open it, and for ever after, unless it is called off. */
export const hallIsOpen = (state: ExhibitionState): boolean => openHalls.includes(state)

/** Kazakh letters as whoever has no Kazakh keyboard writes them, and й, ё without what stands above them. */
const plainLetters: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' }

/** Words as they are searched: what is written alike by different hands is alike. */
export const folded = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[әғқңөұүһі]/g, (letter) => plainLetters[letter] ?? letter)

/** What a visitor looks for in a hall. */
export interface Sought {
  readonly words: string
  readonly nominationId: string | null
  readonly direction: Direction | null
  readonly organisationId: string | null
  /** Only what was awarded. */
  readonly awarded: boolean
}

export interface Findable {
  /** All that may be searched of it, folded. */
  readonly folded: string
  readonly nominationId: string | null
  readonly direction: Direction
  readonly organisationId: string | null
  readonly awarded: boolean
}

/** What is sought among them: whatever has every word that was asked for, and is of the kind. */
export const soughtIn = <T extends Findable>(
  all: readonly T[],
  { words, nominationId, direction, organisationId, awarded }: Sought,
): readonly T[] => {
  const each = folded(words).split(/\s+/)
  return all.filter(
    (one) =>
      (nominationId === null || one.nominationId === nominationId) &&
      (direction === null || one.direction === direction) &&
      (organisationId === null || one.organisationId === organisationId) &&
      (!awarded || one.awarded) &&
      each.every((word) => one.folded.includes(word)),
  )
}
