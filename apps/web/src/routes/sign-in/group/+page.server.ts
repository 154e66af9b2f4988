import { redirect } from '@sveltejs/kit'
import { readCard } from '#lib/session/card.ts'
import { known } from '#lib/session/known.ts'
import { sitePath } from '#lib/session/way.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const to = sitePath(event.url.searchParams.get('to'))
  if (known(event.locals).person) redirect(303, to ?? '/work')
  const { group, people } = await readCard(event)
  return { group, people, to }
}
