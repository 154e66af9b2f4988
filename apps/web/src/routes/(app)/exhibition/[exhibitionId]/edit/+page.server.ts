import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { exhibition } = await parent()
  if (!exhibition.runs) error(403, { message: '', code: 'forbidden' })
}
