import type { task } from '@sheber/contract/task'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** A card and a line of news name a task alone: it is looked at within its project. */
export const load: PageServerLoad = async ({ fetch, params }) => {
  const { task: one } = await ask<typeof task.look>(fetch, 'GET', '/api/task/:taskId', { params })
  redirect(303, `/project/${one.projectId}/task/${one.id}`)
}
