import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NotReady, environment, root, say } from '../../server/bin/ready.mjs'

export const peers = join(root, 'apps/bench/peers')

const asked = process.argv.slice(2)

/** Is nobody measured but Sheber? */
export const isAlone = () => asked.some((word, i) => word === '--targets=sheber' || (word === '--targets' && asked[i + 1] === 'sheber'))

const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Once for each lockfile. */
export const installPeer = (folder, flags) => {
  const lock = sha256(join(folder, 'package-lock.json'))
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

/** Hands over to what measures, in the Node that runs Sheber; resolves with its exit code. */
export const measure = (node, main) => {
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'apps/bench/src', main), ...asked]
  const child = spawn(node, args, { env: environment(), stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
