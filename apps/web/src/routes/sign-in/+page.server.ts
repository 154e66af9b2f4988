import type { session } from '@sheber/contract/session'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { asPrinted, rememberCard, rememberedCard } from '#lib/session/card.ts'
import { known } from '#lib/session/known.ts'
import { sitePath } from '#lib/session/way.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const { locals, url } = event
  const to = sitePath(url.searchParams.get('to'))
  if (known(locals).person) redirect(303, to ?? '/work')
  return { to, code: rememberedCard(event), forgotten: url.searchParams.has('card') }
}

export const actions: Actions = {
  password: (event) =>
    act(event, async (form) => {
      const body = { login: form.text('login'), password: form.raw('password') }
      await ask<typeof session.open>(event.fetch, 'POST', '/api/session', { body })
      redirect(303, sitePath(form.text('to')) ?? '/work')
    }),

  /** The card is shown: its code is remembered on this device, so that the child need not type it tomorrow. */
  card: (event) =>
    act(event, async (form) => {
      const code = asPrinted(form.text('code'))
      await ask<typeof session.names>(event.fetch, 'POST', '/api/session/names', { body: { code } })
      rememberCard(event, code)
      const to = sitePath(form.text('to'))
      redirect(303, to ? `/sign-in/group?to=${encodeURIComponent(to)}` : '/sign-in/group')
    }),
}
