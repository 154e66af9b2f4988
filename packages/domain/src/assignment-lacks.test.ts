import { expect, it } from 'vitest'
import { planLacks } from './assignment-lacks.ts'

const stands = [
  { id: 's1', nominationId: 'models' },
  { id: 's2', nominationId: 'models' },
  { id: 's3', nominationId: 'robots' },
  { id: 's4', nominationId: 'robots' },
]
const seen = (plan: Record<string, string>) =>
  Object.entries(plan).flatMap(([judgeId, of]) => of.split(' ').map((standId) => ({ judgeId, standId })))
const lacks = (plan: Record<string, string>, viewsMin = 2) => planLacks({ stands, judges: ['a', 'b', 'c'], pairs: seen(plan), viewsMin })

it('wants nothing where every stand has its views and two judges lead out of each nomination', () => {
  expect(lacks({ a: 's1 s3 s4', b: 's1 s2 s3', c: 's2 s4' })).toEqual({ stands: [], views: 0, nominations: [], bridges: 0, parts: 1 })
})

it('counts the views that are missing; judges that are not here see nothing', () => {
  const found = lacks({ a: 's1 s3 s4', b: 's1 s2 s3', gone: 's2 s4' })
  expect(found.stands).toEqual([
    { standId: 's2', views: 1, wanted: 2 },
    { standId: 's4', views: 1, wanted: 2 },
  ])
  expect(found.views).toBe(2)
})

it('calls one bridge too few, though all is connected', () => {
  const found = lacks({ a: 's1 s2', b: 's1 s2 s3 s4', c: 's3 s4' })
  expect([found.parts, found.bridges]).toEqual([1, 2])
  expect(found.nominations).toEqual([
    { nominationId: 'models', bridges: 1, wanted: 2 },
    { nominationId: 'robots', bridges: 1, wanted: 2 },
  ])
})

it('tells of groups that nothing connects', () => {
  const found = lacks({ a: 's1 s2', b: 's1 s2', c: 's3 s4' })
  expect([found.parts, found.bridges, found.views]).toEqual([2, 4, 2])
})

it('asks for no bridge where there is one nomination, and takes one judge twice at a stand for one', () => {
  const one = planLacks({
    stands: [{ id: 's1', nominationId: null }],
    judges: ['a', 'b'],
    pairs: [
      { judgeId: 'a', standId: 's1' },
      { judgeId: 'a', standId: 's1' },
    ],
    viewsMin: 2,
  })
  expect(one).toEqual({ stands: [{ standId: 's1', views: 1, wanted: 2 }], views: 1, nominations: [], bridges: 0, parts: 1 })
})
