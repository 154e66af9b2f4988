import type { group } from '@sheber/contract/group'
import type { person } from '@sheber/contract/person'
import { languages } from '@sheber/contract/words'
import { error } from '@sveltejs/kit'
import { ask, Refused } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import { drawSecret } from '#lib/organisation/draw.server.ts'
import { openPlace } from '#lib/organisation/place.server.ts'
import { loadWords } from '#lib/words/load.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { fetch, params, url, locals } = event
  const { organisation } = await openPlace(event, params.organisationId)
  const [groups, people] = await Promise.all([
    ask<typeof group.list>(fetch, 'GET', '/api/organisation/:organisationId/group', { params }),
    ask<typeof person.list>(fetch, 'GET', '/api/organisation/:organisationId/person', { params }),
  ])
  const one = groups.find(({ id }) => id === params.groupId) ?? error(404, { message: '', code: 'not-found' })
  const inside = new Set(one.learners.map(({ id }) => id))
  return {
    organisation,
    group: one,
    waiting: people.filter(({ id, signIn }) => inside.has(id) && signIn === 'none').map(({ id }) => id),
    cardLanguage: languages.find((language) => language === url.searchParams.get('language')) ?? locals.language,
  }
}

export const actions: Actions = {
  /** New secrets for those who are marked. They travel to this one answer and nowhere else. */
  renew: (event) =>
    act(event, async (form) => {
      const { fetch, locals } = event
      const kind = form.text('kind') === 'pictures' ? 'pictures' : 'pin'
      const chosen = form.all('personId')
      if (chosen.length === 0) {
        const message = (await loadWords(locals.language)).organisation.cards.none
        throw new Refused(400, { code: 'input', message, requestId: '', fields: ['personId'] })
      }
      const secrets: Record<string, string> = {}
      for (const [i, personId] of chosen.entries()) {
        const secret = drawSecret(kind)
        try {
          await ask<typeof person.secret>(fetch, 'POST', '/api/person/:personId/secret', { params: { personId }, body: { secret } })
        } catch (no) {
          // Those before have new secrets already, and this is the only moment to show them.
          if (!(no instanceof Refused) || i === 0) throw no
          return { secrets, trouble: no.problem.message }
        }
        secrets[personId] = secret
      }
      return { secrets, trouble: '' }
    }),
}
