import { findBrowser } from '../../../packages/dev-env/bin/browser.mjs'
import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { measure } from './measure.mjs'

// `npm run bench:company`: a browser on a board where 29 others are at work.

try {
  await install()
  const node = await findNode()
  await build(node)
  Object.assign(process.env, findBrowser(node))
  process.exitCode = await measure(node, 'company/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
