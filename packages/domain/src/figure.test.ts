import { expect, it } from 'vitest'
import { figureOf } from './figure.ts'

const day = '2026-11-27'
const name = { scope: 'name' as const, from: '2026-09-01', until: null, withdrawn: false }
const child = (id: string, agreed: boolean) => [id, { id, name: id, adult: false, consents: agreed ? [name] : [] }] as const
const people = new Map([child('a', true), child('b', true), child('c', false), child('d', false)])

it.each([
  [[], 0, []],
  [['a'], 1, ['a']],
  [['a', 'b', 'a'], 2, ['a', 'b']],
  [['c'], null, []],
  [['a', 'c'], null, ['a']],
  [['a', 'c', 'd'], 3, ['a']],
  [['gone'], null, []],
])('of %j: %s, %j', (ids, count, names) => {
  expect(figureOf(ids, people, day)).toEqual({ count, names })
})
