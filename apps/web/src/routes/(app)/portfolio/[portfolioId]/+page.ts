import type { Language } from '@sheber/contract/words'
import type { PageLoad } from './$types'

const unmarkedIn = async (language: Language) => {
  const [{ default: Told }, { loadPublicationWords }] = await Promise.all([
    import('#lib/publication/Unmarked.svelte'),
    import('#lib/publication/words.ts'),
  ])
  return { Told, w: await loadPublicationWords(language) }
}

/** What shows records to a reader comes to readers alone: whoever writes waits for enough. */
export const load: PageLoad = async ({ data, parent }) => {
  const { portfolio, language } = await parent()
  return {
    ...data,
    Reader: data.shown && (await import('#lib/portfolio/Reader.svelte')).default,
    unmarked: portfolio.unmarked > 0 ? await unmarkedIn(language) : null,
  }
}
