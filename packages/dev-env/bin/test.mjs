import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotReady, build, environment, findNode, install, root, say } from '../../../apps/server/bin/ready.mjs'
import { findBrowser } from './browser.mjs'

// `npm test`: everything, from a fresh clone. `-- --unit` and `-- --e2e` run one half; whatever else is said goes to the
// runner it concerns: `npm test -- packages/db`, `npm test -- e2e/board.spec.ts`.

const asked = process.argv.slice(2)
const rest = asked.filter((word) => word !== '--unit' && word !== '--e2e')
const isForBrowser = (word) => /(^|\/)e2e(\/|$)|\.spec\b/.test(word)
const filters = { unit: rest.filter((word) => !isForBrowser(word)), e2e: rest.filter(isForBrowser) }
const wants = (half, other) =>
  (asked.includes(`--${half}`) || !asked.includes(`--${other}`)) &&
  (filters[half].length > 0 || rest.length === 0 || asked.includes(`--${half}`))

const notes = mkdtempSync(join(tmpdir(), 'sheber-tests-'))

const run = (node, args, env, cwd = root) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { cwd, env: { ...environment(), ...env }, stdio: 'inherit' })
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

/** A runner that fell over has failed once more than it could count. */
const honest = (code, counts) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
const nothing = { passed: 0, failed: 0, skipped: 0 }

const unit = async (node) => {
  const note = join(notes, 'unit.json')
  // SvelteKit writes the settings that the pages' TypeScript extends; an install takes them away.
  await run(node, [join(root, 'node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'], {}, join(root, 'apps/web'))
  const config = join(root, 'packages/dev-env/vitest.config.ts')
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${note}`]
  const code = await run(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...args, ...filters.unit], { NODE_ENV: 'test' })
  const told = readNote('unit.json')
  if (!told) return { ...nothing, failed: 1 }
  // A file that could not even be read has no test that failed.
  const fallen = told.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  )
  return honest(code, {
    passed: told.numPassedTests,
    failed: told.numFailedTests + fallen.length,
    skipped: told.numPendingTests + (told.numTodoTests ?? 0),
  })
}

const e2e = async (node) => {
  const browser = findBrowser(node)
  const args = ['test', '--config', join(root, 'apps/web/playwright.config.ts')]
  const env = { ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: join(notes, 'e2e.json') }
  const code = await run(node, [join(root, 'node_modules/@playwright/test/cli.js'), ...args, ...filters.e2e], env, join(root, 'apps/web'))
  const told = readNote('e2e.json')
  if (!told) return { ...nothing, failed: 1 }
  const { expected, flaky, unexpected, skipped } = told.stats
  return honest(code, { passed: expected + flaky, failed: unexpected, skipped })
}

/** One half; what keeps it from beginning is a failure, told in a sentence. */
const half = async (work, node) => {
  try {
    return await work(node)
  } catch (error) {
    say(`\n${error instanceof NotReady ? error.message : error.stack}\n`)
    return { ...nothing, failed: 1 }
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

const results = await all().catch((error) => {
  say(`\n${error instanceof NotReady ? error.message : error.stack}\n`)
  return [{ ...nothing, failed: 1 }]
})
rmSync(notes, { recursive: true, force: true })

const sum = (which) => results.reduce((total, result) => total + result[which], 0)
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
