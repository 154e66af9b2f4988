import { besideOf, isBeside, isKeptPage, isKeptPicture, shellName, untilHeader } from './names.ts'

/** The copies of one sign-in: several pages share files, and each goes alone. The pages themselves and the worker have this in common. */

type Stores = Pick<CacheStorage, 'open'>

const pathOf = ({ url }: Request) => new URL(url).pathname

/** Addresses that the page at `path` needs, of pictures and of the shell; empty: it is not kept. */
const readBeside = async (copy: Cache, path: string): Promise<readonly string[]> => {
  const found = await copy.match(besideOf(path))
  return found ? ((await found.json()) as string[]) : []
}

const putBeside = (copy: Cache, path: string, needed: Iterable<string>) => copy.put(besideOf(path), Response.json([...needed]))

/** Says that nothing of `needed` may be tidied away, though the page that needs it is not kept yet. */
export const reserve = async (copy: Cache, path: string, needed: ReadonlySet<string>): Promise<void> =>
  // What lies there until the new page does needs its own files.
  putBeside(copy, path, new Set([...needed, ...(await readBeside(copy, path))]))

/** Pages that have lain too long go, and whatever no page needs any more. */
const tidy = async (stores: Stores, copy: Cache, now: number): Promise<void> => {
  for (const request of await copy.keys()) {
    if (!isKeptPage(pathOf(request))) continue
    const page = await copy.match(request)
    if (Number(page?.headers.get(untilHeader)) > now) continue
    await copy.delete(request)
    await copy.delete(besideOf(pathOf(request)))
  }
  const kept = await copy.keys()
  const lists = await Promise.all(
    kept
      .map(pathOf)
      .filter(isBeside)
      .map((list) => readBeside(copy, list.slice(0, -besideOf('').length))),
  )
  const needed = new Set(lists.flat())
  for (const request of kept) if (isKeptPicture(pathOf(request)) && !needed.has(pathOf(request))) await copy.delete(request)
  const shell = await stores.open(shellName)
  // Of an older version: its open tabs have what they need, and ask the network for more as they always did.
  for (const request of await shell.keys()) if (!needed.has(pathOf(request))) await shell.delete(request)
}

/** Puts the page there, whose files already lie on the device. */
export const putPage = async (
  stores: Stores,
  copy: Cache,
  { path, page, needed, now }: { path: string; page: Response; needed: ReadonlySet<string>; now: number },
): Promise<void> => {
  await copy.put(path, page)
  await putBeside(copy, path, needed)
  await tidy(stores, copy, now)
}

/** Takes one page away, with all that no other page needs. */
export const dropPage = async (stores: Stores, copy: Cache, path: string, now: number): Promise<void> => {
  await copy.delete(path)
  await copy.delete(besideOf(path))
  await tidy(stores, copy, now)
}
