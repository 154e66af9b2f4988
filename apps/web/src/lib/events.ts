import type { ClientToServer, FactBody, FactName, ServerToClient, Told } from '@sheber/contract/facts'
import type { Topic } from '@sheber/contract/kit'
import type { Socket } from 'socket.io-client'

/**
 * What happened elsewhere, as it happens: one socket for the whole page, opened when the first topic is followed.
 * It only listens. After a cut every topic is followed again from the last position heard, so nothing is missed.
 */

type Heard = (told: Told) => void
interface Followed {
  position: number
  /** How many parts of the page follow it. */
  count: number
}

const followed = new Map<Topic, Followed>()
const hearers = new Map<FactName, Set<Heard>>()
const grownHearers = new Map<Topic, Set<() => void>>()
const anyHearers = new Set<Heard>()
// A fact belongs to several topics and is sent for each; it is heard once. The oldest are forgotten.
const heard = new Set<number>()
const heardMax = 500
const againMs = 2_000

let socket: Socket<ServerToClient, ClientToServer> | undefined
let opening: Promise<void> | undefined

const ends = new Set<() => void>()
const turnAway = () => ends.forEach((listen) => listen())

const deliver = (told: Told, topic: Topic) => {
  const topicNow = followed.get(topic)
  if (topicNow) topicNow.position = Math.max(topicNow.position, told.position)
  if (heard.has(told.position)) return
  heard.add(told.position)
  if (heard.size > heardMax) heard.delete(heard.values().next().value ?? 0)
  for (const listen of hearers.get(told.name) ?? []) listen(told)
  for (const listen of anyHearers) listen(told)
}

const ringGrown = (topic: Topic) => grownHearers.get(topic)?.forEach((look) => look())

const ask = (topic: Topic) => {
  const topicNow = followed.get(topic)
  if (!topicNow || !socket?.connected) return
  socket.emit('follow', topic, topicNow.position, (result) => {
    if (followed.get(topic) !== topicNow) return
    // What grew while this was not followed rang for nobody.
    if (result.ok) ringGrown(topic)
    // A server that could not look for a moment has refused nothing: whoever is not asked again hears nothing more.
    else if (result.code === 'unavailable') setTimeout(() => ask(topic), againMs)
    // No right (any more). Asking again and again would not change that.
    else followed.delete(topic)
  })
}

/** A cut may come before this part of the page has: it is asked for until it is here, or nobody follows anything. */
const fetchIo = async () => {
  for (let waitMs = 500; followed.size > 0; waitMs = Math.min(2 * waitMs, 10_000)) {
    const part = await import('socket.io-client').catch(() => null)
    if (part) return part.io
    await new Promise((wait) => setTimeout(wait, waitMs))
  }
  return null
}

const open = async () => {
  const io = await fetchIo()
  if (!io || followed.size === 0 || socket) return
  const transports = ['websocket', 'polling']
  socket = io({ path: '/events', transports, timeout: 8_000, reconnectionDelayMax: 10_000 })
  socket.on('connect', () => {
    for (const topic of followed.keys()) ask(topic)
  })
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') turnAway()
  })
  // `active` is false when the server refused, and not the network.
  socket.on('connect_error', () => {
    if (socket?.active === false) return turnAway()
    // By itself it would try the first transport for ever; a school's filter may let only the other one through.
    if (socket) socket.io.opts.transports = [...transports.reverse()]
  })
  socket.on('fact', deliver)
  socket.on('grown', ringGrown)
}

const close = () => {
  socket?.disconnect()
  socket = undefined
  opening = undefined
}

/** Hears a topic from a position of the fact log on. Returns the way to stop. */
export const follow = (topic: Topic, position: number): (() => void) => {
  const before = followed.get(topic)
  if (before) before.count += 1
  else followed.set(topic, { position, count: 1 })
  opening ??= open()
  if (!before) ask(topic)
  return () => {
    const topicNow = followed.get(topic)
    if (!topicNow) return
    topicNow.count -= 1
    if (topicNow.count > 0) return
    followed.delete(topic)
    socket?.emit('unfollow', topic)
    if (followed.size === 0) close()
  }
}

/** Calls `listen` for each fact of this name in any followed topic, once per fact. Returns the way to stop. */
export const hear = <N extends FactName>(name: N, listen: (body: FactBody<N>, told: Told) => void): (() => void) => {
  const one: Heard = (told) => {
    if (told.name === name) listen(told.body as FactBody<N>, told)
  }
  const all = hearers.get(name) ?? new Set()
  hearers.set(name, all.add(one))
  return () => all.delete(one)
}

/** Calls `listen` for every fact in any followed topic, once per fact. Returns the way to stop. */
export const hearAny = (listen: (told: Told) => void): (() => void) => {
  anyHearers.add(listen)
  return () => anyHearers.delete(listen)
}

/**
 * Calls `look` when content behind a topic may be another than what was read: somebody wrote, or nobody listened for a while. The topic
 * has to be followed too. Returns the way to stop.
 */
export const hearGrown = (topic: Topic, look: () => void): (() => void) => {
  const all = grownHearers.get(topic) ?? new Set()
  grownHearers.set(topic, all.add(look))
  return () => {
    all.delete(look)
    if (all.size === 0 && grownHearers.get(topic) === all) grownHearers.delete(topic)
  }
}

/** Calls `listen` when the server no longer talks to this browser: the sign-in is over. */
export const hearEnd = (listen: () => void): (() => void) => {
  ends.add(listen)
  return () => ends.delete(listen)
}
