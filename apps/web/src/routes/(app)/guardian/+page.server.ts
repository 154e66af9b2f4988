import type { consent } from '@sheber/contract/consent'
import type { guardian } from '@sheber/contract/guardian'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch }) => ({
  children: await ask<typeof guardian.children>(fetch, 'GET', '/api/guardian/child'),
  today: new Date().toISOString().slice(0, 10),
})

export const actions: Actions = {
  withdraw: (event) =>
    act(event, async (form) => {
      const params = { personId: form.text('child'), consentId: form.text('consent') }
      await ask<typeof consent.withdraw>(event.fetch, 'POST', '/api/person/:personId/consent/:consentId/withdraw', { params })
      return { withdrawn: true }
    }),
}
