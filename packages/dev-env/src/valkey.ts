import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface TestValkey extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Says goodbye to everybody. */
  stop(): Promise<void>
  /** Again on the same port. */
  start(): Promise<void>
  /** Connections stay and nobody answers: a machine that was unplugged. */
  freeze(): void
  thaw(): void
}

const isFile = (path: string) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The `redis-server` or `valkey-server` of this machine. Null where there is none: then what needs it is skipped,
 * except where CI is set, which is to have one.
 */
export const findValkey = (): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.flatMap((folder) => ['valkey-server', 'redis-server'].map((name) => join(folder, name))).find(isFile)
  if (found) return found
  const sentence = 'There is no redis-server or valkey-server on this machine (apt-get install redis-server)'
  if (process.env['CI']) throw new Error(`${sentence}, and CI must have one.`)
  process.stderr.write(`${sentence}: what needs one is skipped.\n`)
  return null
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [reply] = (await once(socket, 'data')) as [Buffer]
    return reply.toString() === '+PONG\r\n'
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** One of one's own, on a free port and in a temporary folder: `await using valkey = await startValkey(program)`. */
export const startValkey = async (program: string): Promise<TestValkey> => {
  const dir = mkdtempSync(join(tmpdir(), 'sheber-valkey-'))
  const port = await freePort()
  let child: ChildProcess | null = null

  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir]
    const started = spawn(program, args, { stdio: 'ignore' })
    child = started
    while (!(await answers(port))) {
      if (started.exitCode !== null) throw new Error(`${program} does not start on port ${port}`)
      await pause(10)
    }
  }
  const stop = async () => {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill('SIGCONT')
    ending.kill('SIGTERM')
    await ended
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    [Symbol.asyncDispose]: async () => {
      await stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
