import type { acceptance } from '@sheber/contract/acceptance'
import type { RequestEvent } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { newId } from '#lib/new-id.ts'

type Event = RequestEvent<{ organisationId: string }>

const path = '/api/organisation/:organisationId/acceptance'

/** What the list and the page of one of its lines may be asked to do. */
export const deeds = {
  accept: (event: Event) =>
    act(event, async (form) => {
      const { organisationId } = event.params
      const goalId = form.maybe('goal') ?? null
      const body = { id: newId(), evidenceId: form.text('evidence'), topic: form.text('topic'), goalId }
      const { id, topic } = await ask<typeof acceptance.accept>(event.fetch, 'POST', path, { params: { organisationId }, body })
      return { taken: { id, topic, whose: form.text('whose') } }
    }),

  withdraw: (event: Event) =>
    act(event, async (form) => {
      const { organisationId } = event.params
      const params = { organisationId, acceptanceId: form.text('acceptance') }
      await ask<typeof acceptance.withdraw>(event.fetch, 'POST', `${path}/:acceptanceId/withdraw`, { params })
    }),
}
