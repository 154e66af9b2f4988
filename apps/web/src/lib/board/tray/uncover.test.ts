import { describe, expect, it } from 'vitest'
import { upBy } from './uncover.ts'

const barTop = 500
const at = (y: number, h: number) => upBy({ x: 100, y, w: 100, h }, barTop)

describe('what is chosen low on a phone', () => {
  it('stays where it is while it is seen', () => {
    expect(at(200, 100)).toBe(0)
    expect(at(342, 100)).toBe(0)
  })

  it('comes up until its lower edge and the grip beneath it stand clear of the bar', () => {
    expect(at(450, 100)).toBe(108)
    expect(at(560, 60)).toBe(178)
  })

  it('keeps its upper edge beneath the doors where it is higher than the room', () => {
    expect(at(150, 700)).toBe(58)
    expect(at(92, 700)).toBe(0)
    expect(at(-40, 700)).toBe(0)
  })
})
