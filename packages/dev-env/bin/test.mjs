import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { NotReady, build, environment, findNode, install, root, say } from '../../../apps/server/bin/ready.mjs'
import { findBrowser } from './browser.mjs'

// `npm test`: everything, from a fresh clone. `-- --unit` and `-- --e2e` run one half; whatever else is said goes to the
// runner it concerns: `npm test -- packages/db`, `npm test -- e2e/board.spec.ts`.

const asked = process.argv.slice(2)
const rest = asked.filter((word) => word !== '--unit' && word !== '--e2e')
const isForBrowser = (word) => /(^|\/)e2e(\/|$)|\.spec\b/.test(word)
const filters = { unit: [], e2e: [] }
// An option, and the word that follows it, go where the files before them went.
for (const [i, word] of rest.entries()) {
  const isOption = word.startsWith('-') || rest[i - 1]?.startsWith('-')
  const last = filters.e2e.includes(rest[i - 1]) || (i === 0 && asked.includes('--e2e')) ? 'e2e' : 'unit'
  filters[isOption ? last : isForBrowser(word) ? 'e2e' : 'unit'].push(word)
}
const wants = (half, other) =>
  (asked.includes(`--${half}`) || !asked.includes(`--${other}`)) &&
  (filters[half].length > 0 || rest.length === 0 || asked.includes(`--${half}`))

const notes = mkdtempSync(join(tmpdir(), 'sheber-tests-'))
// Hundreds of processes read the same modules: only the first has to take the types away and compile them, a second of a core each time.
const compiled = join(root, 'node_modules/.cache/compiled')

const run = (node, args, env, cwd = root) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { cwd, env: { ...environment(), NODE_COMPILE_CACHE: compiled, ...env }, stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })

const readNote = (name) => {
  try {
    return JSON.parse(readFileSync(join(notes, name), 'utf8'))
  } catch {
    return null
  }
}

/** By number, and by name what failed. */
const nothing = { passed: 0, failed: 0, skipped: 0, fallen: [], again: [] }
const fell = (why) => ({ ...nothing, failed: 1, fallen: [why] })
/** A runner that fell over has failed once more than it could count. */
const honest = (what, code, counts) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, fallen: [`${what} ended with ${code}`] } : counts

const linesTold = 12
/** A test by its name, and how its error begins. */
const told = (name, error = '') => {
  const lines = stripVTControlCharacters(error)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [name, ...lines.slice(0, linesTold).map((line) => `    ${line}`)].join('\n')
}
const inHouse = (path) => path.replace(root, '')

const unit = async (node) => {
  const path = join(notes, 'unit.json')
  // SvelteKit writes the settings that the pages' TypeScript extends; an install takes them away.
  await run(node, [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'], {}, join(root, 'apps/web'))
  const config = join(root, 'packages/dev-env/vitest.config.ts')
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const code = await run(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...args, ...filters.unit], { NODE_ENV: 'test' })
  const note = readNote('unit.json')
  if (!note) return fell('The unit tests came to no end')
  const failed = note.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => told(`${inHouse(name)}: ${fullName}`, failureMessages[0])),
  )
  // A file that could not even be read has no test that failed.
  const unread = note.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'))
    .map(({ name, message }) => told(inHouse(name), message))
  return honest('vitest', code, {
    passed: note.numPassedTests,
    failed: note.numFailedTests + unread.length,
    skipped: note.numPendingTests + (note.numTodoTests ?? 0),
    fallen: [...failed, ...unread],
    again: [],
  })
}

const e2e = async (node) => {
  const browser = findBrowser(node)
  const args = ['test', '--config', join(root, 'apps/web/playwright.config.ts')]
  const env = { ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(notes, 'e2e.json') }
  const code = await run(node, [join(root, 'node_modules/@playwright/test/cli.js'), ...args, ...filters.e2e], env, join(root, 'apps/web'))
  const note = readNote('e2e.json')
  if (!note) return fell('The browser tests came to no end')
  const { expected, flaky, unexpected, skipped } = note.stats
  const specs = specsIn(note.suites)
  const tell = ({ name, spec }, at) => told(`e2e/${spec.file}: ${name}`, spec.tests[0]?.results.at(at)?.error?.message)
  const fallen = [
    ...specs.filter(({ spec }) => !spec.ok).map((one) => tell(one, -1)),
    ...note.errors.map(({ message }) => told('e2e', message)),
  ]
  const again = specs.filter(({ spec }) => spec.tests.some(({ status }) => status === 'flaky')).map((one) => tell(one, 0))
  return honest('playwright', code, { passed: expected + flaky, failed: unexpected, skipped, fallen, again })
}

/** Suites lie within suites; the outermost are files. */
const specsIn = (suites, within = []) =>
  suites.flatMap(({ title, file, specs = [], suites: inner = [] }) => {
    const path = title === file ? within : [...within, title]
    return [...specs.map((spec) => ({ spec, name: [...path, spec.title].join(' › ') })), ...specsIn(inner, path)]
  })

/** What keeps it from beginning is a failure, told in a sentence. */
const stopped = (error) => {
  const why = error instanceof NotReady ? error.message : error.stack
  say(`\n${why}\n`)
  return fell(why)
}

const half = async (work, node) => {
  try {
    return await work(node)
  } catch (error) {
    return stopped(error)
  }
}

const all = async () => {
  await install()
  const node = await findNode()
  const results = []
  if (wants('unit', 'e2e')) results.push(await half(unit, node))
  if (wants('e2e', 'unit')) {
    results.push(
      await half(async () => {
        await build(node)
        return e2e(node)
      }, node),
    )
  }
  return results
}

const results = await all().catch((error) => [stopped(error)])
rmSync(notes, { recursive: true, force: true })

// Once more, together: among a thousand lines nobody finds them.
const again = results.flatMap((result) => result.again)
if (again.length > 0) process.stdout.write(`\nPassed only when tried again:\n\n${again.join('\n\n')}\n`)
const fallen = results.flatMap((result) => result.fallen)
if (fallen.length > 0) process.stdout.write(`\nFailed:\n\n${fallen.join('\n\n')}\n`)

const sum = (which) => results.reduce((total, result) => total + result[which], 0)
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
