import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { environment, root } from '../../../apps/server/bin/ready.mjs'

// `npm run check`: types, svelte-check, eslint and prettier, as many at once as there are cores. A package alone is still checked by its
// own `check`; here all that are written for one world are one program, for each of them reads most of the others.

const at = (...path) => join(root, ...path)
const web = at('apps/web')
const tsc = at('node_modules/typescript/bin/tsc')

/** The longest first: what is short fills the gaps. Steps of a list come one after the other. */
const checks = [
  {
    name: 'types of pages',
    cwd: web,
    steps: [
      [at('node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'],
      [at('node_modules/svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json'],
      [tsc, '-p', 'src/service-worker'],
    ],
  },
  { name: 'types of packages and the server', cwd: root, steps: [[tsc, '-p', 'tsconfig.node.json']] },
  { name: 'types of what runs in both worlds', cwd: root, steps: [[tsc, '-p', 'tsconfig.both.json']] },
  {
    name: 'eslint',
    cwd: root,
    steps: [[at('node_modules/eslint/bin/eslint.js'), '--config', at('packages/dev-env/eslint.config.js'), '.']],
  },
  { name: 'prettier', cwd: root, steps: [[at('node_modules/prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']] },
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
