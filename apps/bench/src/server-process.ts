import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cores, pinned } from './cores.ts'

export interface Program {
  /** What Node is to run. */
  readonly main: string
  readonly env: Readonly<Record<string, string>>
  /** Answers 200 once the server takes connections. */
  readonly health: string
}

const startMsMax = 60_000
const stopMsMax = 20_000

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Where files lie of whatever is measured: nothing is left of it, and no installation on this machine is touched. */
const files = mkdtempSync(join(tmpdir(), 'sheber-bench-'))

const running = new Set<ChildProcess>()
// Whatever ends the bench ends what it measures.
process.on('exit', () => {
  running.forEach((child) => child.kill('SIGKILL'))
  rmSync(files, { recursive: true, force: true })
})

/** One measured server, on the server's core; it may be stopped, killed and started again at the same address. */
export class ServerProcess {
  readonly port: number
  readonly #program: Program
  #child: ChildProcess | null = null
  #words = ''

  constructor(program: Program, port: number) {
    this.#program = program
    this.port = port
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.#child?.pid ?? -1
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const [file, args] = pinned(cores.server, process.execPath, [
      '--disable-warning=ExperimentalWarning',
      '--inspect-port=0',
      this.#program.main,
    ])
    const child = spawn(file, args, {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        // As `npm start` does it: only the first process compiles everything.
        NODE_COMPILE_CACHE: join(files, 'compiled'),
        HOST: '127.0.0.1',
        PORT: `${this.port}`,
        DATA_DIR: files,
        ...this.#program.env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#child = child
    this.#words = ''
    running.add(child)
    child.on('exit', () => running.delete(child))
    child.stderr.on('data', (chunk: Buffer) => (this.#words = (this.#words + chunk.toString()).slice(-4_000)))
    const late = performance.now() + startMsMax
    while (!(await this.#answers())) {
      if (child.exitCode !== null || performance.now() > late) throw new Error(`${this.#program.main} did not start.\n${this.#words}`)
      await pause(10)
    }
  }

  async #answers(): Promise<boolean> {
    return fetch(this.origin + this.#program.health).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.ok
      },
      () => false,
    )
  }

  /** Of its debugger, which opens only when it is asked for. */
  async debuggerUrl(): Promise<string> {
    const late = performance.now() + startMsMax
    for (;;) {
      const [, url] = /Debugger listening on (ws:\S+)/.exec(this.#words) ?? []
      if (url !== undefined) return url
      if (performance.now() > late) throw new Error(`${this.#program.main} does not open its debugger`)
      this.#child?.kill('SIGUSR1')
      await pause(100)
    }
  }

  /** As a deployment does it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** As a crash does it. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const over = once(child, 'exit')
    child.kill(signal)
    const hard = setTimeout(() => child.kill('SIGKILL'), stopMsMax)
    await over
    clearTimeout(hard)
  }
}
