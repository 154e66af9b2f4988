import type { session } from '@sheber/contract/session'
import { languages } from '@sheber/contract/words'
import { error, redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { sitePath } from '#lib/session/way.ts'
import type { RequestHandler } from './$types'

/** The switch on every page: a plain form, so that it works before any script has come. */
export const POST: RequestHandler = async ({ request, fetch }) => {
  const form = await request.formData()
  const language = languages.find((known) => known === form.get('language'))
  if (!language) error(400, { message: '', code: 'input' })
  await ask<typeof session.language>(fetch, 'POST', '/api/session/language', { body: { language } })
  redirect(303, sitePath(String(form.get('to'))) ?? '/')
}

export const GET: RequestHandler = () => redirect(303, '/')
