import { redirect } from '@sveltejs/kit'
import { wake } from 'virtual:wake'
import { ground } from './ground.ts'
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
  event.locals.early = ground
  const own = wake[event.locals.language]
  // Told before the page itself, which a slow line and a weak machine bring and read later; a browser that does not heed it finds them there.
  event.setHeaders({ link: [own.script, ...own.imports].map((href) => `<${href}>; rel="modulepreload"`).join(', ') })
  return { told, wake: own }
}
