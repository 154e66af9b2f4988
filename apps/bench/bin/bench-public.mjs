import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { measure } from './measure.mjs'

// `npm run bench:public`: what the world reads, and what those who draw meanwhile feel of it.

try {
  await install()
  const node = await findNode()
  await build(node)
  process.exitCode = await measure(node, 'public/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
