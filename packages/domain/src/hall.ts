import type { Direction } from '@sheber/contract/project'
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
  readonly model: { readonly fileId: string; readonly name: string } | null
  /** Linked to, never embedded. */
  readonly video: string | null
  /** Of the board's room, as handed in; it is looked around in, read-only. */
  readonly versionId: string
  /** What each author did, by their id: shown where they may be named. */
  readonly parts: readonly { readonly personId: string; readonly words: string }[]
  readonly adults: string
  readonly records: readonly PublicRecord[]
}

export interface PublicPicture {
  readonly fileId: string
  /** What is seen in it; empty: nobody has said. */
  readonly alt: string
  readonly width: number
  readonly height: number
}
