import type { judge } from '@sheber/contract/judge'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({ mine: await ask<typeof judge.mine>(fetch, 'GET', '/api/jury') })
