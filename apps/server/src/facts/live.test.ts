import { evidence } from '@sheber/contract/evidence'
import { exhibition } from '@sheber/contract/exhibition'
import { guardian } from '@sheber/contract/guardian'
import { person } from '@sheber/contract/person'
import { portfolio } from '@sheber/contract/portfolio'
import { project } from '@sheber/contract/project'
import { session } from '@sheber/contract/session'
import { team } from '@sheber/contract/team'
import type { Told } from '@sheber/contract/facts'
import { createWorld, type World } from '@sheber/dev-env/world'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { seedExhibition } from '@sheber/dev-env/seed/exhibition'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { change } from './tell.ts'
import { cookieName } from '../features/session/session.store.ts'
import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'

let world: World
let url: string
const open: { close(): void }[] = []
beforeEach(async () => {
  world = await createWorld()
  url = await world.listen()
})
afterEach(async () => {
  for (const one of open.splice(0)) one.close()
  await world[Symbol.asyncDispose]()
})

const cookieOf = (name: PersonName) => world.as(name).cookie ?? ''
const browser = (cookie: string) => ({ cookie, origin: url })

const dial = (headers: Record<string, string>, transports = ['websocket']): Socket => {
  const socket = io(url, { path: '/events', transports, extraHeaders: headers, reconnection: false, forceNew: true })
  open.push(socket)
  return socket
}

