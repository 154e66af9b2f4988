import type { project } from '@sheber/contract/project'
import { ask } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, params }) => ({
  project: await ask<typeof project.look>(fetch, 'GET', '/api/project/:projectId', { params }),
  now: new Date().toISOString(),
})
