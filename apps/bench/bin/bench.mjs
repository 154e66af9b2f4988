import { join } from 'node:path'
import { NotReady, build, findNode, install, say } from '../../server/bin/ready.mjs'
import { installPeer, isAlone, measure, peers } from './measure.mjs'

// `npm run bench`: from a fresh clone to figures. The product is built as by `npm start`; the peers are installed here and nowhere else.

try {
  await install()
  const node = await findNode()
  await build(node)
  if (!isAlone()) {
    installPeer(peers, [])
    // Its own peer dependencies contradict each other.
    installPeer(join(peers, 'ywebsocket'), ['--legacy-peer-deps'])
  }
  process.exitCode = await measure(node, 'main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