/** An open socket of somebody, with everything it heard in order. */
const listener = async (cookie: string, transports?: string[]) => {
  const socket = dial(browser(cookie), transports)
  const heard: [string, number, string][] = []
  const waiting = new Set<() => void>()
  socket.on('fact', (told: Told, topic: string) => {
    heard.push([told.name, told.position, topic])
    waiting.forEach((look) => look())
  })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return {
    socket,
    heard,
    follow: (topic: unknown, position: unknown) => socket.emitWithAck('follow', topic, position),
    until: (isThere: (all: typeof heard) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isThere(heard)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

/** What it takes from the end of `work` until `event` has come, in ms. */
const took = async (event: Promise<unknown>, work: () => Promise<unknown>): Promise<number> => {
  await work()
  const from = performance.now()
  await event
  return performance.now() - from
}

const refusedBy = (socket: Socket) => new Promise<Error>((resolve) => socket.once('connect_error', resolve))
const rings = (socket: Socket) => new Promise<void>((resolve) => socket.once('grown', () => resolve()))
const gone = (socket: Socket) => new Promise<string>((resolve) => socket.once('disconnect', resolve))
const named = (name: string) => (all: [string, number, string][]) => all.some(([told]) => told === name)
const rename = (name: string) => world.as('madina').ask(team.rename, { params: { teamId: world.team }, body: { name } })

describe('facts', () => {
  it('reach the members of the team, and a person who is taken in sees the project appear', async () => {
    const timur = await listener(cookieOf('timur'))
    const own = `person:${world.person('timur').id}`
    expect(await timur.follow(own, 0)).toEqual({ ok: true })
    expect(await timur.follow(`team:${world.team}`, 0)).toEqual({ ok: false, code: 'forbidden' })
    await world.as('madina').ask(team.join, { params: { teamId: world.team }, body: { personId: world.person('timur').id } })
    await timur.until(named('team.joined'))
    const position = timur.heard.at(-1)?.[1] ?? 0
    expect(await timur.follow(`team:${world.team}`, position)).toEqual({ ok: true })
    await world
      .as('madina')
      .ask(project.open, { params: { teamId: world.team }, body: { title: 'Арка', direction: 'modelling', brief: '' } })
    await timur.until(named('project.opened'))
    expect(timur.heard.map(([name]) => name)).toEqual(['team.joined', 'project.opened'])
  })

  it('[R1] are neither missed nor doubled, wherever the follower begins', async () => {
    const topic = `team:${world.team}`
    for (let n = 0; n < 20; n++) await rename(`Көпір ${n}`)
    const early = await listener(cookieOf('aigerim'))
    const [, ...late] = await Promise.all([
      early.follow(topic, 3),
      ...Array.from({ length: 10 }, (_, n) => rename(`Мост ${n}`)),
      early.follow(topic, 3),
    ])
    expect(late.at(-1)).toEqual({ ok: true })
    await early.until((all) => all.some(([, position]) => position === 30))
    // Followed twice, so heard twice at most; within one following in order and without a gap.
    const last = early.heard.slice(early.heard.findLastIndex(([, position]) => position === 4))
    expect(last.map(([, position]) => position)).toEqual(Array.from({ length: 27 }, (_, n) => n + 4))
  })

  it('are replayed from a position after a cut', async () => {
    const topic = `team:${world.team}`
    for (let n = 1; n <= 5; n++) await rename(`Көпір ${n}`)
    const back = await listener(cookieOf('daulet'))
    expect(await back.follow(topic, 2)).toEqual({ ok: true })
    expect(back.heard.map(([, position]) => position)).toEqual([3, 4, 5])
    back.socket.emit('unfollow', topic)
    expect(await back.follow(topic, 1_000_000)).toEqual({ ok: true })
    await rename('Көпір 6')
    await back.until((all) => all.length === 4)
    expect(back.heard.at(-1)?.[1]).toBe(6)
  })

  it('are told by every process to its own sockets', async () => {
    const other = await world.another()
    const here = await listener(cookieOf('aigerim'))
    await here.follow(`team:${world.team}`, 0)
    // Without Valkey another process has no bell here: the log itself says it.
    const heard = here.until(named('team.renamed'))
    const ms = await took(heard, () =>
      other.app.inject({
        method: 'PATCH',
        url: `/api/team/${world.team}`,
        payload: { name: 'Аспалы көпір' },
        headers: { cookie: cookieOf('madina') },
      }),
    )
    expect(ms).toBeLessThan(1_000)
  })
})

describe('what a child can do', () => {
  it('is heard to have changed by whoever stands for it, and no more once they do not', async () => {
    const [hers, his] = [world.person('aigerim').id, world.person('timur').id]
    const moves = (personId: string) =>
      change(world.services, null, (_, tell) => tell(evidence.moved, { portfolioId: 'of-her-team', personId }))
    const zhanna = await listener(cookieOf('zhanna'))
    expect(await zhanna.follow(`map:${hers}`, 0)).toEqual({ ok: true })
    expect(await zhanna.follow(`map:${his}`, 0)).toEqual({ ok: false, code: 'forbidden' })
    const own = await listener(cookieOf('aigerim'))
    const { id: portfolioId } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: hers } })
    expect(await zhanna.follow(`portfolio:${portfolioId}`, 0)).toEqual({ ok: false, code: 'forbidden' })
    expect(await own.follow(`map:${hers}`, 0)).toEqual({ ok: true })
    await moves(his)
    await moves(hers)
    await zhanna.until(named('evidence.moved'))
    expect(zhanna.heard.map(([name, , topic]) => [name, topic])).toEqual([['evidence.moved', `map:${hers}`]])

    const params = { personId: hers }
    const [stands] = await world.as('botagoz').ask(guardian.list, { params })
    await world.as('botagoz').ask(guardian.end, { params: { ...params, guardianshipId: stands?.id ?? '' } })
    expect(await zhanna.follow(`map:${hers}`, 0)).toEqual({ ok: false, code: 'forbidden' })
    await moves(hers)
    await own.until((all) => all.length === 2)
    expect(zhanna.heard).toHaveLength(1)
  })
})

describe('what others write in a portfolio', () => {
  it('rings for whoever reads it, without a fact, and no more once they do not', async () => {
    const her = world.person('aigerim').id
    const { id } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: her } })
    const topic = `record:${id}`
    const zhanna = await listener(cookieOf('zhanna'))
    const stranger = await listener(cookieOf('sergey'))
    expect(await zhanna.follow(topic, 0)).toEqual({ ok: true })
    expect(await stranger.follow(topic, 0)).toEqual({ ok: false, code: 'forbidden' })
    const rung: string[] = []
    for (const [name, { socket }] of Object.entries({ zhanna, stranger })) socket.on('grown', (of) => rung.push(`${name} ${String(of)}`))
    const says = (title: string) =>
      world.services.hub.write(portfolioRoom(id), { person: her, session: null }, 'edit', (doc) => {
        addRecord(openPortfolio(doc), { id: title, kind: 'made', title }, { by: her, at: 1 })
      })
    const ring = rings(zhanna.socket)
    await says('boat')
    await says('plane')
    await ring
    expect(rung).toEqual([`zhanna ${topic}`])
    expect(zhanna.heard).toEqual([])

    const params = { personId: her }
    const [stands] = await world.as('botagoz').ask(guardian.list, { params })
    await world.as('botagoz').ask(guardian.end, { params: { ...params, guardianshipId: stands?.id ?? '' } })
    expect(await zhanna.follow(topic, 0)).toEqual({ ok: false, code: 'forbidden' })
    // Whoever writes beside her still hears it, and what came with it is heard by nobody else.
    const own = await listener(cookieOf('aigerim'))
    expect(await own.follow(topic, 0)).toEqual({ ok: true })
    const hers = rings(own.socket)
    await says('car')
    await hers
    expect(rung).toHaveLength(1)
  })
})

