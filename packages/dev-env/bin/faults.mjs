import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, findNode, install, root, say } from '../../../apps/server/bin/ready.mjs'

// `npm run faults`: the whole of the fault runs, of which `npm test` runs a slice. The seed is new every time, and printed;
// `FAULTS_SEED=… npm run faults` walks the same way again. Words after it choose files: `npm run faults -- kill`.

const files = [...['fuzz', 'garbage', 'clock', 'slow-log'].map((name) => `packages/sync/test/${name}.test.ts`), 'apps/server/src/faults/']
const asked = process.argv.slice(2)
const seed = process.env.FAULTS_SEED ?? String(1 + Math.floor(Math.random() * 1_000_000))

const lines = (note) => {
  try {
    return readFileSync(note, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  } catch {
    return []
  }
}

const table = (told) =>
  told
    .map(({ fault, seed, ...figures }) => [
      fault.padEnd(44),
      `seed ${seed}`.padEnd(14),
      ...Object.entries(figures).map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(1)}`),
    ])
    .map(([fault, seed, ...figures]) => `${fault} ${seed} ${figures.join(' · ')}`)
    .join('\n')

await install()
const node = await findNode()
const notes = mkdtempSync(join(tmpdir(), 'sheber-faults-'))
const note = join(notes, 'told')
const config = join(root, 'packages/dev-env/vitest.config.ts')
say(`The seed is ${seed}`)
const child = spawn(
  node,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, ...(asked.length > 0 ? asked : files)],
  {
    cwd: root,
    env: { ...environment(), NODE_ENV: 'test', FAULTS: 'whole', FAULTS_SEED: seed, FAULTS_NOTE: note },
    stdio: 'inherit',
  },
)
process.exitCode = await new Promise((resolve) => {
  child.on('error', () => resolve(1))
  child.on('exit', (code) => resolve(code ?? 1))
})
process.stdout.write(`\n${table(lines(note))}\n`)
rmSync(notes, { recursive: true, force: true })
