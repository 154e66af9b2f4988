import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { measure } from './measure.mjs'

// `npm run bench:hall`: a hall of 500 stands, as visitors walk through it.

try {
  await install()
  const node = await findNode()
  await build(node)
  process.exitCode = await measure(node, 'hall/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
