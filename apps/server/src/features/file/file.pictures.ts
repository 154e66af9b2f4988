import type { FileType } from '@sheber/contract/file'
import { Refusal, type RefusalCode } from '@sheber/contract/refusal'
import { pictureWidths, type PictureWidth } from '@sheber/domain/file'
import type { FastifyInstance } from 'fastify'
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { turns } from '../../turns.ts'
import type { Size } from './file.render.ts'

/** What the renderer is asked … */
export type Job =
  | { readonly kind: 'render'; readonly path: string; readonly type: FileType; readonly to: Readonly<Record<PictureWidth, string>> }
  | { readonly kind: 'thumbnail'; readonly bytes: Uint8Array }
  | { readonly kind: 'draw'; readonly svg: Uint8Array }

/** … and what it answers. */
export type Done =
  | { readonly ok: Size | Uint8Array | null }
  | { readonly no: RefusalCode; readonly with: Record<string, string | number> }
  | { readonly fault: string }

export interface Pictures {
  /** @throws {Refusal} */
  render(path: string, type: FileType, pathOf: (width: PictureWidth) => string): Promise<Size>
  thumbnail(bytes: Uint8Array): Promise<Uint8Array | null>
  /** A drawing of our own, as PNG. */
  draw(svg: Uint8Array): Promise<Uint8Array>
}

/** A photograph takes half a second. Who draws longer was given something that is meant to be endless. */
const jobMsMax = 20_000
const idleMsMax = 60_000
const renderer = fileURLToPath(new URL('file.renderer.ts', import.meta.url))

/**
 * Strangers' pictures are decoded in a process of their own, one at a time: what it costs in memory is given back, and a
 * picture that it dies of or that keeps it busy takes nobody along. It is started for the first picture and goes when idle.
 */
export const openPictures = (app: FastifyInstance, { msMax = jobMsMax }: { msMax?: number } = {}): Pictures => {
  const inTurn = turns(1)
  let child: ChildProcess | null = null
  let ready: Promise<ChildProcess> | null = null
  let idle: NodeJS.Timeout | null = null

  const stop = () => {
    child?.kill('SIGKILL')
    child = ready = null
  }
  /** Its own way to its feet does not count as work: on a busy machine that alone takes seconds. */
  const start = (): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      // It needs no secret of ours, so it has none.
      const started = fork(renderer, { serialization: 'advanced', execArgv: [], env: {}, stdio: 'ignore' })
      child = started
      // What it is busy with is waited for by whoever asked; it alone keeps nobody awake.
      started.unref()
      started.channel?.unref()
      started.once('message', () => resolve(started))
      started.once('error', reject)
      started.once('exit', () => {
        if (child === started) child = ready = null
        reject(new Error('the renderer did not come to its feet'))
      })
    })

  const send = async (job: Job): Promise<Done> => {
    const to = await (ready ??= start())
    return new Promise((resolve, reject) => {
      const late = setTimeout(stop, msMax)
      const over = () => {
        clearTimeout(late)
        to.off('message', heard).off('exit', gone)
      }
      const heard = (done: unknown) => {
        over()
        resolve(done as Done)
      }
      const gone = () => {
        over()
        resolve({ no: 'picture-broken', with: {} })
      }
      to.once('message', heard).once('exit', gone)
      to.send(job, (why) => why && reject(why))
    })
  }

  const ask = (job: Job) =>
    inTurn(async () => {
      if (idle) clearTimeout(idle)
      const done = await send(job)
      idle = setTimeout(stop, idleMsMax).unref()
      if ('no' in done) throw new Refusal(done.no, done.with)
      if ('fault' in done) throw new Error(done.fault)
      return done.ok
    })

  app.addHook('onClose', async () => {
    if (idle) clearTimeout(idle)
    stop()
  })

  return {
    render: async (path, type, pathOf) => {
      const to = Object.fromEntries(pictureWidths.map((width) => [width, pathOf(width)])) as Record<PictureWidth, string>
      return (await ask({ kind: 'render', path, type, to })) as Size
    },
    thumbnail: async (bytes) => (await ask({ kind: 'thumbnail', bytes })) as Uint8Array | null,
    draw: async (svg) => (await ask({ kind: 'draw', svg })) as Uint8Array,
  }
}
