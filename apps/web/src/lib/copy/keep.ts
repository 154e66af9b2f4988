import { inPause } from '@sheber/sync/pause'
import { dev } from '$app/env'
import { newId } from '#lib/new-id.ts'
import { copyKey, dropCopyKey, setCopyKey } from './key.ts'
import { copyName, isCopy, isShell, placeOf, shellName, untilHeader, workerAddress } from './names.ts'
import { dropPage, putPage, reserve } from './shelf.ts'

/** The words that a page was kept with carry when: `<body data-kept="…">`. */
const marked = (html: string, at: Date) => html.replace('<body', `<body data-kept="${at.toISOString()}"`)

const canKeep = () => !dev && 'serviceWorker' in navigator && 'caches' in window && 'cookieStore' in window

const assetsIn = (text: string) => Array.from(text.matchAll(/\/_app\/immutable\/[\w./-]+\.\w+/g), ([address]) => address)
/** The script that a page begins with: another one is another version. */
const startIn = (html: string) => /\/_app\/immutable\/(?:entry\/start|wake\/\w\w)\.[\w-]+\.js/.exec(html)?.[0]

/** What this page is made of, by what its browser fetched for it. */
const fetched = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter(isShell)

/** Whoever draws meanwhile feels nothing of it. On a hidden page nobody draws, and a pause may be long in coming. */
const pause = () => (document.visibilityState === 'hidden' ? Promise.resolve() : new Promise<void>(inPause))

/** A hundred files, one in each pause. */
const keepShell = async (assets: ReadonlySet<string>) => {
  const shell = await caches.open(shellName)
  for (const asset of assets) {
    await pause()
    if (await shell.match(asset)) continue
    const answer = await fetch(asset, { priority: 'low' })
    if (answer.ok) await shell.put(asset, answer)
    else throw new Error(`${asset} is ${answer.status}`)
  }
}

const keepPictures = async (copy: Cache, wanted: ReadonlySet<string>, isStill: () => boolean) => {
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

/** This one page is theirs no more. */
export const dropCopy = async (path: string): Promise<void> => {
  const key = copyKey()
  if (!key || !('caches' in window) || !(await caches.has(copyName(key)))) return
  await dropPage(caches, await caches.open(copyName(key)), path, Date.now())
}

/** What was kept for somebody else, or under a sign-in that is over. */
const dropOthers = async (key: string) => {
  for (const name of await caches.keys()) if (isCopy(name) && name !== copyName(key)) await caches.delete(name)
}

export interface Besides {
  /** Kept no longer than this, if that is before the hours of its place are over. */
  readonly end?: Date
  /** Addresses of small pictures that only this sign-in may see. */
  readonly pictures?: ReadonlySet<string>
  /** Files of the same version that the page has not asked for yet, and would want without a network. */
  readonly later?: readonly string[]
}

/**
 * Keeps this page with what it needs, so that it opens without a network for as long as this sign-in lasts, and for the hours of its
 * place at most. Asked again, it keeps what the page is now. Does nothing where the browser cannot, or there is no network; where the
 * server says that the page is theirs no more, it goes. False: the server could not be asked.
 */
export const keepCopy = async (now: Date, { end, pictures = new Set(), later = [] }: Besides = {}): Promise<boolean> => {
  const path = location.pathname
  const place = placeOf(path)
  if (!place || !canKeep()) return false
  const key = copyKey() ?? newId()
  setCopyKey(key)
  await pause()
  await navigator.serviceWorker.register(workerAddress, { scope: place.scope ?? path })
  const answer = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-store' }).catch(() => null)
  if (!answer || answer.status >= 500) return false
  if (answer.status === 401 || answer.redirected) await dropCopies()
  else if ([403, 404].includes(answer.status)) await dropCopy(path)
  const html = answer.ok && !answer.redirected ? await answer.text() : ''
  // A newer version has been put up meanwhile: what is kept stays whole, and the next load keeps the new one.
  if (!html || startIn(html) !== startIn(document.documentElement.outerHTML)) return true

  const headers = new Headers(answer.headers)
  // Unpacked by now.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set(untilHeader, String(Math.min(end?.getTime() ?? Infinity, now.getTime() + place.hours * 3_600_000)))
  // Somebody may sign out or in while this goes on, in another tab: what is theirs no more is not left lying.
  const isStill = () => copyKey() === key
  if (!isStill()) return true
  await dropOthers(key)
  const copy = await caches.open(copyName(key))
  const shell = new Set([...assetsIn(html), ...fetched()])
  const needed = new Set([...shell, ...later, ...pictures])
  await reserve(copy, path, needed)
  // All of it or nothing: a page of one version never meets scripts of another.
  await keepShell(shell)
  await putPage(caches, copy, { path, page: new Response(marked(html, now), { headers }), needed, now: now.getTime() })
  await keepPictures(copy, pictures, isStill)
  if (isStill()) await keepShell(new Set(later))
  else await caches.delete(copyName(key))
  return true
}
