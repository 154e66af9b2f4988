import { expect, it } from 'vitest'
import { BadArgument } from '../options.ts'
import { boardTargetNames, readBoardOptions } from './options.ts'

it('measures all boards three times where nothing is said', () => {
  expect(readBoardOptions([])).toEqual({ targets: boardTargetNames, rounds: 3, seed: 1 })
})

it('measures what is asked for, in its own order', () => {
  expect(readBoardOptions(['--targets', 'tldraw,sheber', '--rounds=1', '--seed', '9'])).toEqual({
    targets: ['sheber', 'tldraw'],
    rounds: 1,
    seed: 9,
  })
})

it.each([[['--targets', 'miro']], [['--rounds', 'few']], [['--seed=-1']]])('refuses %j', (args) => {
  expect(() => readBoardOptions(args)).toThrow(BadArgument)
})
