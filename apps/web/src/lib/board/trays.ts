import type { Language } from '@sheber/contract/words'
import type { Component } from 'svelte'
import type { Face } from './face.svelte.ts'

/** Something that another part of the product lays on the board: a table, a circuit, a card. */
export interface Entry {
  readonly name: string
  readonly label: string
  readonly icon: Component<{ size?: number }>
  choose(face: Face): void
}

type Fetch = (language: Language) => Promise<readonly Entry[]>

const parts = new Set<Fetch>()

/** Parts join with a way to be fetched, so that whoever never opens the tray never loads them. */
export const trays = {
  join: (part: Fetch) => {
    parts.add(part)
    return () => parts.delete(part)
  },
  fetch: async (language: Language): Promise<readonly Entry[]> => {
    const come = await Promise.allSettled([...parts].map((part) => part(language)))
    return come.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  },
}
