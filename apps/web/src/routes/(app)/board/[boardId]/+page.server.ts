import { redirect } from '@sveltejs/kit'
import { wake } from 'virtual:wake'
import { tellBoard } from './tell.ts'
import type { PageServerLoad } from './$types'

/** A board brings its own script, and nothing of what leads from page to page elsewhere: a sixth of its weight. */
export const csr = false

export const load: PageServerLoad = async (event) => {
  const { boardId } = event.params
  if (event.locals.me && !event.locals.me.person) redirect(303, `/sign-in?to=${encodeURIComponent(`/board/${boardId}`)}`)
  return { told: await tellBoard(event, boardId), wake: wake[event.locals.language] }
}
