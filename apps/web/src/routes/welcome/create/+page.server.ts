import type { centre } from '@sheber/contract/centre'
import { languages } from '@sheber/contract/words'
import { redirect } from '@sveltejs/kit'
import { ask } from '#lib/api.ts'
import { act } from '#lib/form.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: (event) =>
    act(event, async (form) => {
      const body = {
        name: form.text('name'),
        language: languages.find((language) => language === form.text('language')) ?? event.locals.language,
        person: form.text('person'),
        login: form.text('login'),
        password: form.raw('password'),
      }
      await ask<typeof centre.create>(event.fetch, 'POST', '/api/centre', { body })
      redirect(303, '/work')
    }),
}
