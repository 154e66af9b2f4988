import { startEmbedded } from '@sheber/db/embedded'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A process of its own, so that PostgreSQL inherits the server's core. It ends with whoever holds its input.

const dataDir = mkdtempSync(join(tmpdir(), 'sheber-bench-'))
// Root's PostgreSQL runs as somebody else, who has to get in.
chmodSync(dataDir, 0o711)
const server = await startEmbedded({ dataDir, log: (line) => process.stderr.write(`${line}\n`) })
process.stdout.write(`${server.url}\n`)

// Ctrl+C reaches the whole group: the bench says when.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.stdin.resume().on('end', () => {
  void server.stop().finally(() => {
    rmSync(dataDir, { recursive: true, force: true })
    process.exit(0)
  })
})
