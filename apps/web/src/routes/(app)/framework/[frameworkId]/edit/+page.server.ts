import type { framework as promise } from '@sheber/contract/framework'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent, fetch }) => {
  const { framework } = await parent()
  if (!framework.may.edit || framework.state === 'retired') error(403, { message: '', code: 'forbidden' })
  return { frameworks: await ask<typeof promise.list>(fetch, 'GET', '/api/framework') }
}
