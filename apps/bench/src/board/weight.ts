import type { CDPSession } from 'playwright-core'
import { brotliCompressSync } from 'node:zlib'

interface Part {
  readonly kind: 'js' | 'css'
  readonly isBrotli: boolean
  /** On the wire before the content began. */
  readonly headBytes: number
  bytes: number | null
}

const kindOf = (mimeType: string): Part['kind'] | null =>
  /javascript|ecmascript/.test(mimeType) ? 'js' : mimeType === 'text/css' ? 'css' : null

const kb = (bytes: number): number => bytes / 1_000

/** Listens to what a page fetches; the answer, when it is asked for, is what has come whole by then. */
export const startScales = (cdp: CDPSession, isOurs: (url: string) => boolean = () => false) => {
  const parts = new Map<string, Part>()
  cdp.on('Network.responseReceived', ({ requestId, response: { url, mimeType, headers, encodedDataLength } }) => {
    const kind = kindOf(mimeType)
    const encoding = headers['content-encoding'] ?? headers['Content-Encoding']
    if (kind && !isOurs(url)) parts.set(requestId, { kind, isBrotli: encoding === 'br', headBytes: encodedDataLength, bytes: null })
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = parts.get(requestId)
    if (part) part.bytes = encodedDataLength - part.headBytes
  })

  /** Had the server sent it in brotli. */
  const compressed = async (requestId: string): Promise<number> => {
    const { body, base64Encoded } = await cdp.send('Network.getResponseBody', { requestId })
    return brotliCompressSync(Buffer.from(body, base64Encoded ? 'base64' : 'utf8')).length
  }

  /** Styles that came within the page itself. */
  const inPage = async () => {
    const expression = "Array.from(document.querySelectorAll('style'), (one) => one.textContent).join('')"
    const { result } = await cdp.send('Runtime.evaluate', { expression, returnByValue: true })
    return { kind: 'css' as const, bytes: brotliCompressSync(Buffer.from(String(result.value))).length }
  }

  return async () => {
    const come = [...parts].filter(([, { bytes }]) => bytes !== null)
    const weighed = await Promise.all(
      come.map(async ([id, { kind, isBrotli, bytes }]) => ({ kind, bytes: isBrotli ? (bytes ?? 0) : await compressed(id) })),
    )
    weighed.push(await inPage())
    const sum = (of: readonly { readonly bytes: number }[]) => of.reduce((all, { bytes }) => all + bytes, 0)
    return { jsBrotliKB: kb(sum(weighed.filter(({ kind }) => kind === 'js'))), totalBrotliKB: kb(sum(weighed)) }
  }
}
