import { badgeLettersMax, type badge } from '@sheber/contract/badge'
import { unreadable } from '@sheber/domain/badge'
import { unbake } from '@sheber/domain/baked'
import { fail } from '@sveltejs/kit'
import { ask, Refused } from '#lib/api.ts'
import type { Actions } from './$types'

/** A picture with a badge in it is a tenth of this. */
const fileBytesMax = 400_000

const textIn = async (file: FormDataEntryValue | null): Promise<string | null> => {
  if (!(file instanceof File) || file.size === 0 || file.size > fileBytesMax) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = unbake(bytes) ?? new TextDecoder().decode(bytes)
  return text.length > badgeLettersMax ? null : text
}

export const actions: Actions = {
  default: async ({ request, fetch }) => {
    const text = await textIn((await request.formData()).get('file'))
    if (text === null) return { checked: unreadable, problem: null }
    try {
      return { checked: await ask<typeof badge.check>(fetch, 'POST', '/api/badge/check', { body: { text } }), problem: null }
    } catch (no) {
      if (!(no instanceof Refused)) throw no
      return fail(no.status >= 400 ? no.status : 503, { checked: null, problem: no.problem.message })
    }
  },
}
