import type { PageLoad } from './$types'

/** What shows records to a reader comes to readers alone: whoever writes waits for enough. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  Reader: data.shown && (await import('#lib/portfolio/Reader.svelte')).default,
})
