import { describe, expect, it } from 'vitest'
import { Receipts } from '../src/receipts.ts'

const tab = 1
const open = (changes: number) => {
  const receipts = new Receipts(tab, () => 0)
  for (let made = 0; made < changes; made += 1) receipts.change()
  receipts.opened()
  return receipts
}

describe('receipts of what goes out in parts', () => {
  it('[K19] a step 2 in parts counts with its last part', () => {
    const receipts = open(3)
    receipts.greeting()
    receipts.greeting()
    receipts.greeted()
    receipts.saved(2)
    expect(receipts.waiting).toBe(3)
    receipts.saved(3)
    expect(receipts.waiting).toBe(0)
  })

  it('[K19] a frame that was held before it, and let go by its first part, counts with the last too', () => {
    const receipts = open(1)
    receipts.greeted()
    receipts.saved(1)
    receipts.change()
    receipts.sent(tab, 2)
    receipts.greeting()
    receipts.greeted()
    receipts.saved(3)
    expect(receipts.waiting).toBe(1)
    receipts.saved(4)
    expect(receipts.waiting).toBe(0)
  })

  it('[K19] what was saved before stays saved, and what comes after counts as ever', () => {
    const receipts = open(2)
    receipts.greeting()
    receipts.greeted()
    receipts.change()
    receipts.sent(tab, 0)
    receipts.sent(tab, 3)
    receipts.saved(2)
    expect(receipts.waiting).toBe(1)
    expect([receipts.carried(tab, 3), receipts.carried(tab, 4)]).toEqual([true, false])
    receipts.saved(3)
    expect(receipts.waiting).toBe(1)
    receipts.saved(4)
    expect(receipts.waiting).toBe(0)
  })
})
