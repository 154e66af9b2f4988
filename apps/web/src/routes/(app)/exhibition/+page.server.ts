import type { exhibition } from '@sheber/contract/exhibition'
import type { judge } from '@sheber/contract/judge'
import { ask } from '#lib/api.ts'
import { lineOf } from '#lib/exhibition/line.ts'
import { hasOffice } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const [all, juries, chooses, invitations] = await Promise.all([
    ask<typeof exhibition.list>(fetch, 'GET', '/api/exhibition'),
    ask<typeof judge.mine>(fetch, 'GET', '/api/jury'),
    ask<typeof judge.chooses>(fetch, 'GET', '/api/jury/choice'),
    ask<typeof exhibition.invitations>(fetch, 'GET', '/api/invitation'),
  ])
  return {
    lines: all.map((one) => lineOf(one, locals.language)),
    judges: juries.length > 0,
    chooses: chooses.length > 0,
    invitations,
    // Which of their organisations is asked for on the page itself.
    mayMake: hasOffice(known(locals)),
    now: new Date().toISOString(),
  }
}
