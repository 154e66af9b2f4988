import { expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (env: Record<string, string>, isRoot = false) => readConfig(env, { isRoot, cwd: '/home/madina/sheber' })

it('needs nothing to be set', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: '/home/madina/sheber/data',
    databaseUrl: null,
    valkeyUrl: null,
    processes: 1,
    origin: null,
    historyDays: null,
    previewHosts: expect.arrayContaining(['wikipedia.org', 'edu.kz']),
    demo: false,
    bench: false,
    dev: false,
    trustProxy: false,
  })
})

it('keeps the data of root where PostgreSQL can reach it', () => {
  expect(read({}, true).dataDir).toBe('/var/lib/sheber')
  expect(read({ DATA_DIR: '/srv/school' }, true).dataDir).toBe('/srv/school')
})

it('reads every setting', () => {
  const config = read({
    PORT: '8080',
    HOST: '127.0.0.1',
    DATA_DIR: 'elsewhere',
    DATABASE_URL: 'postgresql://sheber@/sheber?host=/run/postgresql',
    VALKEY_URL: 'redis://cache:6379',
    ORIGIN: 'https://sheber.example.kz/',
    HISTORY_DAYS: '1100',
    SHEBER_PROCESSES: '3',
    SHEBER_DEMO: '1',
    PREVIEW_HOSTS: 'Wikipedia.org, example.kz',
    SHEBER_BENCH: '1',
  })
  expect(config).toMatchObject({
    historyDays: 1100,
    port: 8080,
    host: '127.0.0.1',
    dataDir: '/home/madina/sheber/elsewhere',
    valkeyUrl: 'redis://cache:6379',
  })
  expect(config).toMatchObject({ origin: 'https://sheber.example.kz', trustProxy: true, demo: true, bench: true, processes: 3 })
  expect(config.previewHosts).toEqual(['wikipedia.org', 'example.kz'])
  expect(read({ PREVIEW_HOSTS: 'none' }).previewHosts).toEqual([])
})

it('takes an empty value for a missing one', () => {
  expect(read({ PORT: '', ORIGIN: ' ', DATABASE_URL: '', SHEBER_DEMO: '', SHEBER_BENCH: '' })).toEqual(read({}))
})

it.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '3e3'],
  ['HOST', 'http://localhost'],
  ['DATABASE_URL', 'mysql://root@localhost/x'],
  ['VALKEY_URL', 'cache:6379'],
  ['ORIGIN', 'sheber.example.kz'],
  ['ORIGIN', 'https://sheber.example.kz/path'],
  ['ORIGIN', 'ftp://sheber.example.kz'],
  ['ORIGIN', 'https://user@sheber.example.kz'],
  ['HISTORY_DAYS', '7'],
  ['HISTORY_DAYS', 'ever'],
  ['PREVIEW_HOSTS', 'https://wikipedia.org'],
  ['PREVIEW_HOSTS', '127.0.0.1'],
  ['SHEBER_DEMO', 'yes'],
  ['SHEBER_BENCH', 'true'],
  ['SHEBER_PROCESSES', '0'],
  ['SHEBER_PROCESSES', 'many'],
])('says in one sentence what is wrong with %s=%s', (name, value) => {
  const reading = () => read({ [name]: value })
  expect(reading).toThrow(ConfigError)
  expect(reading).toThrow(new RegExp(`^${name} [^\\n]*\\.$`))
})

it('repeats no password', () => {
  expect(() => read({ DATABASE_URL: 'mysql://root:hunter22@localhost/x' })).not.toThrow(/hunter22/)
})
