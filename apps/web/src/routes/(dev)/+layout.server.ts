import { error } from '@sveltejs/kit'
import { dev } from '$app/env'
import type { LayoutServerLoad } from './$types'

/** The one guard: outside development these pages do not exist. Browser tests ask for them with SHEBER_DEV=1. */
export const load: LayoutServerLoad = () => {
  if (!dev && process.env.SHEBER_DEV !== '1') error(404, { message: '', code: 'not-found' })
}
