import { redirect } from '@sveltejs/kit'
import { wake } from 'virtual:wake'
import { tellBoard } from './tell.ts'
import type { PageServerLoad } from './$types'

/** A board brings its own script, and nothing of what leads from page to page elsewhere: a sixth of its weight. */
export const csr = false

export const load: PageServerLoad = async (event) => {
  const { boardId } = event.params
  if (event.locals.me && !event.locals.me.person) redirect(303, `/sign-in?to=${encodeURIComponent(`/board/${boardId}`)}`)
  const told = await tellBoard(event, boardId)
  // On a slow line they would come before the scripts that make it a board: a third of a second.
  event.locals.lettersLater = true
  return { told, wake: wake[event.locals.language] }
}
