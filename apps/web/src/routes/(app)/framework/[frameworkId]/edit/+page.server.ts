import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { framework } = await parent()
  if (!framework.may.edit || framework.state === 'retired') error(403, { message: '', code: 'forbidden' })
}
