import { error } from '@sveltejs/kit'
import { newestOf } from '@sheber/domain/former'
import { allFrameworks, lookAtFramework } from './read.ts'

/**
 * The frameworks that a map may be drawn of, and the one it is drawn of: the one asked for, else the newest version of the one of
 * which most is known, else the first. Null: there is none yet.
 */
export const chooseFramework = async (fetch: typeof globalThis.fetch, url: URL, known: readonly string[] = []) => {
  const all = await allFrameworks(fetch)
  const lines = all.filter(({ state }) => state === 'published')
  const asked = frameworkIn(url, 'framework')
  const newest = known.map((id) => newestOf(id, all))
  const count = (id: string) => newest.filter((one) => one === id).length
  const most = [...new Set(newest)].toSorted((a, b) => count(b) - count(a))[0]
  const id = asked ?? most ?? lines[0]?.id
  return { lines, framework: id === undefined ? null : await lookAtFramework(fetch, id) }
}

/** What the address says of a framework; null: nothing. */
export const frameworkIn = (url: URL, name: string): string | null => {
  const asked = url.searchParams.get(name)
  if (asked !== null && !/^[0-9a-f-]{36}$/.test(asked)) error(404, { message: '', code: 'not-found' })
  return asked
}
