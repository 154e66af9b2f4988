import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { measure } from './measure.mjs'

// `npm run bench:pages`: lists, maps and queues of a centre with a year behind it.

try {
  await install()
  const node = await findNode()
  await build(node)
  process.exitCode = await measure(node, 'pages/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
