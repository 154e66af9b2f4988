import type { ClientToServer, ServerToClient } from '@sheber/contract/facts'
import type { Topic } from '@sheber/contract/kit'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { Server, type Socket } from 'socket.io'
import { isOwnSocket } from '../plugins/origin.ts'
import { whoOfCookie, whoOfSession } from '../plugins/who.ts'
import type { Services } from '../services.ts'
import { Ear } from './follow.ts'
import { openGrowth } from './growth.ts'
import type { Tail } from './tail.ts'
import { isTopic, thingOfTopic } from './topic.ts'

const topicsMax = 50
const socketsOfPersonMax = 20
/** Events of one socket in ten seconds; a page that follows everything it shows sends a few dozen. */
const eventsMax = 200
const eventsEveryMs = 10_000

interface Kept {
  personId: string
  sessionId: string
  ears: Map<Topic, Ear>
  events: { count: number; since: number }
}
type Io = Server<ClientToServer, ServerToClient, Record<string, never>, Kept>
export type Listener = Socket<ClientToServer, ServerToClient, Record<string, never>, Kept>

export interface Sockets {
  all(): readonly Listener[]
  /** Asks again who this is and what they may hear: a sign-in that is over is cut, a topic that is theirs no more is left. */
  ask(listener: Listener): Promise<void>
}

/** Every process reads the log and tells its own sockets; no process tells another. */
export const emitFacts = (app: FastifyInstance, services: Services, tail: Tail): Sockets => {
  const { config, db, log } = services
  const growth = openGrowth(services.written)
  const io: Io = new Server(app.server, {
    path: '/events',
    // The one door for upgrades is plugins/upgrade; what is not ours is not ours to destroy.
    destroyUpgrade: false,
    serveClient: false,
    maxHttpBufferSize: 16_384,
    connectTimeout: 10_000,
    cors: { origin: false },
    allowRequest: ({ headers }, answer) => answer(null, isOwnSocket(config, headers)),
  })
  const all = (): Listener[] => [...io.sockets.sockets.values()]

  io.engine.on('connection_error', () => {})
  io.use((socket, next) => {
    whoOfCookie(services, socket.request.headers.cookie).then(
      (known) => {
        if (!known) return next(new Error('sign-in-needed'))
        const personId = known.who.id
        if (all().filter(({ data }) => data.personId === personId).length >= socketsOfPersonMax) return next(new Error('too-often'))
        socket.data = { personId, sessionId: known.sessionId, ears: new Map(), events: { count: 0, since: 0 } }
        next()
      },
      () => next(new Error('unavailable')),
    )
  })

  const mayHear = async (sessionId: string, topic: Topic): Promise<boolean> => {
    const known = await whoOfSession(services, sessionId)
    const thing = known && (await thingOfTopic(db, topic))
    return known !== null && thing !== null && may(known.who, 'topic.follow', thing)
  }

  const leave = ({ data }: Listener, topic: Topic) => {
    data.ears.get(topic)?.close()
    data.ears.delete(topic)
  }

  const follow = async (listener: Listener, topic: Topic, position: number): Promise<string> => {
    const { data } = listener
    leave(listener, topic)
    if (data.ears.size >= topicsMax) return 'too-often'
    // Listens before it asks: a right that is taken in between is taken from this ear too.
    const hush = growth.follow(topic, () => {
      if (data.ears.get(topic)?.live) listener.emit('grown', topic)
    })
    const ear = new Ear(topic, position, (told) => listener.emit('fact', told, topic), hush)
    data.ears.set(topic, ear)
    if (!(await mayHear(data.sessionId, topic))) {
      if (data.ears.get(topic) === ear) leave(listener, topic)
      return 'forbidden'
    }
    await ear.replay(db)
    return ear.closed ? 'forbidden' : 'ok'
  }

  const isFlood = ({ data: { events } }: Listener) => {
    const now = performance.now()
    if (now - events.since > eventsEveryMs) Object.assign(events, { count: 0, since: now })
    events.count += 1
    return events.count > eventsMax
  }

  const ask = async (listener: Listener) => {
    const known = await whoOfSession(services, listener.data.sessionId)
    if (!known) return void listener.disconnect(true)
    for (const topic of listener.data.ears.keys()) {
      const thing = await thingOfTopic(db, topic)
      if (!thing || !may(known.who, 'topic.follow', thing)) leave(listener, topic)
    }
  }

  io.on('connection', (listener) => {
    listener.on('error', () => listener.disconnect(true))
    // Whoever says anything else is no browser of ours.
    listener.use(([event], next) => {
      if ((event !== 'follow' && event !== 'unfollow') || isFlood(listener)) listener.disconnect(true)
      else next()
    })
    listener.on('follow', (topic: unknown, position: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      if (!isTopic(topic) || !Number.isSafeInteger(position) || (position as number) < 0) return answer({ ok: false, code: 'input' })
      follow(listener, topic, position as number).then(
        (said) => answer(said === 'ok' ? { ok: true } : { ok: false, code: said }),
        (error: unknown) => {
          leave(listener, topic)
          log.warn({ err: error }, 'a topic could not be followed')
          answer({ ok: false, code: 'unavailable' })
        },
      )
    })
    listener.on('unfollow', (topic: unknown) => {
      if (isTopic(topic)) leave(listener, topic)
    })
    listener.on('disconnect', () => listener.data.ears.forEach((ear) => ear.close()))
    // The sign-in may have ended between the handshake's question and this line.
    ask(listener).catch(() => listener.disconnect(true))
  })

  tail.listen((line) => {
    for (const { data } of all()) for (const topic of line.topics) data.ears.get(topic as Topic)?.hear(line)
  })

  app.addHook('preClose', async () => {
    await tail.stop()
    // Not `io.close()`: it would wait for every connection of the server, rooms included.
    io.disconnectSockets(true)
    io.engine.close()
  })
  return { all, ask }
}
