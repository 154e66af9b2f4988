import { parseArgs } from 'node:util'

export const scenarioNames = ['classroom', 'school', 'saturation', 'coldOpen', 'idle', 'kill', 'reconnect'] as const
export type ScenarioName = (typeof scenarioNames)[number]

export const targetNames = ['sheber', 'hocuspocus', 'ywebsocket', 'relay'] as const
export type TargetName = (typeof targetNames)[number]

export interface Options {
  readonly scenarios: readonly ScenarioName[]
  readonly targets: readonly TargetName[]
  /** Measured time of the scenarios that have one; their own where it is null. */
  readonly seconds: number | null
  /** Each figure is the median of so many. */
  readonly rounds: number
  readonly kills: number
}

/** An argument that cannot be meant; the message is one sentence for the terminal. */
export class BadArgument extends Error {}

export const namesIn = <T extends string>(known: readonly T[], given: readonly string[]): readonly T[] => {
  const unknown = given.find((name) => !(known as readonly string[]).includes(name))
  if (unknown !== undefined) throw new BadArgument(`“${unknown}” is unknown: choose among ${known.join(', ')}.`)
  return given.length === 0 ? known : known.filter((name) => given.includes(name))
}

export const positive = (name: string, given: string): number => {
  const number = Number(given)
  if (!(number > 0)) throw new BadArgument(`--${name} is “${given}”: give a number above 0.`)
  return number
}

/** @throws {BadArgument} */
export const readOptions = (args: readonly string[]): Options => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      targets: { type: 'string', default: '' },
      seconds: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      kills: { type: 'string', default: '10' },
    },
  })
  return {
    scenarios: namesIn(scenarioNames, positionals),
    targets: namesIn(targetNames, values.targets.split(',').filter(Boolean)),
    seconds: values.seconds === undefined ? null : positive('seconds', values.seconds),
    rounds: Math.ceil(positive('rounds', values.rounds)),
    kills: Math.ceil(positive('kills', values.kills)),
  }
}
