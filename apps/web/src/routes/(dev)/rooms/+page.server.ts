import type { room } from '@sheber/contract/room'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import type { PageServerLoad } from './$types'

/** Asks as whoever is signed in: only an administrator of the centre is answered. */
export const load: PageServerLoad = async ({ locals, url, fetch }) => {
  if (!locals.me?.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`)
  const name = url.searchParams.get('room')
  const [rooms, looked] = await Promise.all([
    ask<typeof room.list>(fetch, 'GET', '/api/room'),
    name === null ? null : ask<typeof room.look>(fetch, 'GET', '/api/room/:room', { params: { room: name } }),
  ])
  return { rooms, looked }
}
