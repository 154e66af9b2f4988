import type { exhibition } from '@sheber/contract/exhibition'
import { ask } from '#lib/api.ts'
import { lineOf } from '#lib/exhibition/line.ts'
import { hasOffice } from '#lib/organisation/who.ts'
import { known } from '#lib/session/known.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const all = await ask<typeof exhibition.list>(fetch, 'GET', '/api/exhibition')
  return {
    lines: all.map((one) => lineOf(one, locals.language)),
    // Which of their organisations is asked for on the page itself.
    mayMake: hasOffice(known(locals)),
    now: new Date().toISOString(),
  }
}
