import { copyCookie } from '@sheber/contract/copy'
import { isKeptPage, isKeptPicture, isShell } from '#lib/copy/names.ts'
import { answerPage, answerPicture, answerShell, type Here, sweep } from './answer.ts'

/**
 * Opens a jury's page, boards, pages of a notebook and the tasks of a project without a network, and nothing else: it looks at what lies below the places of
 * `lib/copy/names` alone, once for each of them (`scope`), and answers with what such a page itself has laid down (`lib/copy/keep`). It keeps nothing on its own.
 */
declare const self: ServiceWorkerGlobalScope

const here: Here = {
  fetch: (request) => fetch(request),
  caches,
  cookies: self.cookieStore,
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

// It has no version of the application in it, so a new one may take over at any time.
self.addEventListener('install', () => void self.skipWaiting())

const begin = async () => {
  // The page is asked for while the worker wakes: whoever has a network waits no longer than without it.
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
  await sweep(here)
  // Where the browser can, it wakes the worker when a sign-in ends on whatever page; elsewhere the copy is closed then, and taken away later.
  await self.registration.cookies?.subscribe([{ name: copyCookie }]).catch(() => undefined)
}
self.addEventListener('activate', (event) => event.waitUntil(begin()))
self.addEventListener('cookiechange', (event) => event.waitUntil(sweep(here)))

const arriving = async ({ preloadResponse, request }: FetchEvent): Promise<Response> =>
  ((await preloadResponse) as Response | undefined) ?? fetch(request)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (isKeptPage(pathname)) event.respondWith(answerPage(here, arriving(event), pathname))
  } else if (isShell(pathname)) event.respondWith(answerShell(here, request))
  else if (isKeptPicture(pathname)) event.respondWith(answerPicture(here, request))
})
