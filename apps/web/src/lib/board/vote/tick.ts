import { isRunning, remaining } from '@sheber/document/run'
import type { Editor } from '../core/editor.ts'

/** Rings a little after the second has changed. */
const afterMs = 12

interface Watch {
  now(): number
  /** Asks what time it is where all can ask, if that is not known; true where another time was told. */
  ask(): Promise<boolean>
  /** A second has gone by. */
  ticked(): void
  /** One has run out before these eyes; one that had when the board was opened is no news. */
  over(id: string): void
}

/** While a timer runs on the board, its rectangle is painted anew each second, and nothing else. */
export const watchTimers = (editor: Editor, { now, ask, ticked, over }: Watch): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = new Set<string>()
  let stopped = false

  const look = () => {
    clearTimeout(timer)
    const at = now()
    const still = new Set<string>()
    let next = Infinity
    let soiled = false
    let begun = false
    for (const { id, thing, bounds } of editor.scene.order) {
      if (thing.kind !== 'timer') continue
      // By a clock that goes wrong it may seem to be over long since.
      if (thing.run && thing.run.at > 0) begun = true
      const runs = isRunning(thing, at)
      if (runs) {
        still.add(id)
        next = Math.min(next, (remaining(thing, at) % 1 || 1) * 1000)
      } else if (!running.has(id)) continue
      editor.scene.soil(bounds)
      soiled = true
      if (!runs && thing.run && thing.run.at > 0) over(id)
    }
    running = still
    if (soiled) {
      ticked()
      editor.changed()
    }
    if (begun) void ask().then((told) => told && !stopped && look())
    if (Number.isFinite(next)) timer = setTimeout(look, next + afterMs)
  }

  look()
  const stop = editor.listen(() => {
    // Heard while the scene is being read.
    clearTimeout(timer)
    timer = setTimeout(look)
  })
  return () => {
    stopped = true
    stop()
    clearTimeout(timer)
  }
}
