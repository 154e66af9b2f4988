import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from '../../../packages/dev-env/bin/browser.mjs'
import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { installPeer, isAlone, measure, peers } from './measure.mjs'

// `npm run bench:board`: the boards side by side in one browser. The product is built as by `npm start`; the peers are
// installed and built here and nowhere else.

/** A few seconds each time: a page of other sources would be measured without anybody noticing. */
const buildPeers = (node, folder) => {
  try {
    execFileSync(node, [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch {
    throw new NotReady('The pages of the peers could not be built: look at the lines above.')
  }
}

try {
  await install()
  const node = await findNode()
  await build(node)
  if (!isAlone()) {
    const folder = join(peers, 'board')
    installPeer(folder, ['--ignore-scripts'])
    buildPeers(node, folder)
  }
  Object.assign(process.env, findBrowser(node))
  process.exitCode = await measure(node, 'board/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
