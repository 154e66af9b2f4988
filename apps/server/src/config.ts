import { CannotStart } from '@sheber/db/cannot-start'
import { resolve } from 'node:path'

/** The environment, read once. `main.ts` turns a bad value into one sentence and stops. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where the embedded database and files live. */
  readonly dataDir: string
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** Null: no other process is rung for, and none rings. */
  readonly valkeyUrl: string | null
  /** How many processes share the database. */
  readonly processes: number
  /** Origins that may write: `ORIGIN`, or null for "the one the request was sent to". */
  readonly origin: string | null
  /** How long it is kept who wrote what; null: for ever. */
  readonly historyDays: number | null
  /** Hosts, with all below them, that the server may ask for a preview of a link. */
  readonly previewHosts: readonly string[]
  readonly demo: boolean
  /** Boards let themselves be measured from outside: never on a server with people. */
  readonly bench: boolean
  /** `vite dev` serves the pages; relaxes nothing else. */
  readonly dev: boolean
  /** Behind a proxy that sets X-Forwarded-*: true only when ORIGIN is given. */
  readonly trustProxy: boolean
}

/** A value of the environment that cannot be meant. */
export class ConfigError extends CannotStart {}

const bad = (sentence: string): never => {
  throw new ConfigError(sentence)
}

const readPort = (given: string | undefined): number => {
  if (given === undefined) return 3000
  const port = Number(given)
  return /^\d{1,5}$/.test(given) && port <= 65_535 ? port : bad(`PORT is “${given}”: give a number from 1 to 65535, for example PORT=3000.`)
}

const readHost = (given: string | undefined): string => {
  // The whole class must reach it, not this computer alone.
  if (given === undefined) return '0.0.0.0'
  return /^[\w.:-]+$/.test(given)
    ? given
    : bad(`HOST is “${given}”: give an address of this computer, 0.0.0.0 for all of them or 127.0.0.1 for this computer only.`)
}

// A password must not be repeated on the screen, so the value is not.
const readDatabaseUrl = (given: string | undefined): string | null => {
  if (given === undefined) return null
  return /^postgres(ql)?:\/\/./.test(given)
    ? given
    : bad('DATABASE_URL is not the address of a PostgreSQL: write postgresql://user:password@host:5432/database, or leave it out.')
}

const readValkeyUrl = (given: string | undefined): string | null => {
  if (given === undefined) return null
  return /^(valkey|redis)s?:\/\/./.test(given) && URL.canParse(given)
    ? given
    : bad('VALKEY_URL is not the address of a Valkey or Redis: write redis://host:6379, or leave it out.')
}

const readProcesses = (given: string | undefined): number => {
  if (given === undefined) return 1
  return /^[1-9]\d{0,2}$/.test(given)
    ? Number(given)
    : bad(`SHEBER_PROCESSES is “${given}”: give the number of processes that share one database, such as 3, or leave it out.`)
}

const readOrigin = (given: string | undefined): string | null => {
  if (given === undefined) return null
  const url = URL.canParse(given) ? new URL(given) : null
  const isPlain = url && /^https?:$/.test(url.protocol) && (given === url.origin || given === `${url.origin}/`)
  return isPlain
    ? url.origin
    : bad(`ORIGIN is “${given}”: give the one address that people open, such as https://sheber.example.kz, without a path.`)
}

const readHistoryDays = (given: string | undefined): number | null => {
  if (given === undefined) return null
  const days = Number(given)
  return /^\d{1,5}$/.test(given) && days >= 30
    ? days
    : bad(
        `HISTORY_DAYS is “${given}”: give a number of days from 30 on, for example HISTORY_DAYS=1100, or leave it out to keep everything.`,
      )
}

const knownHosts = 'wikipedia.org wikimedia.org arduino.cc github.com instructables.com thingiverse.com edu.kz gov.kz'.split(' ')

const readPreviewHosts = (given: string | undefined): readonly string[] => {
  if (given === undefined) return knownHosts
  if (given === 'none') return []
  const hosts = given
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return hosts.every((host) => /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(host))
    ? hosts
    : bad(`PREVIEW_HOSTS is “${given}”: give names such as wikipedia.org with spaces between, or none for no previews at all.`)
}

const readDemo = (given: string | undefined): boolean => {
  if (given === undefined || given === '0') return false
  return given === '1' || bad(`SHEBER_DEMO is “${given}”: give 1 for the demo centre, or leave it out.`)
}

const readBench = (given: string | undefined): boolean => {
  if (given === undefined || given === '0') return false
  return given === '1' || bad(`SHEBER_BENCH is “${given}”: give 1 to measure boards from outside, or leave it out.`)
}

/** @throws {ConfigError} */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  { isRoot, cwd, dev = false }: { isRoot: boolean; cwd: string; dev?: boolean },
): Config => {
  // An empty value is what compose files make of a missing one.
  const given = (name: string) => env[name]?.trim() || undefined
  const origin = readOrigin(given('ORIGIN'))
  return {
    port: readPort(given('PORT')),
    host: readHost(given('HOST')),
    dataDir: resolve(cwd, given('DATA_DIR') ?? (isRoot ? '/var/lib/sheber' : 'data')),
    databaseUrl: readDatabaseUrl(given('DATABASE_URL')),
    valkeyUrl: readValkeyUrl(given('VALKEY_URL')),
    processes: readProcesses(given('SHEBER_PROCESSES')),
    origin,
    historyDays: readHistoryDays(given('HISTORY_DAYS')),
    previewHosts: readPreviewHosts(given('PREVIEW_HOSTS')),
    demo: readDemo(given('SHEBER_DEMO')),
    bench: readBench(given('SHEBER_BENCH')),
    dev,
    trustProxy: origin !== null,
  }
}