describe('the socket', () => {
  it.each([['websocket'], ['polling']])('takes no guest and no foreign page over %s', async (transport) => {
    expect((await refusedBy(dial(browser(''), [transport]))).message).toBe('sign-in-needed')
    expect((await refusedBy(dial(browser(`${cookieName(world.services.config)}=__proto__`), [transport]))).message).toBe('sign-in-needed')
    for (const origin of ['https://evil.example', 'null']) {
      expect(await refusedBy(dial({ cookie: cookieOf('madina'), origin }, [transport]))).toBeInstanceOf(Error)
    }
    expect(await refusedBy(dial({ cookie: cookieOf('madina') }, [transport]))).toBeInstanceOf(Error)
    const welcome = await listener(cookieOf('madina'), [transport])
    expect(welcome.socket.connected).toBe(true)
  })

  it('answers nonsense with a no, and cuts who talks of something else', async () => {
    const madina = await listener(cookieOf('madina'))
    const nonsense: [unknown, unknown][] = [
      ['team:..', 0],
      ['__proto__:0123456789abcdefghjk', 0],
      ['board:0123456789abcdefghjk', 0],
      [{ team: 1 }, 0],
      [`team:${world.team}`, -1],
      [`team:${world.team}`, Number.MAX_VALUE],
      [`team:${world.team}`, '0'],
    ]
    for (const [topic, position] of nonsense) expect(await madina.follow(topic, position)).toEqual({ ok: false, code: 'input' })
    expect(await madina.follow('team:0123456789abcdefghjk', 0)).toEqual({ ok: false, code: 'forbidden' })
    madina.socket.emit('follow')
    madina.socket.emit('follow', `team:${world.team}`, 0, 'no function')
    expect(await madina.follow(`team:${world.team}`, 0)).toEqual({ ok: true })
    const end = gone(madina.socket)
    madina.socket.emit('__proto__', { admin: true })
    expect(await end).toBe('io server disconnect')
  })

  it('hears nothing of those it may not hear', async () => {
    const outsider = await listener(cookieOf('timur'))
    for (const topic of [
      `team:${world.team}`,
      `project:${world.project}`,
      `organisation:${world.organisation('centre')}`,
      `person:${world.person('madina').id}`,
    ]) {
      expect(await outsider.follow(topic, 0)).toEqual({ ok: false, code: 'forbidden' })
    }
  })

  it('ends a flood', async () => {
    const madina = await listener(cookieOf('madina'))
    const end = gone(madina.socket)
    for (let n = 0; n < 500; n++) madina.socket.emit('unfollow', `team:${world.team}`)
    expect(await end).toBe('io server disconnect')
  })
})

