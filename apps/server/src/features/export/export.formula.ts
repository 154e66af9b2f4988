import type { Body } from '@sheber/document/body'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { turns } from '../../turns.ts'
import type { Kept } from './export.kept.ts'

/** A formula as a drawing; its size is in sizes of its letters. */
export interface Drawn {
  readonly svg: string
  readonly w: number
  readonly h: number
}
/** By their TeX. One that could not be set is not among them, and stands as it was written. */
export type Formulas = ReadonlyMap<string, Drawn>

const texIn = (body: Body): string[] =>
  body.flatMap((part) => ('text' in part ? [] : part.name === 'formula' ? [String(part.attributes['tex'] ?? '')] : texIn(part.content)))

const lettersMax = 1_000
const formulasMax = 1_000

/** Every formula of a portfolio, once. */
export const formulasIn = ({ sections }: Pick<Kept, 'sections'>): string[] => {
  const all = sections.flatMap(({ records }) =>
    records.flatMap(({ body, pieces }) => [body, ...pieces.flatMap((piece) => (piece.body ? [piece.body] : []))].flatMap(texIn)),
  )
  return [...new Set(all)].filter((tex) => tex.trim() !== '' && tex.length <= lettersMax).slice(0, formulasMax)
}

const typesetter = fileURLToPath(new URL('export.typesetter.ts', import.meta.url))
const readyMsMax = 60_000
/** For all of them: a formula takes a twentieth of a second. */
const msMax = 30_000
const inTurn = turns(1)

/**
 * Set in a process of its own, which is there for one portfolio: what a formula costs, in time and in memory, nobody else
 * feels, and one that is meant to be endless takes along only those after it.
 */
export const drawFormulas = (all: readonly string[], limitMs = msMax): Promise<Formulas> =>
  all.length === 0 ? Promise.resolve(new Map()) : inTurn(() => drawAll(all, limitMs))

const drawAll = (all: readonly string[], limitMs: number): Promise<Formulas> =>
  new Promise((resolve) => {
    // It needs no secret of ours, so it has none.
    const child = fork(typesetter, { execArgv: ['--max-old-space-size=512'], env: {}, stdio: 'ignore' })
    const drawn = new Map<string, Drawn>()
    let at = -1
    let late: NodeJS.Timeout | null = null
    const limit = (ms: number) => {
      if (late) clearTimeout(late)
      late = setTimeout(() => child.kill('SIGKILL'), ms)
    }
    limit(readyMsMax)
    const next = () => {
      at += 1
      const tex = all[at]
      if (tex === undefined) child.kill('SIGKILL')
      else child.send(tex)
    }
    child.on('message', (said: 'ready' | Drawn | null) => {
      if (said === 'ready') limit(limitMs)
      else if (said) drawn.set(all[at] ?? '', said)
      next()
    })
    // Whoever dies of it does so alone: what was set until then is there.
    const over = () => {
      if (late) clearTimeout(late)
      resolve(drawn)
    }
    child.once('error', over)
    child.once('exit', over)
  })
