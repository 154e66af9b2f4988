import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { environment, root } from '../../../apps/server/bin/ready.mjs'

// `npm run check`: types, svelte-check, eslint and prettier, as many at once as there are cores. All that is written for one world is one
// program here, because each package reads most of the others, and would have them checked once more for itself. What has been checked and
// has not changed since is not checked again.

const at = (...path) => join(root, ...path)
const kept = (name) => at('node_modules/.cache/check', name)
const types = (name) => [
  at('node_modules/typescript/bin/tsc'),
  ...['-p', `tsconfig.${name}.json`, '--incremental', '--tsBuildInfoFile', kept(`${name}.tsbuildinfo`)],
]

/** The longest first: what is short fills the gaps. Steps of a check come one after the other. */
const checks = [
  {
    name: 'pages',
    cwd: at('apps/web'),
    steps: [
      [at('node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'],
      [at('node_modules/svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json'],
      [at('node_modules/typescript/bin/tsc'), '-p', 'src/service-worker'],
    ],
  },
  { name: 'what runs in Node alone', cwd: root, steps: [types('node')] },
  {
    name: 'eslint',
    cwd: root,
    steps: [
      [
        at('node_modules/eslint/bin/eslint.js'),
        ...['--config', 'packages/dev-env/eslint.config.js', '--cache', '--cache-location', kept('eslint'), '.'],
      ],
    ],
  },
  {
    name: 'prettier',
    cwd: root,
    steps: [
      [at('node_modules/prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '--cache', '--cache-location', kept('prettier'), '.'],
    ],
  },
  { name: 'what runs in a browser too', cwd: root, steps: [types('both')] },
]

/** What it said, and whether all is well; nothing is printed before it has ended. */
const run = (args, cwd) =>
  new Promise((resolve) => {
    const said = []
    const child = spawn(process.execPath, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    child.on('error', (error) => resolve({ ok: false, said: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, said: Buffer.concat(said).toString().trim() }))
  })

const check = async ({ name, cwd, steps }) => {
  const since = Date.now()
  for (const args of steps) {
    const { ok, said } = await run(args, cwd)
    if (!ok) {
      process.stdout.write(`✗ ${name}\n${said}\n`)
      process.exitCode = 1
      return
    }
  }
  process.stdout.write(`✓ ${name} (${((Date.now() - since) / 1000).toFixed(0)} s)\n`)
}

const waiting = [...checks]
const hand = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(next)
}
await Promise.all(Array.from({ length: availableParallelism() }, hand))