/** A member's connection to the room of the board. */
const room = async (name: PersonName) => {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/sync/board:${world.board}`, { headers: browser(cookieOf(name)) })
  open.push({ close: () => ws.terminate() })
  const closed = once(ws, 'close').then(([code]) => code as number)
  const [first] = await Promise.race([once(ws, 'message'), closed.then((code) => [code])])
  if (typeof first === 'number') throw new Error(`closed with ${first}`)
  return { ws, closed }
}

describe('within a second', () => {
  it('a sign-out reaches the room and the events', async () => {
    const [drawing, hearing] = [await room('aigerim'), await listener(cookieOf('aigerim'))]
    const both = Promise.all([drawing.closed, gone(hearing.socket)])
    expect(await took(both, () => world.as('aigerim').ask(session.end))).toBeLessThan(1_000)
    expect(await both).toEqual([4401, 'io server disconnect'])
  })

  it('a reset secret and a closed access reach them too', async () => {
    const [daulet, yerlan] = [await room('daulet'), await room('yerlan')]
    const reset = () =>
      world.as('saule').ask(person.secret, { params: { personId: world.person('daulet').id }, body: { password: 'жаңа сөз үшеу' } })
    expect(await took(daulet.closed, reset)).toBeLessThan(1_000)
    const shut = () =>
      world.as('botagoz').ask(person.activate, { params: { personId: world.person('yerlan').id }, body: { active: false } })
    expect(await took(yerlan.closed, shut)).toBeLessThan(1_000)
    expect([await daulet.closed, await yerlan.closed]).toEqual([4401, 4401])
  })

  it('who is taken out of the team leaves its room and its topics, and stays signed in', async () => {
    const [drawing, hearing] = [await room('daulet'), await listener(cookieOf('daulet'))]
    await hearing.follow(`team:${world.team}`, 0)
    await hearing.follow(`person:${world.person('daulet').id}`, 0)
    const out = () => world.as('madina').ask(team.leave, { params: { teamId: world.team, personId: world.person('daulet').id } })
    expect(await took(drawing.closed, out)).toBeLessThan(1_000)
    expect(await drawing.closed).toBe(4403)
    await rename('Олар емес')
    await world.as('saule').ask(person.rename, { params: { personId: world.person('daulet').id }, body: { name: 'Дәулет' } })
    await hearing.until(named('person.changed'))
    expect(hearing.heard.map(([name]) => name)).not.toContain('team.renamed')
    expect(hearing.socket.connected).toBe(true)
  })

  it('an organiser whose organisation left an exhibition hears no more of it, and stays signed in', async () => {
    const { db } = world.services
    const exhibitionId = await seedExhibition(db, world.clock.now(), { state: 'draft', organisers: ['centre', 'school'] })
    const params = { exhibitionId }
    const topic = `exhibition:${exhibitionId}`
    const [staying, leaving] = [await listener(cookieOf('botagoz')), await listener(cookieOf('marat'))]
    for (const one of [staying, leaving]) await one.follow(topic, 0)
    await leaving.follow(`person:${world.person('marat').id}`, 0)
    const tell = () => change(world.services, null, (_, say) => say(exhibition.changed, { exhibitionId, state: 'draft' }))
    await tell()
    await leaving.until(named('exhibition.changed'))
    await world.as('marat').ask(exhibition.uninvite, { params: { ...params, organisationId: idOf('school') } })
    await leaving.until(named('exhibition.parted'))
    const before = leaving.heard.filter((one) => one[2] === topic).length
    expect(await leaving.follow(topic, 0)).not.toMatchObject({ ok: true })
    await tell()
    await staying.until((all) => all.filter(([name]) => name === 'exhibition.changed').length === 2)
    await world.as('botagoz').ask(person.rename, { params: { personId: world.person('marat').id }, body: { name: 'Марат' } })
    await leaving.until(named('person.changed'))
    expect(leaving.heard.filter((one) => one[2] === topic)).toHaveLength(before)
    expect(leaving.socket.connected).toBe(true)
  })

  it('an archived project is only looked at, by whoever is in its room', async () => {
    await room('aigerim')
    const rights = () => world.services.hub.rooms().flatMap(({ peers }) => peers.map(({ may }) => may))
    expect(rights()).toEqual(['write'])
    const seen = new Promise<void>((resolve) => {
      const look = () => (rights()[0] === 'read' ? resolve() : setImmediate(look))
      look()
    })
    const archive = () => world.as('madina').ask(project.step, { params: { projectId: world.project }, body: { state: 'archived' } })
    expect(await took(seen, archive)).toBeLessThan(1_000)
  })

  it('all of it reaches the sockets of another process', async () => {
    const other = await world.another()
    const [drawing, hearing] = [await room('aigerim'), await listener(cookieOf('aigerim'))]
    const both = Promise.all([drawing.closed, gone(hearing.socket)])
    const end = () => other.app.inject({ method: 'DELETE', url: '/api/session/all', headers: { cookie: cookieOf('aigerim') } })
    expect(await took(both, end)).toBeLessThan(1_000)
  })
})

describe('the end of the process', () => {
  it('sends everybody away with a reason', async () => {
    const [drawing, hearing] = [await room('aigerim'), await listener(cookieOf('aigerim'))]
    const end = gone(hearing.socket)
    await world.app.close()
    expect(await drawing.closed).toBe(1012)
    expect(['io server disconnect', 'transport close']).toContain(await end)
  })
})
