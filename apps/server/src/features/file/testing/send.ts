import { file, type File } from '@sheber/contract/file'
import { idPattern } from '@sheber/contract/ids'
import type { Caller } from '@sheber/dev-env/caller'
import { newId } from '../../../new-id.ts'

/** What any client of tus says. */
export const tus = { 'tus-resumable': '1.0.0' }
const part = { ...tus, 'content-type': 'application/offset+octet-stream' }

const base64 = (text: string) => Buffer.from(text).toString('base64')
export const metadata = (named: Record<string, string>) =>
  Object.entries(named)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',')

export interface Begun {
  id?: string
  boardId?: string
  portfolioId?: string
  name?: string
  bytes: number
}

export const begin = (who: Caller, { id = newId(), boardId, portfolioId, name = 'сурет.png', bytes }: Begun) =>
  who.send({
    method: 'POST',
    url: '/files/upload',
    headers: {
      ...tus,
      'upload-length': String(bytes),
      'upload-metadata': metadata({
        id,
        ...(boardId !== undefined && { board: boardId }),
        ...(portfolioId !== undefined && { portfolio: portfolioId }),
        filename: name,
      }),
    },
  })

export const bring = (who: Caller, id: string, offset: number, bytes: Uint8Array) =>
  who.send({
    method: 'PATCH',
    url: `/files/upload/${id}`,
    headers: { ...part, 'upload-offset': String(offset) },
    payload: Buffer.from(bytes),
  })

export const partBytes = 512 * 1024

/** From the first byte to the file, as a browser of ours does it. */
export const send = async (who: Caller, boardId: string, bytes: Uint8Array, name?: string): Promise<File> => {
  const id = newId()
  const begun = await begin(who, { id, boardId, bytes: bytes.byteLength, ...(name !== undefined && { name }) })
  if (begun.statusCode !== 201 || !idPattern.test(id)) throw new Error(begun.body)
  for (let offset = 0; offset < bytes.byteLength; offset += partBytes) {
    const brought = await bring(who, id, offset, bytes.subarray(offset, offset + partBytes))
    if (brought.statusCode !== 204) throw new Error(brought.body)
  }
  return who.ask(file.add, { params: { boardId }, body: { id } })
}
