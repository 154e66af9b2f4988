import { NotReady, findNode, install, say } from '../../server/bin/ready.mjs'
import { measure } from './measure.mjs'

// `npm run bench:judging`: how near the judging model comes to the truth, where the truth is known.

try {
  await install()
  process.exitCode = await measure(await findNode(), 'judging/main.ts')
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(`\n${error.message}\n`)
  process.exitCode = 1
}
