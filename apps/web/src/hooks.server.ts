import type { session } from '@sheber/contract/session'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleFetch, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { ask, Refused } from '#lib/api.ts'
import { callInside } from '#lib/session/inside.ts'
import { resolveLanguage } from '#lib/session/language.ts'
import { readTheme } from '#lib/session/theme.ts'

/** Pages are read when they are first asked for: whoever came first after a start waited for the board as for no other. */
export const init: ServerInit = async () => {
  await import('./routes/(app)/board/[boardId]/+page@.svelte')
}

/** Who asks. Null when the API cannot tell: pages that need to know say so, the others are shown. */
const whoAsks = async (event: RequestEvent): Promise<App.Locals['me']> => {
  try {
    return await ask<typeof session.me>(event.fetch, 'GET', '/api/session')
  } catch (no) {
    if (no instanceof Refused) return null
    throw no
  }
}

/** Where this person has to be instead, if anywhere. */
const elsewhere = ({ locals: { me }, route, url }: RequestEvent): string | null => {
  if (!me || url.pathname === '/language' || route.id?.startsWith('/(dev)')) return null
  const atTheDoor = url.pathname === '/' || url.pathname.startsWith('/welcome')
  if (me.centre.state === 'new') return atTheDoor ? null : '/'
  if (url.pathname.startsWith('/welcome')) return '/'
  if (!me.person && route.id?.startsWith('/(app)')) return `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`
  return null
}

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.me = await whoAsks(event)
  event.locals.theme = readTheme(event.cookies.get('theme'))
  event.locals.language = resolveLanguage({
    cookie: event.cookies.get('language'),
    person: event.locals.me?.person?.language,
    accept: event.request.headers.get('accept-language'),
    centre: event.locals.me?.centre.language,
  })
  const to = elsewhere(event)
  if (to) redirect(303, to)
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%sheber.language%', event.locals.language)
        .replace('%sheber.theme%', event.locals.theme)
        .replace('%sheber.letters%', event.locals.lettersLater ? 'later' : 'now')
        .replace('%sheber.early%', event.locals.early ? `<script>${event.locals.early}</script>` : ''),
  })
}

export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url)
  return url.origin === event.url.origin && url.pathname.startsWith('/api/') ? callInside(event, request, fetch) : fetch(request)
}

/** A refusal that a page did not expect is still an answer; anything else is our bug and is logged once, here. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  if (error instanceof Refused) {
    const { code, message, requestId } = error.problem
    return { status: error.status || 503, code, message, requestId }
  }
  const requestId = crypto.randomUUID()
  console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, error: String(error), stack: stackOf(error) }))
  return { status: 500, code: 'internal', message: '', requestId }
}

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : undefined)
