import { expect, it } from 'vitest'
import { readGathered } from './gather.ts'

it('reads what was told', () => {
  const told = { follow: 'a', view: [0, 1, 20, 30], call: { view: [0, 0, 5, 5], n: 2 }, react: { name: 'heart', n: 1 } }
  expect(readGathered(told)).toEqual(told)
})

it('takes nothing that is not what it says', () => {
  const lies: unknown[] = [null, 3, 'x', { follow: 3 }, { view: [0, 0, 0, 5] }, { view: [NaN, 0, 1, 1] }, { view: [1e308, 0, 1, 1] }]
  for (const lie of lies) expect(readGathered(lie)).toEqual({})
  expect(readGathered({ call: { view: [0, 0, 1, 1] }, react: { name: '<b>', n: 1 } })).toEqual({})
})
