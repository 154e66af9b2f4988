import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/**
 * A page may bring its own script instead of SvelteKit's client: each file named here is built with all others, and the
 * server is told by `virtual:wake` which files a browser is to fetch for it.
 */
const named = {
  kk: 'src/routes/(app)/board/[boardId]/wake/kk.ts',
  ru: 'src/routes/(app)/board/[boardId]/wake/ru.ts',
  en: 'src/routes/(app)/board/[boardId]/wake/en.ts',
}

/**
 * Pages that Fastify makes by itself have a few scripts of the same build; it finds their names in `_app/hall.json`
 * (`features/hall/hall.scripts`).
 */
const ofHall = Object.fromEntries(
  ['turn', 'screen'].flatMap((name) =>
    ['kk', 'ru', 'en'].map((language) => [`${name}/${language}`, `src/lib/hall/${name}/${language}.ts`]),
  ),
)

interface Script {
  readonly script: string
  /** What the script imports at once, so that a weak network is asked for all of it together. */
  readonly imports: readonly string[]
}

export interface Wake extends Script {
  /** What is fetched besides where the page lets itself be measured, so that this delays nothing that is measured. */
  readonly bench: readonly string[]
}

/** Stands in the server's code, which is built first, until the browser's has its names. */
const blank = '%wake%'

const chunksOf = (bundle: Rolldown.OutputBundle) => Object.values(bundle).filter((one) => one.type === 'chunk')

const importsOf = (bundle: Rolldown.OutputBundle, file: string, met = new Set<string>()): Set<string> => {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk') return met
  for (const one of chunk.imports.filter((one) => !met.has(one))) importsOf(bundle, one, met.add(one))
  return met
}

const addresses = (files: Iterable<string>) => Array.from(files, (file) => `/${file}`)

const scripts = (bundle: Rolldown.OutputBundle, names: readonly string[], folder: string): Record<string, Script> =>
  Object.fromEntries(
    names.map((name) => {
      const chunk = chunksOf(bundle).find((one) => one.isEntry && one.name === `${folder}/${name}`)
      if (!chunk) throw new Error(`Nothing was built of ${name}`)
      return [name, { script: `/${chunk.fileName}`, imports: addresses(importsOf(bundle, chunk.fileName)) }]
    }),
  )

/** The list of them lies beside the script. */
const listBeside = (file: string) => file.replace(/\.js$/, '.json')

/** Words of another language; commands are found by their names in every one. */
const isForeign = (id: string, language: string) => {
  const found = /(\w+)[./](kk|ru|en)\.ts$/.exec(id)
  return found !== null && found[2] !== language && found[1] !== 'names'
}

/** Whatever a page may import while it lives, in its own language: what a device keeps for when there is no network. */
const reachedBy = (bundle: Rolldown.OutputBundle, file: string, language: string, met = new Set<string>()): Set<string> => {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk' || met.has(file)) return met
  if (isForeign(chunk.facadeModuleId ?? '', language)) return met
  met.add(file)
  for (const one of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) met.add(one)
  for (const one of [...chunk.imports, ...chunk.dynamicImports]) reachedBy(bundle, one, language, met)
  return met
}

/** What is light first: a network that goes meanwhile leaves out the one heavy thing, a writer of PDF. */
const lightFirst = (bundle: Rolldown.OutputBundle, files: Iterable<string>): string[] => {
  const lettersOf = (file: string) => {
    const one = bundle[file]
    return one?.type === 'chunk' ? one.code.length : 0
  }
  return [...files].sort((a, b) => lettersOf(a) - lettersOf(b))
}

const wakes = (bundle: Rolldown.OutputBundle): Record<string, Wake> => {
  const measuring = chunksOf(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith('/lib/board/bench.ts'))
  const all = measuring ? addresses([measuring.fileName, ...importsOf(bundle, measuring.fileName)]) : []
  const withBench = ([name, one]: [string, Script]) => [name, { ...one, bench: all.filter((file) => !one.imports.includes(file)) }]
  return Object.fromEntries(Object.entries(scripts(bundle, Object.keys(named), 'wake')).map(withBench))
}

const fill = (server: string, found: Record<string, Wake>) => {
  let filled = 0
  for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
    const file = join(server, name)
    const code = readFileSync(file, 'utf8')
    if (!code.includes(blank)) continue
    writeFileSync(file, code.replaceAll(new RegExp(`["'\`]${blank}["'\`]`, 'g'), JSON.stringify(found)))
    filled++
  }
  if (filled === 0) throw new Error('The server does not ask which files wake a page')
}

export const wake = (): Plugin => {
  let served = false
  return {
    name: 'wake',
    config: (_, { command }) => {
      served = command === 'serve'
      const within = (folder: string, all: Record<string, string>) => Object.entries(all).map(([name, file]) => [`${folder}/${name}`, file])
      const input = Object.fromEntries([...within('wake', named), ...within('hall', ofHall)])
      return served ? {} : { environments: { client: { build: { rolldownOptions: { input } } } } }
    },
    resolveId: (id) => (id === 'virtual:wake' ? `\0${id}` : undefined),
    load: (id) => {
      if (id !== '\0virtual:wake') return undefined
      const asTheyAre = Object.fromEntries(
        Object.entries(named).map(([name, file]) => [name, { script: `/${file}`, imports: [], bench: [] }]),
      )
      return `export const wake = ${JSON.stringify(served ? asTheyAre : blank)}`
    },
    writeBundle(_, bundle) {
      const { name, config } = this.environment
      if (name !== 'client') return
      const { outDir } = config.build
      fill(join(outDir, '../server'), wakes(bundle))
      // Under a name that says what is in it, as the script has.
      for (const [language, { script }] of Object.entries(scripts(bundle, Object.keys(named), 'wake'))) {
        const reached = reachedBy(bundle, script.slice(1), language)
        writeFileSync(join(outDir, listBeside(script)), JSON.stringify(addresses(lightFirst(bundle, reached))))
      }
      writeFileSync(join(outDir, '_app/hall.json'), JSON.stringify(scripts(bundle, Object.keys(ofHall), 'hall')))
    },
  }
}
