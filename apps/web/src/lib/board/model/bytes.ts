import { ModelTrouble } from './mesh.ts'

/** Models of this very device that the server may not have yet, until the page is left. */
const lent = new Map<string, Blob>()

export const lendModel = (file: string, blob: Blob) => {
  lent.set(file, blob)
}

/** Longer than the longest model there may be: what a server says beyond that is not believed. */
const bytesMax = 64_000_000

const gathered = async (response: Response, come: (part: number) => void): Promise<ArrayBuffer> => {
  const whole = Number(response.headers.get('content-length'))
  // What a proxy has packed is longer than it says: then nobody knows which part of it has come.
  if (!response.body || !(whole > 0) || whole > bytesMax || response.headers.has('content-encoding')) return response.arrayBuffer()
  const bytes = new Uint8Array(whole)
  const reader = response.body.getReader()
  let at = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (at + piece.value.length > whole) throw new ModelTrouble('away')
    bytes.set(piece.value, at)
    at += piece.value.length
    come(at / whole)
  }
  if (at < whole) throw new ModelTrouble('away')
  return bytes.buffer
}

/** The model itself; `come` hears which part of it is here. @throws {ModelTrouble} */
export const bytesOf = async (file: string, come: (part: number) => void, signal: AbortSignal): Promise<ArrayBuffer> => {
  const own = lent.get(file)
  return own ? own.arrayBuffer() : bytesAt(`/files/${file}`, come, signal)
}

/** … wherever it lies. @throws {ModelTrouble} */
export const bytesAt = async (address: string, come: (part: number) => void, signal: AbortSignal): Promise<ArrayBuffer> => {
  try {
    const response = await fetch(address, { signal })
    if (!response.ok) throw new ModelTrouble('away')
    return await gathered(response, come)
  } catch {
    throw new ModelTrouble('away')
  }
}
