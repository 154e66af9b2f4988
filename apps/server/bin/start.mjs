import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { NotReady, build, environment, findNode, install, root, say } from './ready.mjs'

// `npm start`: from a fresh clone to an open door. `npm run dev`: the same with pages that follow every keystroke.

const dev = process.argv.includes('--dev')

const launch = (node, args, options = {}) =>
  spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    // The second start need not read and compile everything anew.
    env: {
      NODE_ENV: dev ? 'development' : 'production',
      NODE_COMPILE_CACHE: join(root, 'node_modules/.sheber-compiled'),
      ...environment(),
    },
    stdio: 'inherit',
    ...options,
  })

const over = (child) => new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 1))))

try {
  await install()
  const node = await findNode()
  if (!dev) await build(node)

  const main = join(root, 'apps/server/src/main.ts')
  const children = dev
    ? [
        launch(node, ['--watch', main, '--dev']),
        launch(node, [join(root, 'node_modules/vite/bin/vite.js'), 'dev', '--host', process.env.HOST || '0.0.0.0'], {
          cwd: join(root, 'apps/web'),
        }),
      ]
    : [launch(node, [main])]

  // The server stops in order: rooms, then the database. We wait for it, however often we are asked.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => children.forEach((child) => child.kill(signal)))

  // npm runs us in a shell, which dies of a signal without passing it on: then nobody is left to stop us but ourselves.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return
    clearInterval(watch)
    children.forEach((child) => child.kill('SIGTERM'))
  }, 250)
  watch.unref()

  const codes = children.map(over)
  const first = await Promise.race(codes)
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(codes)
  process.exitCode = first
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
