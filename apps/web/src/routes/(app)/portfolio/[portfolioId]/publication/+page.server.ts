import { publicFields, seenMax, type publication, type PublicFields } from '@sheber/contract/publication'
import { error } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/api/portfolio/:portfolioId/publication'

export const load: PageServerLoad = async ({ fetch, params: { portfolioId }, parent, url, depends }) => {
  depends('app:publication')
  const { portfolio } = await parent()
  if (!portfolio.may.follow) error(403, { message: '', code: 'forbidden' })
  return { origin: url.origin, publication: await ask<typeof publication.look>(fetch, 'GET', path, { params: { portfolioId } }) }
}

export const actions: Actions = {
  publish: (event) =>
    act(event, async (form) => {
      const chosen = form.all('field')
      const fields = Object.fromEntries(publicFields.map((one) => [one, chosen.includes(one)])) as PublicFields
      const { portfolioId } = event.params
      const ticked = Map.groupBy(
        form.all('seen').map((one) => one.split(' ')),
        ([fileId = '']) => fileId,
      )
      // First those with somebody in them: a page of very many pictures says so much and no more.
      const looked = form.all('looked').filter((fileId) => !ticked.has(fileId))
      const seen = [
        ...[...ticked].map(([fileId, all]) => ({ fileId, people: all.map(([, personId = '']) => personId) })),
        ...looked.map((fileId) => ({ fileId, people: [] })),
      ].slice(0, seenMax)
      await ask<typeof publication.publish>(event.fetch, 'POST', path, { params: { portfolioId }, body: { fields, seen } })
      return { done: 'published' as const }
    }),

  withdraw: (event) =>
    act(event, async () => {
      const { portfolioId } = event.params
      await ask<typeof publication.withdraw>(event.fetch, 'DELETE', path, { params: { portfolioId } })
      return { done: 'withdrawn' as const }
    }),
}
