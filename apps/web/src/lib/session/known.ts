import type { Me } from '@sheber/contract/session'
import { error } from '@sveltejs/kit'

/** Who asks, for pages that cannot be shown without knowing it. When the API did not answer, the page says so. */
export const known = (locals: App.Locals): Me => locals.me ?? error(503, { message: '', code: 'unavailable' })
