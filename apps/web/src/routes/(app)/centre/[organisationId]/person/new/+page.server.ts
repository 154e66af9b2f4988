import type { Reply } from '@sheber/contract/kit'
import type { group } from '@sheber/contract/group'
import type { Office } from '@sheber/contract/organisation'
import type { person } from '@sheber/contract/person'
import type { Language } from '@sheber/contract/words'
import { error } from '@sveltejs/kit'
import { ask, Refused } from '#lib/api.ts'
import { act, type Form } from '#lib/form.ts'
import { drawPassword } from '#lib/organisation/draw.server.ts'
import { readLine } from '#lib/organisation/line.ts'
import { openPlace, takesIn } from '#lib/organisation/place.server.ts'
import { readSecrets } from '#lib/organisation/secret.server.ts'
import type { Slip } from '#lib/organisation/slip.ts'
import { loadWords } from '#lib/words/load.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const groupsOf = ({ fetch, params }: Pick<RequestEvent, 'fetch' | 'params'>): Promise<Reply<typeof group.list>> =>
  ask<typeof group.list>(fetch, 'GET', '/api/organisation/:organisationId/group', { params })

export const load: PageServerLoad = async (event) => {
  const { who, organisation } = await openPlace(event, event.params.organisationId)
  const may = takesIn(who, organisation.id)
  const adult = event.url.searchParams.get('role') === 'adult'
  if (!(adult ? may.adults : may.learners)) error(403, { message: '', code: 'forbidden' })
  const groups = adult ? [] : (await groupsOf(event)).map(({ id, name }) => ({ id, name }))
  return { organisation, groups, adult, may, language: event.locals.language, groupId: event.url.searchParams.get('group') ?? '' }
}

type Added = { slips: Slip[]; added: number; left: string; trouble: string }
const linesMax = 40

const add = ({ fetch, params }: RequestEvent, body: Parameters<typeof ask<typeof person.add>>[3]['body']) =>
  ask<typeof person.add>(fetch, 'POST', '/api/organisation/:organisationId/person', { params, body })

const readNames = async (form: Form, language: Language): Promise<string[]> => {
  const names = form
    .text('names')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (names.length > 0 && names.length <= linesMax && names.every((line) => readLine(line).name.length <= 80)) return names
  const message = (await loadWords(language)).organisation.person.namesProblem
  throw new Refused(400, { code: 'input', message, requestId: '', fields: ['names'] })
}

export const actions: Actions = {
  learners: (event) =>
    act(event, async (form): Promise<Added> => {
      const { locals } = event
      const names = await readNames(form, locals.language)
      const secrets = await readSecrets(form, names.length, locals.language)
      const groupId = form.maybe('groupId')
      const code = groupId ? ((await groupsOf(event)).find(({ id }) => id === groupId)?.code ?? null) : null
      const language = form.text('language') as Language
      const slips: Slip[] = []
      for (const [i, line] of names.entries()) {
        const read = readLine(line)
        const { name } = read
        try {
          const secret = secrets?.()
          const body = { ...read, role: 'learner' as const, language, ...(groupId && { groupId }), ...(secret && { secret }) }
          const { id } = await add(event, body)
          slips.push({ id, name, code, ...(secret && { secret }) })
        } catch (no) {
          // Those before are added and their secrets shown only now: they are not lost because of the next one.
          if (!(no instanceof Refused) || i === 0) throw no
          return { slips, added: i, left: names.slice(i).join('\n'), trouble: no.problem.message }
        }
      }
      return { slips, added: slips.length, left: '', trouble: '' }
    }),

  adult: (event) =>
    act(event, async (form): Promise<Added> => {
      const [name, login] = [form.text('name'), form.text('login')]
      const language = form.text('language') as Language
      const password = drawPassword(event.locals.language, login)
      const { id } = await add(event, { name, role: form.text('role') as Office, language, login, password })
      return { slips: [{ id, name, login, password }], added: 1, left: '', trouble: '' }
    }),
}
