import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from '../../../packages/dev-env/bin/browser.mjs'
import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { installPeer, isAlone, measure, peers } from './measure.mjs'

// `npm run bench:editor`: the editor of a record beside a bare Tiptap. The product is built as by `npm start`.

try {
  await install()
  const node = await findNode()
  await build(node)
  if (!isAlone()) {
    const folder = join(peers, 'editor')
    installPeer(folder, ['--ignore-scripts'])
    execFileSync(node, [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', 'build', '--logLevel', 'error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  Object.assign(process.env, findBrowser(node))
  process.exitCode = await measure(node, 'editor/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
