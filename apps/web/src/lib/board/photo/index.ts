import type { Language } from '@sheber/contract/words'
import { loadPhotoWords } from './words.ts'

/** The dialog in which a laptop's camera takes a photo; a phone has a better one of its own. */
export const fetchPhoto = async (language: Language) => {
  const [{ default: Photo }, w] = await Promise.all([import('./Photo.svelte'), loadPhotoWords(language)])
  return { Photo, w }
}
