import type { Language } from '@sheber/contract/words'
import { mount, unmount, type getAllContexts } from 'svelte'
import type { Stage } from '../stage.svelte.ts'
import type { Simplify } from './simplify.ts'
import { loadTemplateWords } from './words.ts'

export const fetchTemplates = async (language: Language) => {
  const [{ default: Templates }, w] = await Promise.all([import('./Templates.svelte'), loadTemplateWords(language)])
  return { Templates, w }
}

/**
 * Lets somebody choose a template; resolves when the dialog is closed, with what to say aloud, '' where nothing was placed.
 * `context` is that of the asking component (`getAllContexts()`): the dialog speaks with the words of its page. `simplify` is whoever
 * leads the board's way to keep it simple for the others: it is offered beside.
 */
export const openTemplates = async (
  stage: Stage,
  language: Language,
  context: ReturnType<typeof getAllContexts>,
  simplify?: Simplify,
): Promise<string> => {
  const { Templates, w } = await fetchTemplates(language)
  return new Promise((resolve) => {
    const onclose = (said: string) => {
      resolve(said)
      // The sheet goes first, and the focus returns to where it was.
      void unmount(shown, { outro: true })
    }
    const shown = mount(Templates, { target: document.body, props: { stage, w, onclose, simplify }, context })
  })
}
