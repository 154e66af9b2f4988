import { copyCookie } from '@sheber/contract/copy'
import { copyName, isCopy, shellName, untilHeader } from '#lib/copy/names.ts'
import { dropPage } from '#lib/copy/shelf.ts'

/** What a worker is given of the browser; a test gives its own. */
export interface Here {
  readonly fetch: (request: Request) => Promise<Response>
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'has'>
  /** Absent in browsers that show a worker no cookies: there nothing is answered from the copy. */
  readonly cookies: Pick<CookieStore, 'get' | 'delete'> | undefined
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
}

/** A network that is there by name only: then what is kept is better than waiting. */
const patienceMs = 6000

/** The sign-in is over: nothing here is theirs any more. */
const isOver = ({ type, status }: Response) => type === 'opaqueredirect' || status === 401
/** Only an answer that says so: this is not theirs any more. Anything else may be a network in the way. */
const isNo = (answer: Response) => isOver(answer) || [403, 404].includes(answer.status)

const keyOf = async ({ cookies }: Here) => (await cookies?.get(copyCookie))?.value ?? null

/** Takes away every copy but that of whoever is signed in. */
export const sweep = async (here: Here): Promise<void> => {
  // The copies first: one that is begun meanwhile is that of the key which is read then, or later.
  const names = await here.caches.keys()
  const key = await keyOf(here)
  for (const name of names) if (isCopy(name) && (!key || name !== copyName(key))) await here.caches.delete(name)
}

/** Takes away every copy. */
export const forget = async (here: Here): Promise<void> => {
  await here.cookies?.delete(copyCookie)
  for (const name of await here.caches.keys()) if (isCopy(name)) await here.caches.delete(name)
}

const copyOf = async (here: Here): Promise<Cache | null> => {
  const key = await keyOf(here)
  return key && (await here.caches.has(copyName(key))) ? here.caches.open(copyName(key)) : null
}

const keptPage = async (here: Here, path: string): Promise<Response | undefined> => {
  const found = await (await copyOf(here))?.match(path)
  if (!found) return undefined
  if (Number(found.headers.get(untilHeader)) > here.now()) return found
  await forgetPage(here, path)
  return undefined
}

const forgetPage = async (here: Here, path: string): Promise<void> => {
  const copy = await copyOf(here)
  if (copy) await dropPage(here.caches, copy, path, here.now())
}

/** The server's page (`asked`) wherever it answers; what is kept where it does not. */
export const answerPage = async (here: Here, asked: Promise<Response>, path: string): Promise<Response> => {
  // Whoever does not wait for it any more need not hear that it failed.
  asked.catch(() => undefined)
  const kept = async () => (await keptPage(here, path)) ?? asked
  try {
    const answer = await Promise.race([asked, here.wait(patienceMs)])
    if (!answer) return await kept()
    if (isOver(answer)) await forget(here)
    else if (isNo(answer)) await forgetPage(here, path)
    return answer.status >= 500 ? await kept() : answer
  } catch {
    return (await keptPage(here, path)) ?? Response.error()
  }
}

/** Small pictures of stands: asked for anew whenever that is possible, because who may see them may have changed. */
export const answerPicture = async (here: Here, request: Request): Promise<Response> => {
  try {
    const answer = await here.fetch(request)
    if (isNo(answer)) await (await copyOf(here))?.delete(request.url)
    return answer
  } catch {
    return (await (await copyOf(here))?.match(request.url)) ?? Response.error()
  }
}

/** Its name says what is in it, so what is kept is as good as what would come. */
export const answerShell = async (here: Here, request: Request): Promise<Response> =>
  (await (await here.caches.open(shellName)).match(request.url)) ?? here.fetch(request)
