import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NotReady, build, environment, findNode, install, root, say } from '../../server/bin/ready.mjs'

// `npm run bench`: from a fresh clone to figures. The product is built as by `npm start`; the peers are installed here and nowhere else.

const peers = join(root, 'apps/bench/peers')

/** Once for each lockfile. */
const installPeer = (folder, flags) => {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  const stamp = join(folder, 'node_modules/.bench-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('Installing the peers …')
  try {
    const args = ['ci', ...flags, '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch {
    throw new NotReady('The peers could not be installed: check the network, or measure Sheber alone with --targets sheber.')
  }
  writeFileSync(stamp, lock)
}

const asked = process.argv.slice(2)
const isAlone = asked.some((word, i) => word === '--targets=sheber' || (word === '--targets' && asked[i + 1] === 'sheber'))

try {
  await install()
  const node = await findNode()
  await build(node)
  if (!isAlone) {
    installPeer(peers, [])
    // Its own peer dependencies contradict each other.
    installPeer(join(peers, 'ywebsocket'), ['--legacy-peer-deps'])
  }
  const main = join(root, 'apps/bench/src/main.ts')
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', main, ...asked], { env: environment(), stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
