import { describe, expect, it } from 'vitest'
import { createEditor } from './board.fixture.ts'
import { isLed, pushAt } from './edge.ts'

const screen = { w: 1000, h: 800 }

describe('at the edge of the screen', () => {
  it('the paper stands still under a hand in the middle, and goes faster the nearer to the edge', () => {
    expect(pushAt({ x: 500, y: 400 }, screen)).toEqual({ x: 0, y: 0 })
    expect(pushAt({ x: 40, y: 760 }, screen)).toEqual({ x: 0, y: 0 })
    expect(pushAt({ x: 980, y: 400 }, screen)).toEqual({ x: 7, y: 0 })
    expect(pushAt({ x: 20, y: 10 }, screen)).toEqual({ x: -7, y: -10.5 })
  })

  it('beyond the edge it goes no faster, and a sheet too small to have a middle stays', () => {
    expect(pushAt({ x: 4000, y: -90 }, screen)).toEqual({ x: 14, y: -14 })
    expect(pushAt({ x: 5, y: 5 }, { w: 120, h: 800 })).toEqual({ x: 0, y: -12.25 })
  })

  it('goes along with what is led, and not with a pen', () => {
    const editor = createEditor()
    expect(isLed(editor)).toBe(false)
    editor.sketch({ marquee: { x: 0, y: 0, w: 1, h: 1 } })
    expect(isLed(editor)).toBe(true)
    editor.wipe()
    editor.sketch({ draft: { kind: 'stroke', points: [], ink: 'ink', width: 2, brush: 'pen' } })
    expect(isLed(editor)).toBe(false)
    editor.sketch({ draft: { kind: 'box', rect: { x: 0, y: 0, w: 1, h: 1 }, tool: 'shape' } })
    expect(isLed(editor)).toBe(true)
  })
})
