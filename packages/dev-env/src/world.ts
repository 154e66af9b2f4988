import { openServices, type OpenServices } from '@sheber/server/open-services'
import { buildApp } from '@sheber/server/app'
import type { Config } from '@sheber/server/config'
import { cookieName, makeSession } from '@sheber/server/features/session/session.store'
import type { Outside } from '@sheber/server/features/preview/preview.outside'
import { openLog } from '@sheber/server/log'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caller, type Caller } from './caller.ts'
import { fillCast } from './cast.ts'
import { createDatabase, type Database } from './database.ts'
import { idOf, people, personNames, type OrganisationName, type PersonName, type TeamName } from './people.ts'

/** One process of Sheber. */
export interface Running {
  readonly services: OpenServices
  readonly app: Awaited<ReturnType<typeof buildApp>>
  /** Opens a port of its own, once; the address of the door, such as http://127.0.0.1:41231. */
  listen(): Promise<string>
}

export interface World extends Running, AsyncDisposable {
  readonly database: Database
  /** Stands still until it is moved. */
  readonly clock: { now(): Date; advance(ms: number): void }
  /** Signed in already; `guest` is nobody. */
  as(name: PersonName | 'guest'): Caller
  person(name: PersonName): { readonly id: string; readonly name: string }
  organisation(name: OrganisationName): string
  /** Id of the group whose code is `groupCode`. */
  readonly group: string
  /** Ids of the team of aigerim and daulet, and of its project and board. */
  readonly team: string
  readonly project: string
  readonly board: string
  /** The same ids of the team of your choice: `glider` is timur's. */
  of(name: TeamName): { readonly team: string; readonly project: string; readonly board: string }
  /** Another process over the same database; ends with the world, if not before. */
  another(): Promise<Running & AsyncDisposable>
}

const of = (name: TeamName) => ({ team: idOf(name), project: idOf(`${name} project`), board: idOf(`${name} board`) })

const countedIds = () => {
  let made = 0
  return () => idOf(`new ${++made}`)
}

const frozenClock = () => {
  // lucia reads the wall clock, so the world begins now; from then on only the test moves it.
  let at = Date.now()
  return { now: () => new Date(at), advance: (ms: number) => void (at += ms) }
}

/** No test reaches the internet. */
const noOutside: Outside = () => Promise.reject(new Error('there is no internet here'))

const run = async (given: Parameters<typeof openServices>[0]): Promise<Running & AsyncDisposable> => {
  const services = await openServices({ ...given, log: openLog('silent') })
  const app = await buildApp(services)
  await app.ready()
  let listening: Promise<string> | null = null
  let ending: Promise<void> | null = null
  return {
    services,
    app,
    listen: () => (listening ??= app.listen({ port: 0, host: '127.0.0.1' })),
    [Symbol.asyncDispose]: () => (ending ??= app.close().then(() => services.close())),
  }
}

/** A whole small world: `await using world = await createWorld()`. Pages are left out unless `config.dev` is false. */
export const createWorld = async ({
  config: given = {},
  empty = false,
  outside = noOutside,
}: { config?: Partial<Config>; empty?: boolean; outside?: Outside } = {}): Promise<World> => {
  const database = await createDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'sheber-world-'))
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: database.url,
    valkeyUrl: null,
    processes: 1,
    origin: null,
    historyDays: null,
    previewHosts: [],
    demo: false,
    bench: false,
    dev: true,
    trustProxy: false,
    ...given,
  }
  const clock = frozenClock()
  if (!empty) await fillCast(database.db, clock.now())
  const first = await run({ config, databaseUrl: database.url, clock, newId: countedIds(), outside })
  const running = [first]

  const callers = new Map<string, Caller>([['guest', caller(first.app, null)]])
  for (const name of empty ? [] : personNames) {
    const token = await makeSession(database.db, idOf(name), { device: 'test', openedAt: clock.now() })
    callers.set(name, caller(first.app, `${cookieName(config)}=${token}`))
  }

  return {
    ...first,
    database,
    clock,
    as: (name) => {
      const found = callers.get(name)
      if (!found) throw new Error(`Nobody here is called ${name}: the world was made empty`)
      return found
    },
    person: (name) => ({ id: idOf(name), name: people[name].name }),
    organisation: idOf,
    group: idOf('group'),
    ...of('bridge'),
    of,
    another: async () => {
      // Ids of two processes must not meet.
      const other = await run({ config, databaseUrl: database.url, clock, outside })
      running.push(other)
      return other
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(running.map((one) => one[Symbol.asyncDispose]()))
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
