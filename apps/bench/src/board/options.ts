import { parseArgs } from 'node:util'
import { namesIn, positive } from '../options.ts'

export const boardTargetNames = ['sheber', 'excalidraw', 'tldraw'] as const
export type BoardTargetName = (typeof boardTargetNames)[number]

export interface BoardOptions {
  readonly targets: readonly BoardTargetName[]
  /** Each figure is the median of so many. */
  readonly rounds: number
  /** Of the scenes. */
  readonly seed: number
}

/** @throws {BadArgument} */
export const readBoardOptions = (args: readonly string[]): BoardOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      targets: { type: 'string', default: '' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
    },
  })
  return {
    targets: namesIn(boardTargetNames, values.targets.split(',').filter(Boolean)),
    rounds: Math.ceil(positive('rounds', values.rounds)),
    seed: Math.ceil(positive('seed', values.seed)),
  }
}
