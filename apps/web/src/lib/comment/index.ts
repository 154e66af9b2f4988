import type { Language } from '@sheber/contract/words'
import { loadCommentWords } from './words.ts'

/**
 * Everything about comments, in one chunk and one language; a board opens without. A step of its own between the page
 * and the parts: SvelteKit names in a page the styles of whatever it fetches directly.
 */
export const fetchComments = async (language: Language) => {
  const [parts, w] = await Promise.all([import('./parts.ts'), loadCommentWords(language)])
  return { ...parts, w }
}
