import type { File as SentFile, file } from '@sheber/contract/file'
import { ask, Refused } from '#lib/api.ts'
import type { Parcel } from './queue.ts'

/** What sending leans on; a page's own, or a test's. */
export interface Road {
  readonly fetch: typeof globalThis.fetch
  /** Resolves when it is worth trying again: after a while that grows with every try in vain, or when the network is back. */
  again(tries: number): Promise<void>
  /** What one request carries. */
  readonly partBytes: number
}

const address = '/files/upload'
const tus = { 'tus-resumable': '1.0.0' }

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const refused = async (response: Response): Promise<Refused> => {
  const problem = (await response.json().catch(() => null)) as Refused['problem'] | null
  return new Refused(response.status, problem ?? { code: 'internal', message: '', requestId: '' })
}

/** No network, a server that starts anew, or too much at once: it is worth waiting. Anything else is an answer. */
const passes = (why: unknown): boolean =>
  why instanceof TypeError || (why instanceof Refused && (why.status === 0 || why.status === 429 || why.status >= 500))

/** tus: announce, hear how much has come, bring the rest part by part. Nothing that came is brought twice. */
const carry = async ({ id, place, name, blob }: Parcel, { fetch, partBytes }: Road, came: (bytes: number) => void): Promise<void> => {
  const url = `${address}/${id}`
  const offsetIn = ({ headers }: Response) => Number(headers.get('upload-offset'))

  const askOffset = async (): Promise<number> => {
    const response = await fetch(url, { method: 'HEAD', headers: tus })
    if (!response.ok) throw await refused(response)
    return offsetIn(response)
  }
  /** Announced again, it is the same file, and the answer says how much of it is there. */
  const begin = async (): Promise<number> => {
    const named = Object.entries({
      id,
      ...('boardId' in place ? { board: place.boardId } : { portfolio: place.portfolioId }),
      filename: name,
    }).map(([key, value]) => `${key} ${base64(value)}`)
    const headers = { ...tus, 'upload-length': String(blob.size), 'upload-metadata': named.join(',') }
    const response = await fetch(address, { method: 'POST', headers })
    if (response.ok) return offsetIn(response)
    const why = await refused(response)
    // It has become a file already, and only that answer was lost. If it is another's, the question says so.
    if (why.problem.code === 'file-id-taken') return askOffset()
    throw why
  }
  const bring = async (offset: number): Promise<number> => {
    const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
    const response = await fetch(url, { method: 'PATCH', headers, body: blob.slice(offset, offset + partBytes) })
    if (response.ok) return offsetIn(response)
    // Out of turn: a part of before has arrived after all.
    if (response.status === 409) return askOffset()
    throw await refused(response)
  }

  let offset = await begin()
  for (; offset < blob.size; offset = await bring(offset)) came(offset)
  came(offset)
}

/** All bytes have come: it becomes a file where it belongs. */
const put = ({ id, place }: Parcel, { fetch }: Road): Promise<SentFile> =>
  'boardId' in place
    ? ask<typeof file.add>(fetch, 'POST', '/api/board/:boardId/file', { params: place, body: { id } })
    : ask<typeof file.shelve>(fetch, 'POST', '/api/portfolio/:portfolioId/file', { params: place, body: { id } })

/**
 * From this device to the file on the server, however often the network breaks on the way.
 * @throws {Refused} the server's no, which no patience changes
 */
export const send = async (parcel: Parcel, road: Road, tell: (sent: number, waits: boolean) => void): Promise<SentFile> => {
  let came = 0
  for (let tries = 0; ; tries += 1) {
    try {
      await carry(parcel, road, (bytes) => {
        // A part that has come is hope: the next wait is a short one again.
        if (bytes > came) tries = 0
        came = bytes
        tell(came, false)
      })
      return await put(parcel, road)
    } catch (why) {
      if (!passes(why)) throw why
      tell(came, true)
      await road.again(tries)
    }
  }
}
