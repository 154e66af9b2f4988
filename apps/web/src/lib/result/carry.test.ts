import { expect, it } from 'vitest'
import { edgeStep } from './carry.ts'

it.each([
  ['in the middle', 400, 800, 0],
  ['just outside the edge', 110, 800, 0],
  ['half way into the upper edge', 55, 800, -8],
  ['at the very top', 0, 800, -16],
  ['beyond it', -300, 800, -16],
  ['half way into the lower edge', 745, 800, 8],
  ['at the very bottom', 800, 800, 16],
  ['in the middle of a phone that lies on its side', 100, 200, 0],
])('%s, at %i of %i, the page moves by %i', (_, y, height, step) => expect(edgeStep(y, height)).toBe(step))
