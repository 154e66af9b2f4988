import { expect, it } from 'vitest'
import { BadArgument, readOptions, scenarioNames, targetNames } from './options.ts'

it('measures everything where nothing is said', () => {
  expect(readOptions([])).toEqual({ scenarios: scenarioNames, targets: targetNames, seconds: null, rounds: 1, kills: 10 })
})

it('measures what is asked for, in its own order', () => {
  expect(readOptions(['idle', 'classroom', '--targets', 'relay,sheber', '--seconds', '3', '--rounds=2'])).toEqual({
    scenarios: ['classroom', 'idle'],
    targets: ['sheber', 'relay'],
    seconds: 3,
    rounds: 2,
    kills: 10,
  })
})

it.each([[['classrom']], [['--targets', 'sheber,redis']], [['--seconds', 'many']], [['--rounds', '0']]])('refuses %j', (args) => {
  expect(() => readOptions(args)).toThrow(BadArgument)
})
