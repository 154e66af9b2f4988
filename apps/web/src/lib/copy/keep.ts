import { dev } from '$app/env'
import { newId } from '#lib/new-id.ts'
import { copyKey, dropCopyKey, setCopyKey } from './key.ts'
import { copyHours, copyName, isCopy, isShell, shellName, untilHeader, workerAddress, workerScope } from './names.ts'

/** The words that a page was kept with carry when: `<body data-kept="…">`. */
const marked = (html: string, at: Date) => html.replace('<body', `<body data-kept="${at.toISOString()}"`)

const canKeep = () => !dev && 'serviceWorker' in navigator && 'caches' in window && 'cookieStore' in window

const assetsIn = (text: string) => Array.from(text.matchAll(/\/_app\/immutable\/[\w./-]+\.\w+/g), ([address]) => address)
const startIn = (html: string) => assetsIn(html).find((address) => address.includes('/entry/start.'))

/** What this page is made of, by the page's own words and by what its browser fetched for it. */
const shellOf = (html: string): Set<string> => {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  return new Set([...assetsIn(html), ...fetched.filter(isShell)])
}

const keepShell = async (assets: ReadonlySet<string>) => {
  const shell = await caches.open(shellName)
  for (const asset of assets) if (!(await shell.match(asset))) await shell.add(asset).catch(() => undefined)
  // Of an older version: its open tabs have what they need, and ask the network for more as they always did.
  for (const { url } of await shell.keys()) if (!assets.has(new URL(url).pathname)) await shell.delete(url)
}

const keepPictures = async (copy: Cache, folder: string, wanted: ReadonlySet<string>, isStill: () => boolean) => {
  for (const { url } of await copy.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith(folder) && !wanted.has(pathname)) await copy.delete(url)
  }
  for (const address of wanted) {
    if (await copy.match(address)) continue
    const answer = await fetch(address)
    if (!isStill()) return
    if (answer.ok) await copy.put(address, answer)
  }
}

/** Everything that was kept here for anybody is gone, and nothing opens it any more. */
export const dropCopies = async (): Promise<void> => {
  dropCopyKey()
  if (!('caches' in window)) return
  for (const name of await caches.keys()) if (isCopy(name)) await caches.delete(name)
}

/** What was kept for somebody else, or under a sign-in that is over. */
const dropOthers = async (key: string) => {
  for (const name of await caches.keys()) if (isCopy(name) && name !== copyName(key)) await caches.delete(name)
}

/** Of this page alone, with its pictures below `folder`: whatever else the same sign-in keeps stays. */
export const dropCopy = async (folder: string): Promise<void> => {
  if (!('caches' in window)) return
  for (const name of await caches.keys()) {
    if (!isCopy(name)) continue
    const copy = await caches.open(name)
    await copy.delete(location.pathname)
    await keepPictures(copy, folder, new Set(), () => true)
  }
}

/**
 * Keeps this page with its pictures (addresses below `folder`), so that it opens without a network for as long as this sign-in lasts,
 * `copyHours` at most, and never beyond `end`. Asked again, it keeps what the page is now. Does nothing where the browser cannot, or
 * there is no network.
 */
export const keepCopy = async (folder: string, pictures: ReadonlySet<string>, now: Date, end: Date): Promise<void> => {
  if (!canKeep()) return
  const key = copyKey() ?? newId()
  setCopyKey(key)
  await navigator.serviceWorker.register(workerAddress, { scope: workerScope })
  const page = location.pathname
  const answer = await fetch(page, { headers: { accept: 'text/html' }, cache: 'no-store' })
  if ([401, 403, 404].includes(answer.status) || answer.redirected) return dropCopies()
  const html = await answer.text()
  // A newer version has been put up meanwhile: what is kept stays whole, and the next load keeps the new one.
  if (!answer.ok || startIn(html) !== startIn(document.documentElement.outerHTML)) return

  const headers = new Headers(answer.headers)
  // Unpacked by now.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set(untilHeader, String(Math.min(end.getTime(), now.getTime() + copyHours * 3_600_000)))
  // Somebody may sign out or in while this goes on, in another tab: what is theirs no more is not left lying.
  const isStill = () => copyKey() === key
  if (!isStill()) return
  await dropOthers(key)
  const copy = await caches.open(copyName(key))
  await keepShell(shellOf(html))
  await copy.put(page, new Response(marked(html, now), { headers }))
  await keepPictures(copy, folder, pictures, isStill)
  if (!isStill()) await caches.delete(copyName(key))
}
