import type { Arrival, Facts, Hops } from './facts.ts'

const answerMsMax = 10_000
const echoMsMax = 5_000
export const silenceMs = 30_000

interface Told {
  readonly at: number
  readonly cookie: boolean
  readonly signIn: boolean
  readonly hops: Hops
  readonly seen: { readonly as: 'upgrade' | 'plain'; readonly hops: Hops } | null
}

const after = (ms: number, left: AbortSignal) =>
  new Promise<void>((resume) => {
    const timer = setTimeout(resume, ms)
    left.addEventListener('abort', () => {
      clearTimeout(timer)
      resume()
    })
  })

/** `otherwise` where it takes longer. */
const within = <T>(ms: number, left: AbortSignal, work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([work, after(ms, left).then(() => otherwise)])

const plain = async (address: string, asked: RequestInit, left: AbortSignal): Promise<Response | null> =>
  within(
    answerMsMax,
    left,
    fetch(address, { cache: 'no-store', ...asked }).catch(() => null),
    null,
  )

const askServer = async (probe: string, left: AbortSignal): Promise<Told | null> => {
  const answer = await plain(`/health/ws?probe=${probe}`, {}, left)
  const told = answer?.ok ? ((await answer.json().catch(() => null)) as Partial<Told> | null) : null
  // A filter may answer in the server's place.
  return typeof told?.at === 'number' ? (told as Told) : null
}

const socketTo = (path: string, left: AbortSignal): WebSocket => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`)
  socket.binaryType = 'arraybuffer'
  left.addEventListener('abort', () => socket.close())
  return socket
}

const opens = (socket: WebSocket) =>
  new Promise<boolean>((resolve) => {
    socket.onopen = () => resolve(true)
    socket.onclose = () => resolve(false)
  })

const says = (socket: WebSocket) =>
  new Promise<string | null>((resolve) => {
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) =>
      resolve(typeof data === 'string' ? data : String(new Uint8Array(data)))
    socket.onclose = () => resolve(null)
  })

const echoes = async (socket: WebSocket, byte: number, left: AbortSignal): Promise<boolean> => {
  if (socket.readyState !== WebSocket.OPEN) return false
  const heard = within(echoMsMax, left, says(socket), null)
  socket.send(Uint8Array.of(byte))
  return (await heard) === String(byte)
}

/** One byte at once, one after half a minute of silence: some proxies end what says nothing. */
const holdOut = async (socket: WebSocket, left: AbortSignal): Promise<NonNullable<Facts['frames']>> => {
  const opened = performance.now()
  const first = await echoes(socket, 1, left)
  const ended = new Promise<void>((resolve) => (socket.onclose = () => resolve()))
  if (first) await Promise.race([ended, after(silenceMs, left)])
  const stoodMs = Math.round(performance.now() - opened)
  const last = first && (await echoes(socket, 2, left))
  socket.close()
  return { first, last, stoodMs }
}

/** engine.io's first packet, by either transport; the session it opens is closed again. */
const newsBySocket = async (left: AbortSignal): Promise<boolean> => {
  const socket = socketTo('/events/?EIO=4&transport=websocket', left)
  const said = await within(answerMsMax, left, says(socket), null)
  socket.close()
  return said?.startsWith('0{') ?? false
}
const newsByRequest = async (left: AbortSignal): Promise<boolean> => {
  const address = '/events/?EIO=4&transport=polling'
  const answer = await plain(address, {}, left)
  const said = answer?.ok ? await answer.text().catch(() => '') : ''
  const [, sid] = /^0\{"sid":"([\w-]+)"/.exec(said) ?? []
  if (sid) void plain(`${address}&sid=${sid}`, { method: 'POST', body: '1' }, left)
  return sid !== undefined
}

const echoByRequest = async (left: AbortSignal): Promise<boolean> => {
  const asked = { method: 'POST', body: Uint8Array.of(200, 1), headers: { 'content-type': 'application/octet-stream' } }
  const answer = await plain('/sync/echo', asked, left)
  const body = answer?.ok ? await answer.arrayBuffer().catch(() => null) : null
  return body !== null && String(new Uint8Array(body)) === '200,1'
}

/** Tries everything, and tells each thing as soon as it is known. `signedIn`: this page was shown to somebody. */
export const probe = async (signedIn: boolean, left: AbortSignal, tell: (facts: Facts) => void): Promise<void> => {
  const number = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  document.cookie = `probe=${number}; path=/health; max-age=60; samesite=lax`
  const asked = performance.now()
  const askedAt = Date.now()
  const told = await askServer(number, left)
  const ms = Math.round(performance.now() - asked)
  tell({ http: { answered: told !== null, ms } })
  if (!told) return
  tell({
    hops: told.hops,
    cookie: { back: told.cookie, signIn: signedIn ? told.signIn : null },
    clock: { aheadMs: Math.round(askedAt + ms / 2 - told.at) },
  })

  const upgrade = async () => {
    const began = performance.now()
    const socket = socketTo(`/sync/echo?probe=${number}`, left)
    const opened = await within(answerMsMax, left, opens(socket), false)
    const took = Math.round(performance.now() - began)
    if (!opened) socket.close()
    const seen = await askServer(number, left)
    const arrival: Arrival = seen ? (seen.seen?.as ?? 'unseen') : 'unknown'
    tell({ upgrade: { opened, ms: took, arrival, hops: seen?.seen?.hops ?? {} } })
    if (opened) tell({ frames: await holdOut(socket, left) })
  }
  const news = async () => {
    const [websocket, polling] = await Promise.all([newsBySocket(left), newsByRequest(left)])
    tell({ news: { websocket, polling } })
  }
  const fallback = async () => tell({ fallback: { answered: await echoByRequest(left) } })
  await Promise.all([upgrade(), news(), fallback()])
}
