import type { judge } from '@sheber/contract/judge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => {
  const [mine, chooses] = await Promise.all([
    ask<typeof judge.mine>(fetch, 'GET', '/api/jury'),
    ask<typeof judge.chooses>(fetch, 'GET', '/api/jury/choice'),
  ])
  return { mine, chooses }
}
