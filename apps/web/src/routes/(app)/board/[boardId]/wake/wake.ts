import { hydrate } from 'svelte'
import { contextOf, type Words } from '#lib/words/words.ts'
import type { Told } from '../tell.ts'
import Whole from '../Whole.svelte'

/** Goes on with what the server has shown, by the words of its language. */
export const wake = (words: Partial<Words>) => {
  const target = document.querySelector<HTMLElement>('[data-told]')
  if (!target) return
  const told = JSON.parse(target.dataset['told'] ?? '') as Told
  // A task of its own: on a weak machine already reading the scripts was one.
  setTimeout(() => {
    hydrate(Whole, { target, props: { told }, context: contextOf(words) })
    delete target.dataset['told']
  })
}
