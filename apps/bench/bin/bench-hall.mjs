import { findBrowser } from '../../../packages/dev-env/bin/browser.mjs'
import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { measure } from './measure.mjs'

// `npm run bench:hall`: a hall of 500 stands, as visitors walk through it, as a browser far away sees it, and beside a class at work.

try {
  await install()
  const node = await findNode()
  await build(node)
  Object.assign(process.env, findBrowser(node))
  process.exitCode = await measure(node, 'hall/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
