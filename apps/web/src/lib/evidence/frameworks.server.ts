import { error } from '@sveltejs/kit'
import { lookAtFramework, publishedFrameworks } from './read.ts'

/**
 * The frameworks that a map may be drawn of, and the one it is drawn of: the one asked for, else the one of which most is known,
 * else the first. Null: there is none yet.
 */
export const chooseFramework = async (fetch: typeof globalThis.fetch, url: URL, known: readonly string[] = []) => {
  const lines = await publishedFrameworks(fetch)
  const asked = url.searchParams.get('framework')
  if (asked !== null && !/^[0-9a-f-]{36}$/.test(asked)) error(404, { message: '', code: 'not-found' })
  const count = (id: string) => known.filter((one) => one === id).length
  const most = [...new Set(known)].toSorted((a, b) => count(b) - count(a))[0]
  const id = asked ?? most ?? lines[0]?.id
  return { lines, framework: id === undefined ? null : await lookAtFramework(fetch, id) }
}
