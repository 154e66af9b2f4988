import { expect, it } from 'vitest'
import { isOffered } from './contribution.ts'

it.each([
  [{ things: 0, mine: 0 }, false],
  [{ things: 40, mine: 0 }, false],
  [{ things: 40, mine: 2 }, false],
  [{ things: 40, mine: 3 }, true],
  [{ things: 4, mine: 1 }, true],
  [{ things: 5, mine: 1 }, false],
  [{ things: 1, mine: 1 }, true],
])('of %j is offered: %j', (touched, offered) => {
  expect(isOffered(touched)).toBe(offered)
})
