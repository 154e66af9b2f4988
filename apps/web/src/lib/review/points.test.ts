import type { Remark } from '@sheber/contract/review'
import { expect, it } from 'vitest'
import { moved, pointsOf } from './points.ts'

const nowhere = { fileId: null, pieceId: null, thingId: null, lost: false }
const remark = (id: string, threadId = id, at: readonly [string, number, number] | null = null) =>
  ({
    id,
    threadId,
    anchor: at && { kind: 'picture', quote: '', then: null, now: null, point: { ...nowhere, fileId: at[0], x: at[1], y: at[2] } },
  }) as Pick<Remark, 'id' | 'threadId' | 'anchor'>

it('numbers the remarks on pictures, and neither answers nor what is said of words', () => {
  const all = [remark('a', 'a', ['f', 0.1, 0.2]), remark('b'), remark('c', 'a'), remark('d', 'd', ['g', 1, 0])]
  expect(pointsOf(all)).toEqual([
    { ...nowhere, n: 1, threadId: 'a', fileId: 'f', x: 0.1, y: 0.2 },
    { ...nowhere, n: 2, threadId: 'd', fileId: 'g', x: 1, y: 0 },
  ])
})

it.each([
  ['ArrowRight', false, { x: 0.55, y: 0.5 }],
  ['ArrowUp', true, { x: 0.5, y: 0.49 }],
  ['Enter', false, null],
  ['toString', false, null],
])('%s, finely: %s', (key, isFine, to) => expect(moved({ x: 0.5, y: 0.5 }, key, isFine)).toEqual(to))

it('stays within the picture', () => {
  expect(moved({ x: 0.98, y: 0 }, 'ArrowRight', false)).toEqual({ x: 1, y: 0 })
  expect(moved({ x: 0, y: 0 }, 'ArrowUp', false)).toEqual({ x: 0, y: 0 })
})
