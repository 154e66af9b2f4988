import type { session } from '@sheber/contract/session'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { readTheme } from '#lib/session/theme.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url }) => ({
  signIns: await ask<typeof session.list>(fetch, 'GET', '/api/session/all'),
  changed: url.searchParams.has('changed'),
})

export const actions: Actions = {
  password: (event) =>
    act(event, async (form) => {
      const body = { old: form.raw('old'), new: form.raw('new') }
      await ask<typeof session.password>(event.fetch, 'POST', '/api/session/password', { body })
      redirect(303, '/me?changed')
    }),

  /** A wish of this device: the server need not know. */
  theme: (event) =>
    act(event, async (form) => {
      const secure = event.url.protocol === 'https:'
      event.cookies.set('theme', readTheme(form.text('theme')), { path: '/', sameSite: 'lax', secure, maxAge: 365 * 86_400 })
      redirect(303, '/me')
    }),

  leave: (event) =>
    act(event, async () => {
      await ask<typeof session.end>(event.fetch, 'DELETE', '/api/session')
      redirect(303, '/')
    }),

  leaveAll: (event) =>
    act(event, async () => {
      await ask<typeof session.endAll>(event.fetch, 'DELETE', '/api/session/all')
      redirect(303, '/')
    }),
}
