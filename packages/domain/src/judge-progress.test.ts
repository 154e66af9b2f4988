import { describe, expect, it } from 'vitest'
import { progressOf } from './judge-progress.ts'

const stand = (id: string, views: number, direction: 'robotics' | 'aero', number: number | null = null) => ({
  ...{ id, title: id, number, direction, views },
})
const seat = (state: 'offered' | 'done' | 'conflict', begun = false, round = 1) => ({ standId: 's', round, state, reason: '', begun })
const judge = (id: string, seats: ReturnType<typeof seat>[], ended = false) => ({ id, name: id.toUpperCase(), ended, seats })

describe('how far a jury is', () => {
  it('counts to what is needed and no further, all together and by direction', () => {
    const stands = [stand('a', 5, 'robotics'), stand('b', 1, 'robotics'), stand('c', 3, 'aero')]
    expect(progressOf({ viewsMin: 3, stands, judges: [] })).toMatchObject({
      ...{ given: 7, needed: 9 },
      directions: [
        { direction: 'aero', given: 3, needed: 3 },
        { direction: 'robotics', given: 4, needed: 6 },
      ],
    })
  })

  it('names stands that too few have seen, the fewest first, and in the order of the hall', () => {
    const stands = [stand('a', 2, 'aero', 1), stand('b', 3, 'aero', 2), stand('c', 0, 'aero', 3), stand('d', 2, 'aero', 4)]
    expect(progressOf({ viewsMin: 3, stands, judges: [] }).few.map(({ id, views }) => [id, views])).toEqual([
      ['c', 0],
      ['a', 2],
      ['d', 2],
    ])
  })

  it('names judges who have something to judge and have begun nothing', () => {
    const judges = [
      judge('idle', [seat('offered'), seat('conflict')]),
      // To calibrate is not to judge.
      judge('tried', [seat('offered'), seat('done', true, 0)]),
      judge('half', [seat('offered', true)]),
      judge('done', [seat('done', true), seat('offered')]),
      judge('nothing', []),
      judge('barred', [seat('conflict')]),
      judge('gone', [seat('offered')], true),
    ]
    expect(progressOf({ viewsMin: 3, stands: [], judges }).idle).toEqual([
      { id: 'idle', name: 'IDLE' },
      { id: 'tried', name: 'TRIED' },
    ])
  })

  it('is nothing of nothing', () => {
    expect(progressOf({ viewsMin: 3, stands: [], judges: [] })).toEqual({ given: 0, needed: 0, directions: [], few: [], idle: [] })
  })
})
