import { readHead } from './preview.head.ts'
import type { Answer, Outside } from './preview.outside.ts'

export interface Found {
  readonly title: string
  readonly description: string
  readonly picture: Uint8Array | null
}

export const previewLimits = {
  /** For the page, its picture and every step on the way to them together. */
  msMax: 5_000,
  bytesMax: 512 * 1024,
  redirectsMax: 3,
  urlLettersMax: 2_000,
} as const

/** Only https, only the usual door, only a host that is named or lies below a named one. */
export const isAllowed = (url: URL, hosts: readonly string[]): boolean =>
  url.protocol === 'https:' &&
  url.port === '' &&
  url.username === '' &&
  url.password === '' &&
  hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))

interface World {
  readonly outside: Outside
  readonly hosts: readonly string[]
  /** Makes a small picture of bytes, or null where they are none. */
  readonly thumbnail: (bytes: Uint8Array) => Promise<Uint8Array | null>
  readonly signal: AbortSignal
}

/** Every step is asked the same question as the first. */
const follow = async (from: URL, { outside, hosts, signal }: World): Promise<{ url: URL; answer: Answer } | null> => {
  let url = from
  for (let step = 0; step <= previewLimits.redirectsMax; step += 1) {
    if (!isAllowed(url, hosts)) return null
    const answer = await outside(url, signal)
    if (answer.status === 200) return { url, answer }
    const next = [301, 302, 303, 307, 308].includes(answer.status) ? URL.parse(answer.headers['location'] ?? '', url.href) : null
    await leave(answer)
    if (!next) return null
    url = next
  }
  return null
}

/** What is not wanted is not waited for. */
const leave = async ({ body }: Answer): Promise<void> => {
  await body[Symbol.asyncIterator]().return?.()
}

/** The beginning, as far as it may be read; `whole` says whether that was all. */
const read = async ({ body }: Answer, signal: AbortSignal): Promise<{ bytes: Buffer; whole: boolean }> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    signal.throwIfAborted()
    parts.push(part)
    length += part.byteLength
    if (length > previewLimits.bytesMax) break
  }
  const bytes = Buffer.concat(parts)
  return { bytes: bytes.subarray(0, previewLimits.bytesMax), whole: bytes.length <= previewLimits.bytesMax }
}

const isKind = ({ headers }: Answer, kind: RegExp) =>
  kind.test(headers['content-type'] ?? '') && ['', 'identity'].includes(headers['content-encoding'] ?? '')

/** As the server says, else as the page says, else UTF-8: many a page of a ministry is still Windows-1251. */
const textOf = (bytes: Buffer, type: string): string => {
  const inPage = /<meta[^>]{0,200}charset=["']?([\w-]{1,30})/i.exec(bytes.toString('latin1', 0, 2_048))?.[1]
  const charset = /charset=["']?([\w-]{1,30})/i.exec(type)?.[1] ?? inPage ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

const fetchPicture = async (url: URL | null, world: World): Promise<Uint8Array | null> => {
  const found = url && (await follow(url, world))
  if (!found) return null
  if (!isKind(found.answer, /^image\/(jpeg|png|webp|gif|avif)\b/i)) return leave(found.answer).then(() => null)
  const { bytes, whole } = await read(found.answer, world.signal)
  return whole ? world.thumbnail(bytes) : null
}

/** What a page says of itself; null: nothing, or not to us. Never throws for what somebody out there does. */
export const fetchPreview = async (
  asked: URL,
  { msMax = previewLimits.msMax, ...given }: Omit<World, 'signal'> & { msMax?: number },
): Promise<Found | null> => {
  const late = AbortSignal.timeout(msMax)
  // A server that holds the line without a word does not hold us.
  const over = new Promise<null>((resolve) => late.addEventListener('abort', () => resolve(null), { once: true }))
  const world = { ...given, signal: late }
  const work = async (): Promise<Found | null> => {
    const found = await follow(asked, world)
    if (!found) return null
    if (!isKind(found.answer, /^(text\/html|application\/xhtml\+xml)\b/i)) return leave(found.answer).then(() => null)
    const { bytes } = await read(found.answer, late)
    const { title, description, picture } = readHead(textOf(bytes, found.answer.headers['content-type'] ?? ''))
    if (title === null) return null
    const small = await Promise.race([
      fetchPicture(picture === null ? null : URL.parse(picture, found.url.href), world).catch(() => null),
      over,
    ])
    return { title, description, picture: small }
  }
  return Promise.race([work().catch(() => null), over])
}
